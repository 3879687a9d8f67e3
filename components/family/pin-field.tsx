// One field for a PIN: digits, hidden, never offered to be kept.
import type { Ref } from 'preact';
import { PIN_LONGEST } from '../../utils/family-types';
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

/** A Khmer keyboard types Khmer digits, which nobody can tell in a hidden field: the PIN is the same on every keyboard. */
const inLatinDigits = (value: string) =>
  value.replace(/[\u17e0-\u17e9]/g, (digit) => `${digit.charCodeAt(0) - 0x17e0}`);

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
        onInput={(event) => onInput(inLatinDigits(event.currentTarget.value))}
      />
      <FieldError id={`${id}-error`} problem={error} />
    </div>
  );
}
