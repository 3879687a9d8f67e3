// Digits as keyboards of other scripts type them.
import { digitValue } from '../engine/digits';

/** A text with the decimal digits of any script as 0-9; all else stays. */
export function latinDigits(text: string): string {
  return text.replace(/(?![0-9])\p{Nd}/gu, (digit) => String(digitValue(digit.codePointAt(0) ?? 48)));
}
