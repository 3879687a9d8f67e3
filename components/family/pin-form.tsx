// Asks for the PIN before something happens, and says why it was not taken.
import { useRef, useState } from 'preact/hooks';
import { PIN_PATTERN } from '../../utils/family-types';
import type { Translate } from '../../utils/i18n';
import type { FieldProblem } from '../field-error';
import type { PinOutcome } from './family-view';
import { PinField } from './pin-field';
import { refusalWords } from './pin-words';

export type PinFormProps = {
  /** Tells the fields of several forms apart. */
  readonly id: string;
  readonly button: string;
  /** The form's look: the main thing to do on the page, or one that can't be undone. */
  readonly kind?: 'main' | 'quiet' | 'danger';
  readonly t: Translate;
  readonly onPin: (pin: string) => Promise<PinOutcome>;
};

export function PinForm({ id, button, kind = 'main', t, onPin }: PinFormProps) {
  const [pin, setPin] = useState('');
  const { error, busy, run } = usePinOutcome(t);
  const input = useRef<HTMLInputElement>(null);
  const submit = async (event: Event) => {
    event.preventDefault();
    if (busy) return;
    const done = await run(PIN_PATTERN.test(pin) ? null : t('family.pin.format'), () => onPin(pin));
    setPin('');
    if (!done) input.current?.focus();
  };
  return (
    <form class="plain" noValidate onSubmit={submit}>
      <PinField
        id={`${id}-pin`}
        label={t('family.pin.label')}
        value={pin}
        error={error}
        inputRef={input}
        onInput={setPin}
      />
      <div class="actions">
        <button type="submit" class={`button-${kind}`} aria-disabled={busy}>
          {button}
        </button>
        <span role="status">{busy && t('family.pin.busy')}</span>
      </div>
    </form>
  );
}

/** Keeps what became of a PIN. `run` resolves to true where it was taken; `wrong` is what is wrong before it is tried. */
export function usePinOutcome(t: Translate) {
  const [error, setProblem] = useState<FieldProblem | null>(null);
  const setError = (text: string | null) => setProblem(text === null ? null : { text });
  const [busy, setBusy] = useState(false);
  const run = async (wrong: string | null, action: () => Promise<PinOutcome>): Promise<boolean> => {
    setError(wrong);
    if (wrong !== null || busy) return false;
    setBusy(true);
    const outcome = await action().catch(() => 'failed' as const);
    setBusy(false);
    if (outcome === 'failed') setError(t('page.not-done'));
    else if (!outcome.ok) setError(refusalWords(outcome, t));
    return outcome !== 'failed' && outcome.ok;
  };
  return { error, busy, run };
}
