/**
 * A phone number as it is said aloud: '092 311 511' gives '0 9 2, 3 1 1, 5 1 1'. For the names of buttons alone: the number
 * that is shown stays as it is, for voice control, braille and whoever has it spelt by the screen reader.
 */
export function digitByDigit(number: string): string {
  return number.replace(/[\s-]+/g, ', ').replace(/\d(?=\d)/g, '$& ');
}
