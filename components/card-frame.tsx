// What all cards share: the head with lamp and name, the way to put the card away, and panels with a way back.
import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Translate } from '../utils/i18n';
import { QuietButton } from './buttons';
import { Lamp } from './lamp';
import type { LampState } from './mark-shape';

type CardFrameProps = {
  readonly tone: 'notice' | 'caution' | 'danger' | 'crisis';
  readonly t: Translate;
  /** Names the region for a screen reader. */
  readonly label: string;
  /** The button that puts the card away. */
  readonly away: string;
  readonly onAway: () => void;
  readonly children: ComponentChildren;
};

const LAMPS: Record<CardFrameProps['tone'], LampState> = {
  notice: 'on',
  caution: 'on',
  danger: 'mark',
  crisis: 'on',
};

/**
 * A region, not a dialog: a dialog would have to take the focus, and a person may be typing. It is announced by the
 * live region beside it (card-surface.tsx) and reached with Tab.
 */
export function CardFrame({ tone, t, label, away, onAway, children }: CardFrameProps) {
  return (
    <section class={`card card-${tone}`} aria-label={label}>
      <div class="card-head">
        <Lamp state={LAMPS[tone]} size={28} />
        <span class="card-name">{t('card.name')}</span>
        <QuietButton name="away" onPress={onAway}>
          {away}
        </QuietButton>
      </div>
      {children}
    </section>
  );
}

type PanelProps = {
  readonly title: string;
  readonly t: Translate;
  readonly onBack: () => void;
  readonly back?: string;
  readonly children: ComponentChildren;
};

/** What a button opened, in the card's place. The focus follows, since a person asked for it. */
export function Panel({ title, t, onBack, back, children }: PanelProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => heading.current?.focus({ preventScroll: true }), []);
  return (
    <div class="panel">
      <h2 ref={heading} tabIndex={-1} class="panel-title">
        {title}
      </h2>
      {children}
      <QuietButton name="back" onPress={onBack}>
        {back ?? t('card.button.back')}
      </QuietButton>
    </div>
  );
}
