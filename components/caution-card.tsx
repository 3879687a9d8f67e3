// `caution`: one sentence of what was seen, one of why it matters, one main button, quiet links.
import type { Translate } from '../utils/i18n';
import { MainButton, QuietButton } from './buttons';
import type { CardEvent } from './card-actions';
import { CardFrame } from './card-frame';
import type { CautionContent } from './caution-content';
import type { CardHelp } from './help-contact';
import { KnowPanel, WhatPanel, WhyPanel } from './panels';
import { usePanel } from './use-panel';

type CautionCardProps = {
  readonly content: CautionContent;
  readonly help: CardHelp;
  readonly t: Translate;
  readonly onEvent: (event: CardEvent) => void;
  readonly onCopy: (text: string) => Promise<boolean>;
};

/** Quiet ("I know this person") is offered here and never on `danger`: a third of victims know the offender. */
export function CautionCard({ content, help, t, onEvent, onCopy }: CautionCardProps) {
  const panel = usePanel();
  const onMore = () => onEvent('open-help');
  const open = (name: 'what' | 'why' | 'know', event: CardEvent) => () => {
    panel.show(name);
    onEvent(event);
  };
  return (
    <CardFrame
      tone="caution"
      t={t}
      label={t('level.caution.title')}
      away={t('card.button.hide')}
      onAway={() => onEvent('fold')}
    >
      {panel.open === null && (
        <div class="card-body" ref={panel.body}>
          <p class="seen">{content.seen}</p>
          <p class="why">{content.why}</p>
          <MainButton name="what" onPress={open('what', 'what-can-i-do')}>
            {t('card.button.what')}
          </MainButton>
          <div class="links">
            <QuietButton name="why" onPress={open('why', 'why')}>
              {t('card.button.why')}
            </QuietButton>
            <QuietButton name="know" onPress={open('know', 'i-know')}>
              {t(`card.know.${content.quiet}.button`)}
            </QuietButton>
          </div>
        </div>
      )}
      {panel.open === 'what' && (
        <WhatPanel {...{ t, help, onCopy, onMore }} onBack={panel.back} steps={content.steps} />
      )}
      {panel.open === 'why' && <WhyPanel {...{ t, onMore }} onBack={panel.back} reasons={content.reasons} />}
      {panel.open === 'know' && (
        <KnowPanel {...{ t, onMore }} quiet={content.quiet} onBack={() => onEvent('close')} />
      )}
    </CardFrame>
  );
}
