// The child's own words of despair: somebody who listens, at once and gently. Nothing of it is counted or kept.
import type { Translate } from '../utils/i18n';
import { MainButton } from './buttons';
import type { CardEvent } from './card-actions';
import type { CrisisContent } from './card-content';
import { CardFrame } from './card-frame';
import { CardLine } from './card-line';
import type { CardHelp } from './help-contact';
import { HelpPanel } from './panels';
import { usePanel } from './use-panel';

type CrisisCardProps = {
  readonly content: CrisisContent;
  readonly help: CardHelp;
  readonly t: Translate;
  readonly onEvent: (event: CardEvent) => void;
  /** Null where the help page can't be opened. */
  readonly onMore: (() => void) | null;
  readonly onCopy: (text: string) => Promise<boolean>;
};

/** Looks like no warning: nobody did anything wrong here. Where there is no crisis line the hotline stands in. */
export function CrisisCard({ content, help, t, onEvent, onMore, onCopy }: CrisisCardProps) {
  const panel = usePanel();
  const first = help.crisis ?? help.helpline ?? help.hotline;
  return (
    <CardFrame
      tone="crisis"
      t={t}
      label={content.heading}
      away={t('card.button.hide')}
      onAway={() => onEvent('fold')}
    >
      {panel.open === null ? (
        <div class="card-body" ref={panel.body}>
          <h2 class="heading">{content.heading}</h2>
          {content.lines.map((line) => (
            <p key={line}>{line}</p>
          ))}
          <div class="foot">
            <MainButton
              name="help"
              onPress={() => {
                panel.show('help');
                onEvent('get-help');
              }}
            >
              {t('card.crisis.show')}
            </MainButton>
            {first !== null && <CardLine contact={first} t={t} onCopy={onCopy} />}
          </div>
          <p class="muted">{t('card.crisis.private')}</p>
        </div>
      ) : (
        <HelpPanel {...{ t, help, onCopy, onMore }} crisisFirst onBack={panel.back} />
      )}
    </CardFrame>
  );
}
