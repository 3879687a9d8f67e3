// The panels a card can open: why it is shown, what can be done, who can help, and what "I know this person" does.
import type { Translate } from '../utils/i18n';
import { QuietButton } from './buttons';
import { Panel } from './card-frame';
import { CardLine } from './card-line';
import { type CardHelp, eachOnce } from './help-contact';

type PanelProps = {
  readonly t: Translate;
  readonly onBack: () => void;
  /** Opens the help page in a tab of its own; null where nothing can. */
  readonly onMore: (() => void) | null;
};
type HelpProps = {
  readonly help: CardHelp;
  readonly onCopy: (text: string) => Promise<boolean>;
};

/** What was seen, and what is always true: nothing was sent, and it can be wrong. */
export function WhyPanel({
  t,
  onBack,
  onMore,
  reasons,
}: PanelProps & { readonly reasons: readonly string[] }) {
  return (
    <Panel title={t('card.why.title')} t={t} onBack={onBack}>
      <ul class="list">
        {reasons.map((reason) => (
          <li key={reason}>{reason}</li>
        ))}
      </ul>
      <p class="muted">{t('card.why.private')}</p>
      <p class="muted">{t('card.why.wrong')}</p>
      <MoreHelp {...{ t, onMore }} />
    </Panel>
  );
}

type WhatPanelProps = PanelProps & HelpProps & { readonly steps: readonly string[] };

/** Three things that are always possible, and somebody to talk to. */
export function WhatPanel({ t, onBack, onMore, steps, help, onCopy }: WhatPanelProps) {
  const talk = help.helpline ?? help.hotline;
  return (
    <Panel title={t('card.caution.actions.title')} t={t} onBack={onBack}>
      <ul class="list">
        {steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ul>
      {talk !== null && <p class="muted">{t('card.help.history')}</p>}
      {talk !== null && <CardLine contact={talk} t={t} onCopy={onCopy} withForm />}
      {talk?.tried === false && <p class="muted">{t('card.help.untried')}</p>}
      <MoreHelp {...{ t, onMore }} />
    </Panel>
  );
}

type HelpPanelProps = PanelProps &
  HelpProps & {
    readonly crisisFirst: boolean;
    /** By the other person; the crisis line comes first where it is so by one's own hand. */
    readonly lifeAtStake?: boolean;
  };

/** Who can help, what a call leaves behind (before the first link), and what to expect of it. Never asks anybody to copy or keep a picture. */
export function HelpPanel(props: HelpPanelProps) {
  const { t, onBack, onMore, help, onCopy, crisisFirst, lifeAtStake = false } = props;
  const { hotline, helpline, crisis } = help;
  const emergency = lifeAtStake || crisisFirst ? help.emergency : null;
  const order = crisisFirst ? [crisis, emergency, helpline, hotline] : [hotline, emergency, helpline, crisis];
  const lines = eachOnce(order, crisis);
  return (
    <Panel title={t('card.help.title')} t={t} onBack={onBack}>
      {lines.length > 0 && <p class="muted">{t('card.help.history')}</p>}
      {lines.map((contact) => (
        <CardLine key={contact.number ?? contact.formUrl} contact={contact} t={t} onCopy={onCopy} withForm />
      ))}
      {lines.length === 0 && <p>{t('card.help.choose')}</p>}
      {lines.some(({ tried }) => !tried) && <p class="muted">{t('card.help.untried')}</p>}
      <MoreHelp {...{ t, onMore }} />
      <p>{t('card.help.expect')}</p>
      <p>{t('card.help.picture')}</p>
      {lines.length > 0 && <p class="muted">{t('card.help.toolbar')}</p>}
    </Panel>
  );
}

/** The way to the help page, which a page's card can't open by itself. */
function MoreHelp({ t, onMore }: Pick<PanelProps, 't' | 'onMore'>) {
  if (onMore === null) return null;
  return (
    <QuietButton name="more" onPress={onMore}>
      {t('card.help.more')}
    </QuietButton>
  );
}

/** What the quiet does that was asked for: says that a threat still shows. */
export function KnowPanel({ t, onBack, onMore, quiet }: PanelProps & { readonly quiet: 'person' | 'chat' }) {
  return (
    <Panel title={t('card.know.title')} t={t} onBack={onBack} back={t('card.button.done')}>
      <p>{t(`card.know.${quiet}.quiet`)}</p>
      <MoreHelp {...{ t, onMore }} />
    </Panel>
  );
}
