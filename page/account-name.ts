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

/**
 * True where both names hold enough Latin letters and share no three in a row. "Robin Fielder" and `rob_99` are alike;
 * "រតនា" and `ratana07` can't be compared, which is no difference.
 */
export function namesDiffer(shown: string, account: string): boolean {
  const name = letters(shown);
  const other = letters(account);
  const latin = [...shown.normalize('NFC')].filter((letter) => /\p{L}/u.test(letter));
  if (name.length < COMMON || other.length < COMMON || latin.some((letter) => letters(letter) === ''))
    return false;
  for (let at = 0; at + COMMON <= name.length; at += 1)
    if (other.includes(name.slice(at, at + COMMON))) return false;
  return true;
}
