// What somebody should look at again before a release, oldest first: pure, from the help data and a day. No test of the
// suite asks the calendar; `npm run hotlines-due` does, when a release is made.
import { helpForCard, sameLine } from './choose';
import type { Confidence, HelpData, HelpLine, PlatformRoute } from './types';

/** One line or route with its age. */
export type DueEntry = {
  readonly id: string;
  /** ISO 3166 alpha-2, 'INT', 'EU', or 'APP' for a service's own way to report. */
  readonly country: string;
  /** The number, address or page to try. */
  readonly reach: string;
  /** True for a line that a danger card, a crisis or an emergency offers before all others. */
  readonly first: boolean;
  readonly confidence: Confidence;
  /** The day on which one of us tried it, or null. */
  readonly dialled: string | null;
  /** The date of its source, or null. */
  readonly asOf: string | null;
  /** Days since it was last tried or, where nobody did, since its source; null where neither is known, or can be. */
  readonly age: number | null;
};

const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * Every line and route, those that are offered first before the rest, then by age: what has no date at all leads.
 * `today` in milliseconds.
 */
export function dueEntries(help: HelpData, today: number): readonly DueEntry[] {
  const files = [...help.countries, help.international, help.europe];
  const lines = files.flatMap(({ country, lines }) => {
    const offered = offeredFirst(help, country);
    return lines.map((line) => entryOf(line, country, offered.includes(line.id), today));
  });
  const routes = help.routes.map((route) => entryOf(route, 'APP', false, today));
  return [...lines, ...routes].toSorted(
    (a, b) => Number(b.first) - Number(a.first) || ageOf(b) - ageOf(a) || a.id.localeCompare(b.id, 'en'),
  );
}

/** Those that are older than `days`, or of no known age. */
export function overdue(entries: readonly DueEntry[], days: number): readonly DueEntry[] {
  return entries.filter((entry) => ageOf(entry) > days);
}

/** One row to read, e.g. "KH kh-child-helpline 1280: never tried by us, source of 2023-11, 36 months, offered first". */
export function dueRow({ country, id, reach, first, confidence, dialled, asOf, age }: DueEntry): string {
  const facts = [
    dialled === null ? 'never tried by us' : `tried on ${dialled}`,
    asOf === null ? 'source undated' : `source of ${asOf}`,
    age === null ? null : `${Math.floor(age / 30.44)} months`,
    confidence === 'medium' ? 'less sure' : null,
    first ? 'offered first' : null,
  ];
  return `${country} ${id} ${reach}: ${facts.filter((fact) => fact !== null).join(', ')}`;
}

/** The ids of what is offered first in a country; the international file stands for a country that has nothing. */
function offeredFirst(help: HelpData, country: string): readonly string[] {
  const code = country === 'INT' || country === 'EU' ? null : country;
  const { hotline, childHelpline, crisis, emergency } = helpForCard(help, code);
  const offered = [hotline, childHelpline, crisis.line, emergency];
  const own = [...help.countries, help.international].find((file) => file.country === country)?.lines ?? [];
  return own
    .filter((line) => offered.some((one) => one !== null && (one.id === line.id || sameLine(one, line))))
    .map(({ id }) => id);
}

function entryOf(entry: HelpLine | PlatformRoute, country: string, first: boolean, today: number): DueEntry {
  const { id, confidence, dialled, asOf } = entry;
  const phone = 'phone' in entry ? (entry.phone ?? entry.sms) : null;
  const reach = phone ?? entry.url ?? entry.email ?? ('chatUrl' in entry ? entry.chatUrl : null) ?? '';
  const seen = dialled ?? asOf;
  const age = seen === null ? null : daysSince(seen, today);
  return { id, country, reach, first, confidence, dialled, asOf, age };
}

/** Null for a day that is none, or is yet to come: a slip of the pen must not hide a line for ten years. */
function daysSince(date: string, today: number): number | null {
  const days = Math.floor((today - firstMomentOf(date)) / DAY_MS);
  return days >= -1 ? days : null; // where it is tomorrow already
}

/** A date that names only a year or a month counts from its first day: rather too old than too young. */
function firstMomentOf(date: string): number {
  const [year = '1970', month = '01', day = '01'] = date.split('-');
  return Date.parse(`${year}-${month}-${day}T00:00:00Z`);
}

const ageOf = ({ age }: DueEntry): number => age ?? Number.POSITIVE_INFINITY;
