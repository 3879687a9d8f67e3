// One calm sentence beside the composer when a picture is about to be sent in a chat that was warned of. It holds nothing
// back: the picture and the typed words are neither read nor kept, and sending goes on as before.
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Translate } from '../utils/i18n';
import { Announcement } from './announcement';
import { QuietButton } from './buttons';

type PauseProps = {
  readonly t: Translate;
  /** Opens the help page in a tab of its own. */
  readonly onHelp: () => void;
  readonly onHide: () => void;
};

/** Said aloud as well, since whoever picks a picture looks elsewhere; what a person opens gets the focus. */
export function PauseCard({ t, onHelp, onHide }: PauseProps) {
  const [open, setOpen] = useState(false);
  const more = useRef<HTMLUListElement>(null);
  // The button that had it goes. At once: a key that is pressed meanwhile would be the page's.
  useLayoutEffect(() => {
    if (open) more.current?.focus({ preventScroll: true });
  }, [open]);
  return (
    <>
      <section class="card card-pause" aria-label={t('card.pause.label')}>
        <p>{t('card.pause.line')}</p>
        {open && (
          <ul class="list" ref={more} tabIndex={-1} aria-label={t('card.pause.what')}>
            {['one', 'two', 'three'].map((line) => (
              <li key={line}>{t(`card.pause.more.${line}`)}</li>
            ))}
          </ul>
        )}
        <p class="pause-buttons">
          {!open && (
            <QuietButton name="pause-what" onPress={() => setOpen(true)}>
              {t('card.pause.what')}
            </QuietButton>
          )}
          <QuietButton name="pause-help" onPress={onHelp}>
            {t('card.help.title')}
          </QuietButton>
          <QuietButton name="pause-hide" onPress={onHide}>
            {t('card.button.hide')}
          </QuietButton>
        </p>
      </section>
      <Announcement text={t('card.said', { text: t('card.pause.line') })} />
    </>
  );
}
