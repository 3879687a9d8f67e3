// Letters written as figures and signs: "s3cret", "$end", "p*c".
import type { Find } from './find';
import { DIGITS } from './numbers';

const LEET: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '8': 'b',
  '9': 'g',
  '@': 'a',
  $: 's',
  '!': 'i',
  '+': 't',
  '|': 'i',
};
const HAS_SIGN = /[0-9@$!+|]/;
/** So many stars in a word are read as vowels. */
const STARS_MAX = 2;
const VOWELS = 'aeiou';

/** The word with its signs read as letters, `1` as i and as l; none where it holds no sign. */
export function plainForms(word: string): string[] {
  if (!HAS_SIGN.test(word) || DIGITS.test(word)) return [];
  const read = (text: string) => [...text].map((sign) => LEET[sign] ?? sign).join('');
  return [read(word), read(word.replace(/[1|!]/g, 'l'))];
}

/**
 * Stars in place of vowels: p*c. The commonest of the words that it may be.
 * @param usesOf how many phrases name a known word
 */
export function readStars(word: string, find: Find, usesOf: (id: number) => number): number | null {
  if (!word.includes('*')) return null;
  const stars = word.split('*').length - 1;
  if (stars > STARS_MAX || word.length - stars < 2) return null;
  let forms = [''];
  for (const letter of word)
    forms = forms.flatMap((form) =>
      letter === '*' ? [...VOWELS].map((vowel) => form + vowel) : [form + letter],
    );
  let best: number | null = null;
  for (const form of forms) {
    const id = find(form);
    if (id !== null && (best === null || usesOf(id) > usesOf(best))) best = id;
  }
  return best;
}
