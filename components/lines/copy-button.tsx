// Copies a number or an address, and says so: on the button for eyes, in a live region for screen readers.
import { useState } from 'preact/hooks';
import { digitByDigit } from '../../utils/digit-by-digit';
import type { Translate } from '../../utils/i18n';

export type CopyButtonProps = {
  /** What is copied, as it is shown: a number, an address, or words. */
  readonly value: string;
  readonly t: Translate;
  /** Resolves to false where the browser refuses. */
  readonly copy: (value: string) => Promise<boolean>;
};

export function CopyButton({ value, t, copy }: CopyButtonProps) {
  const [result, setResult] = useState<'copied' | 'refused' | null>(null);
  const onClick = async () => {
    const copying = copy(value);
    setResult(null); // or a second time would not be said
    setResult((await copying) ? 'copied' : 'refused');
  };
  const heard = /\p{L}/u.test(value) ? value : digitByDigit(value);
  return (
    <>
      <button
        type="button"
        class="button-small"
        aria-label={t('help.copy-of', { value: heard })}
        onClick={onClick}
      >
        {t(result === 'copied' ? 'help.copied' : 'help.copy')}
      </button>
      <span class={result === 'refused' ? 'line-check' : 'only-read'} aria-live="polite">
        {result === 'copied' && t('help.copied')}
        {result === 'refused' && t('help.not-copied')}
      </span>
    </>
  );
}
