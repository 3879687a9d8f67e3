// `notice`: one line with the lamp and the fact; opens on tap. No sound, no motion.
import { useState } from 'preact/hooks';
import type { Translate } from '../utils/i18n';
import { QuietButton } from './buttons';
import { Lamp } from './lamp';
import { pressed } from './trusted';

type FactsProps = {
  readonly line: string;
  readonly more: readonly string[];
  /** The last sentence of the open card. */
  readonly tip: string;
  /** Names the region for a screen reader, after whose it is: the eye knows by the lamp, and no words here say it. */
  readonly label: string;
  /** Of whom it speaks, so that several at once, and their buttons, can be told apart by ear. */
  readonly about?: string;
  readonly t: Translate;
  readonly onHide: () => void;
  /** Opens the help page in a tab of its own. */
  readonly onMore: () => void;
};

/** A collapsed line of facts, for a contact or for a request. */
export function NoticeCard({ line, more, tip, label, about, t, onHide, onMore }: FactsProps) {
  const [open, setOpen] = useState(false);
  const whose = about ? `: ${about}` : '';
  const heard = <span class="only-read">{whose}</span>;
  return (
    <section
      class={`card card-notice ${open ? 'is-open' : ''}`}
      aria-label={t('card.said', { text: label + whose })}
    >
      <button
        type="button"
        class="notice-line"
        aria-expanded={open}
        onClick={pressed(() => setOpen((was) => !was))}
      >
        <Lamp state="on" size={24} />
        <span class="notice-text">{line}</span>
        {heard}
        <svg class="chevron" width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
          <path d="m3 6 5 5 5-5" fill="none" stroke="currentColor" stroke-width="2" />
        </svg>
      </button>
      {open && (
        <div class="notice-more">
          {more.length > 0 && (
            <ul class="list">
              {more.map((fact) => (
                <li key={fact}>{fact}</li>
              ))}
            </ul>
          )}
          <p class="muted">{tip}</p>
          <QuietButton onPress={onHide}>
            {t('card.button.hide')}
            {heard}
          </QuietButton>
          <QuietButton onPress={onMore}>
            {t('card.help.more')}
            {heard}
          </QuietButton>
        </div>
      )}
    </section>
  );
}
