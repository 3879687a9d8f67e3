// Whether the name a person shows and the name of the account have anything in common. A fact of the page, no verdict.

/** So many letters in a row count as something in common. */
const COMMON = 3;

/** Latin letters alone, without accents: other scripts can't be compared with an account name. */
function letters(name: string): string {
  return name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z]/g, '');
}

/** Figures that stand for letters: "l30k1m" is Leo Kim. */
const FIGURES: Readonly<Record<string, string>> = { 0: 'o', 1: 'i', 3: 'e', 4: 'a', 5: 's', 7: 't' };

const spelledOut = (account: string): string =>
  letters(account.replace(/[013457]/g, (figure) => FIGURES[figure] ?? figure));

/** Three letters in a row of `name`, or all of its longer words in any order ("Lê An" in `an.le99`). */
function isWithin(name: string, words: readonly string[], account: string): boolean {
  if (words.join('').length >= COMMON && words.every((word) => account.includes(word))) return true;
  for (let at = 0; at + COMMON <= name.length; at += 1)
    if (account.includes(name.slice(at, at + COMMON))) return true;
  return false;
}

/**
 * True where both names hold enough Latin letters and share no three in a row. "Robin Fielder" and `rob_99` are alike,
 * and so are names with short words in another order, figures for letters, or initials. "រតនា" and `ratana07` can't be
 * compared, which is no difference.
 */
export function namesDiffer(shown: string, account: string): boolean {
  const name = letters(shown);
  const other = letters(account);
  const latin = [...shown.normalize('NFC')].filter((letter) => /\p{L}/u.test(letter));
  if (name.length < COMMON || other.length < COMMON || latin.some((letter) => letters(letter) === ''))
    return false;
  const words = shown.split(/\s+/).map(letters).filter(Boolean);
  const initials = words.map((word) => word.charAt(0)).join('');
  if (initials === other) return false;
  const long = words.filter((word) => word.length > 1);
  return ![other, spelledOut(account)].some((each) => isWithin(name, long, each));
}
