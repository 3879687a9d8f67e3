// `danger`: what is happening, "It's not your fault.", three short steps, and help with a number one can see.
import type { Translate } from '../utils/i18n';
import { MainButton, QuietButton } from './buttons';
import type { CardEvent } from './card-actions';
import type { DangerContent } from './card-content';
import { CardFrame } from './card-frame';
import { CardLine } from './card-line';
import { threatensLife } from './danger-kind';
import { type CardHelp, eachOnce } from './help-contact';
import { HelpPanel, WhyPanel } from './panels';
import { usePanel } from './use-panel';

type DangerCardProps = {
  readonly content: DangerContent;
  readonly help: CardHelp;
  readonly t: Translate;
  readonly onEvent: (event: CardEvent) => void;
  /** Null where the help page can't be opened. */
  readonly onMore: (() => void) | null;
  readonly onCopy: (text: string) => Promise<boolean>;
};

/** Never snoozed, so it has no "I know this person"; it folds to the lamp. */
export function DangerCard(props: DangerCardProps) {
  const { content, help, t, onEvent, onMore, onCopy } = props;
  const panel = usePanel();
  const crisisFirst = content.crisisLine === 'first';
  return (
    <CardFrame
      tone="danger"
      t={t}
      label={content.heading}
      away={t('card.button.fold')}
      onAway={() => onEvent('fold')}
    >
      {panel.open === null && (
        <div class="card-body" ref={panel.body}>
          <h2 class="heading">{content.heading}</h2>
          <p class="comfort">{content.comfort}</p>
          <ol class="steps">
            {content.steps.map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ol>
          <HelpFoot
            {...props}
            onHelp={() => {
              panel.show('help');
              onEvent('get-help');
            }}
          />
          <div class="links">
            <QuietButton
              name="why"
              onPress={() => {
                panel.show('why');
                onEvent('why');
              }}
            >
              {t('card.button.why')}
            </QuietButton>
          </div>
        </div>
      )}
      {panel.open === 'help' && (
        <HelpPanel
          {...{ t, help, onCopy, crisisFirst, onMore }}
          lifeAtStake={threatensLife(content.about)}
          onBack={panel.back}
        />
      )}
      {panel.open === 'why' && <WhyPanel {...{ t, onMore }} onBack={panel.back} reasons={content.reasons} />}
    </CardFrame>
  );
}

/** The main button with the first number under it stays in view where the card must scroll. */
function HelpFoot({
  content,
  help: { hotline, crisis, emergency },
  t,
  onCopy,
  onHelp,
}: DangerCardProps & { readonly onHelp: () => void }) {
  const crisisFirst = content.crisisLine === 'first';
  const urgent = !crisisFirst && threatensLife(content.about) ? emergency : null;
  const other = content.crisisLine === 'none' ? null : crisis;
  const order = crisisFirst ? [crisis, hotline] : [hotline, urgent ?? other];
  const [first, second] = eachOnce(order, crisis);
  const talk = second === crisis ? { lead: t('card.danger.crisis-lead') } : {};
  const lead = urgent === null ? talk : { lead: t('card.danger.emergency-lead') };
  return (
    <>
      <div class="foot">
        <MainButton name="help" onPress={onHelp}>
          {t('card.help.now')}
        </MainButton>
        {first !== undefined && <CardLine contact={first} t={t} onCopy={onCopy} />}
      </div>
      {second !== undefined && <CardLine contact={second} t={t} onCopy={onCopy} {...lead} />}
    </>
  );
}
