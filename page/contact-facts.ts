// Facts about a contact that sites show without words, as the flag of a phone number or the month of an account, and those that many leave unseen.
import type { ContactFact } from './adapter';
import { parseMonth } from './calendar';
import { plainDate } from './date-names';
import { readText } from './read-text';

/** Of a person, where a site shows neither friends in common nor the account's age. */
export const PERSON_UNSEEN: readonly ContactFact[] = [
  { fact: 'unseen', what: 'mutual-friends' },
  { fact: 'unseen', what: 'account-age' },
];

/** An account made within so many months is new. */
const NEW_MONTHS = 6;
/** The letter A among the regional indicators that make a flag. */
const INDICATOR_A = 0x1f1e6;

/** ISO 3166 alpha-2 code of the one flag in `text`, or null. */
export function countryOfFlag(text: string): string | null {
  const flags = text.match(/[\u{1F1E6}-\u{1F1FF}]{2}/gu) ?? [];
  if (flags.length !== 1) return null;
  return [...(flags[0] ?? '')]
    .map((letter) => String.fromCharCode((letter.codePointAt(0) ?? 0) - INDICATOR_A + 65))
    .join('');
}

/** `new-account` where the month is within half a year of `now` (milliseconds), else null. */
export function newAccount(month: { year: number; month: number }, now: number): ContactFact | null {
  const today = new Date(now);
  const age = (today.getFullYear() - month.year) * 12 + today.getMonth() + 1 - month.month;
  if (age < 0 || age > NEW_MONTHS) return null;
  return { fact: 'new-account', month: `${month.year}-${String(month.month).padStart(2, '0')}` };
}

/** Thousands as sites shorten them: "1K", "1 rb", "1 mil", "1 พัน". */
const SHORTENED =
  /\d\s?(?:(?:k|к|rb|jt|mil|tys|tis|тыс|ألف|हज़ार)(?![\p{L}\p{M}])|พัน|หมื่น|ពាន់|千|万|萬|천|만)/u;

/** The one whole number in `text`, or null where there is none, more than one, or only about one. */
export function onlyNumber(text: string): number | null {
  const plain = plainDate(text);
  const numbers = SHORTENED.test(plain) ? [] : (plain.match(/\d+/g) ?? []);
  return numbers.length === 1 && (numbers[0]?.length ?? 0) <= 4 ? Number(numbers[0]) : null;
}

/** An element with text, its texts, and which of them is whose: its own words between its elements, then all of it. */
type Cell = { readonly leaf: Element; readonly texts: readonly string[] };

function cellOf(leaf: Element): Cell {
  const own = leaf.firstElementChild ? [...leaf.childNodes].filter((node) => node.nodeType === 3) : [];
  return { leaf, texts: [...own.map((node) => node.nodeValue ?? ''), readText(leaf)] };
}

/** The first cell of which `read` understands a text, with what it understood. */
function firstRead<T>(cells: readonly Cell[], read: (text: string) => T | null) {
  for (const { leaf, texts } of cells) {
    const value = texts.map(read).find((each) => each !== null);
    if (value !== undefined && value !== null) return { leaf, value };
  }
  return null;
}

/**
 * What a site's card about a stranger says: flag, month of registration, number of shared groups. `name` selects the
 * peer's own name, which anyone can fill with flags and dates. What the card does not say is `unseen`. The groups stand in a
 * table, in a link, or in the column of the flag and of the month, which may be bare words of that column.
 */
export function cardFacts(card: Element | null, name: string, language: string, now: number): ContactFact[] {
  const cells = card ? leavesOf(card, name).map(cellOf) : [];
  const flag = firstRead(cells, countryOfFlag);
  const month = firstRead(cells, (text) => parseMonth(text, language));
  const columns = [flag?.leaf.parentElement, month?.leaf];
  const groups = cells.filter(
    ({ leaf }) =>
      leaf !== flag?.leaf &&
      leaf !== month?.leaf &&
      (leaf.closest('td, a') || columns.some((column) => column?.contains(leaf))),
  );
  const facts: ContactFact[] = [];
  facts.push(flag ? { fact: 'country', country: flag.value } : { fact: 'unseen', what: 'country' });
  if (!month) facts.push({ fact: 'unseen', what: 'account-age' });
  const fresh = month ? newAccount(month.value, now) : null;
  if (fresh) facts.push(fresh);
  const count = firstRead(groups, onlyNumber)?.value;
  if (count) facts.push({ fact: 'shared-groups', count });
  return facts;
}

/** The innermost elements with text of their own, and table cells as a whole. */
function leavesOf(card: Element, name: string): Element[] {
  return [...card.querySelectorAll('*')].filter((element) => {
    if (element.closest(name) || (element.parentElement?.closest('td') ?? null)) return false;
    if (element.matches('td')) return true;
    return (
      element.querySelector('td') === null &&
      [...element.childNodes].some((node) => node.nodeType === 3 && node.nodeValue?.trim())
    );
  });
}
