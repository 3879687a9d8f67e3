// One field for a PIN: digits, hidden, never offered to be kept. Of which script they are nobody can tell in a hidden field, so
// it is the same PIN on every keyboard.
import type { Ref } from 'preact';
import { PIN_LONGEST } from '../../utils/family-types';
import { latinDigits } from '../../utils/latin-digits';
import { FieldError, type FieldProblem } from '../field-error';

export type PinFieldProps = {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly onInput: (value: string) => void;
  readonly hint?: string | undefined;
  /** What is wrong with it, or null. */
  readonly error?: FieldProblem | null;
  readonly inputRef?: Ref<HTMLInputElement> | undefined;
};

export function PinField({ id, label, value, onInput, hint, error = null, inputRef }: PinFieldProps) {
  const described = [hint === undefined ? '' : `${id}-hint`, error === null ? '' : `${id}-error`];
  return (
    <div class="field field-pin">
      <label for={id}>{label}</label>
      {hint !== undefined && (
        <p class="quiet" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <input
        {...{ id, value }}
        type="password"
        inputMode="numeric"
        autocomplete="off"
        maxLength={PIN_LONGEST}
        ref={inputRef ?? null}
        aria-invalid={error !== null}
        aria-describedby={described.filter(Boolean).join(' ') || undefined}
        onInput={(event) => onInput(latinDigits(event.currentTarget.value))}
      />
      <FieldError id={`${id}-error`} problem={error} />
    </div>
  );
}
