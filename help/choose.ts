// Which line to offer first: pure, from the help data and a country. The order is a judgement; help/README.md says why.
import type { HelpCountry, HelpData, HelpLine, PlatformRoute } from './types';

/** What a crisis route really is, so that it is never called more. */
export type CrisisKind = 'crisis-line' | 'child-helpline' | 'youth-line' | 'emergency' | 'directory';
export type CrisisChoice = { readonly line: HelpLine; readonly as: CrisisKind };

/** The few lines that a danger card needs: all the content script is ever sent. */
export type HelpForCard = {
  readonly hotline: HelpLine;
  /** A child helpline beside the hotline, where there is another one; else null. */
  readonly childHelpline: HelpLine | null;
  readonly crisis: CrisisChoice;
  /** For danger to life right now; null where we know none. */
  readonly emergency: HelpLine | null;
};

/** ISO 3166 keeps this code for no country: international help alone. */
export const ELSEWHERE = 'ZZ';

/** What may be set as the country: those with lines, those that Europe's 112 is for, and `ELSEWHERE`. */
export function countryCodes({ countries, europe }: HelpData): readonly string[] {
  return [...new Set([...countries.map(({ country }) => country), ...europe.members, ELSEWHERE])];
}

/** The lines of a country that can be shown, Europe's 112 among them where the country's file names no emergency number. */
export function linesFor(help: HelpData, country: string | null): readonly HelpLine[] {
  const lines = (fileFor(help, country)?.lines ?? []).filter(
    (line) => !line.limits.includes('no-public-line'),
  );
  const inEurope = country !== null && help.europe.members.includes(country);
  if (!inEurope || lines.some((line) => line.emergency)) return lines;
  return [...lines, ...help.europe.lines.filter((line) => line.emergency)];
}

/**
 * The line to offer first for a report or a talk: the file's own `first`, or with `anonymousFirst` the best one that
 * is known to need no name. Where a country has none, the CyberTipline's form, which takes reports from everywhere.
 */
export function hotlineFor(
  help: HelpData,
  country: string | null,
  { anonymousFirst = false }: { readonly anonymousFirst?: boolean } = {},
): HelpLine {
  const file = fileFor(help, country);
  const named = file?.lines.find(({ id }) => id === file.first);
  const candidates = best(linesFor(help, country).filter(isHotline), hotlineRank);
  if (!anonymousFirst) return named ?? candidates[0] ?? internationalFirst(help);
  const anonymous = (line: HelpLine | undefined) => line?.anonymous === true && !doubts(line, 'anonymous');
  if (named !== undefined && anonymous(named)) return named;
  return candidates.find(anonymous) ?? internationalFirst(help);
}

/**
 * Where to turn when life is at risk, at any hour: a crisis line known to be open day and night, the surest first;
 * else a child helpline that is; else a crisis line of other or unknown hours; else a directory. Never absent, never
 * a line for adults alone.
 */
export function crisisFor(help: HelpData, country: string | null): CrisisChoice {
  const candidates = linesFor(help, country).filter((line) => crisisRank(line) !== null);
  const line = best(candidates, (candidate) => crisisRank(candidate) ?? [])[0];
  if (line !== undefined) return { line, as: crisisKind(line) };
  const directory = help.international.lines.find(({ kind }) => kind === 'crisis');
  if (directory === undefined) throw new Error('help/hotlines/int.yaml has no entry of kind crisis');
  return { line: directory, as: 'directory' };
}

/** The number for danger to life right now: the police before others, a sure number before an unsure one; or null. */
export function emergencyFor(help: HelpData, country: string | null): HelpLine | null {
  const lines = linesFor(help, country).filter((line) => line.emergency && line.phone !== null);
  return best(lines, emergencyRank)[0] ?? null;
}

/** What a danger card offers in a country. */
export function helpForCard(help: HelpData, country: string | null): HelpForCard {
  const hotline = hotlineFor(help, country);
  const crisis = crisisFor(help, country);
  const children = linesFor(help, country).filter(
    (line) => line.kind === 'helpline' && line.forWhom === 'child',
  );
  const childHelpline = best(children.filter(canTalk), hotlineRank)[0] ?? null;
  const repeated = childHelpline !== null && sameLine(childHelpline, hotline);
  const emergency = emergencyFor(help, country);
  return { hotline, childHelpline: repeated ? null : childHelpline, crisis, emergency };
}

/** How to report to the service itself, e.g. 'telegram'; the route with taps or an address first. */
export function routesFor(help: HelpData, service: string): readonly PlatformRoute[] {
  return help.routes
    .filter((route) => route.services.includes(service))
    .toSorted((a, b) => a.services.indexOf(service) - b.services.indexOf(service));
}

/** One number stands in a list under several kinds: true where showing both would only confuse. */
export function sameLine(a: HelpLine, b: HelpLine): boolean {
  const number = (line: HelpLine) => line.phone ?? line.sms;
  return number(a) === null
    ? a.url !== null && a.url === b.url && number(b) === null
    : number(a) === number(b);
}

/** True where a line or its number stands among others. */
export function isAmong(line: HelpLine, lines: readonly HelpLine[]): boolean {
  return lines.some((other) => sameLine(other, line));
}

/** A number that stands in a list under two kinds is shown once, as the first of them. */
export function once(lines: readonly HelpLine[]): readonly HelpLine[] {
  return lines.filter((line, index) => !isAmong(line, lines.slice(0, index)));
}

/** Works for pictures from anywhere, so it stands with a country's own. */
export function takesDown({ kind }: HelpLine): boolean {
  return kind === 'takedown';
}

/** What a line is called where it is more or less than its kind says. */
export function roleOf(line: HelpLine): CrisisKind | null {
  return line.standsIn ?? (line.emergency ? 'emergency' : null);
}

function fileFor(help: HelpData, country: string | null): HelpCountry | undefined {
  return help.countries.find((file) => file.country === country);
}

function internationalFirst({ international }: HelpData): HelpLine {
  const line = international.lines.find(({ id }) => id === international.first);
  if (line === undefined) throw new Error('help/hotlines/int.yaml names no `first`');
  return line;
}

function isHotline(line: HelpLine): boolean {
  return (
    (line.kind === 'report' || line.kind === 'helpline') && line.forWhom !== 'parent' && !forAdults(line)
  );
}

const forAdults = ({ limits }: HelpLine) => limits.includes('adults-only');
const doubts = (line: HelpLine, field: HelpLine['unverifiedFields'][number]) =>
  line.unverifiedFields.includes(field);
const canTalk = (line: HelpLine) => line.phone !== null || line.sms !== null || line.chatUrl !== null;
const alwaysOpen = (line: HelpLine) => line.hours === 'always' && !doubts(line, 'hours');

/** Smaller is better, from left to right. A frightened child needs a person who answers, then a sure number. */
function hotlineRank(line: HelpLine): readonly number[] {
  return [
    canTalk(line) ? 0 : 1,
    line.confidence === 'high' ? 0 : 1,
    line.kind === 'helpline' ? 0 : 1,
    line.forWhom === 'child' ? 0 : 1,
    alwaysOpen(line) ? 0 : 1,
  ];
}

/** As above; null where the line is no route in a crisis. */
function crisisRank(line: HelpLine): readonly number[] | null {
  if (!canTalk(line) || forAdults(line) || line.forWhom === 'parent') return null;
  const forChildren = line.forWhom === 'child' || line.standsIn === 'child-helpline';
  const helpline = line.kind === 'helpline' && forChildren && alwaysOpen(line);
  if (line.kind !== 'crisis' && !helpline) return null;
  return [
    line.kind === 'crisis' && alwaysOpen(line) ? 0 : helpline ? 1 : 2,
    line.limits.includes('maybe-not-children') ? 1 : 0,
    line.confidence === 'high' ? 0 : 1,
    line.standsIn === null ? 0 : 1,
    line.phone === null ? 1 : 0,
  ];
}

function emergencyRank(line: HelpLine): readonly number[] {
  return [line.kind === 'police' ? 0 : 1, line.confidence === 'high' ? 0 : 1];
}

function crisisKind(line: HelpLine): CrisisKind {
  if (line.standsIn !== null) return line.standsIn;
  return line.kind === 'helpline' ? 'child-helpline' : 'crisis-line';
}

/** Best first; lines of one rank keep the file's order. */
function best(lines: readonly HelpLine[], rank: (line: HelpLine) => readonly number[]): readonly HelpLine[] {
  return lines.toSorted((a, b) => compareRanks(rank(a), rank(b)));
}

function compareRanks(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((value, index) => value !== b[index]);
  return (a[at] ?? 0) - (b[at] ?? 0); // no place, where they are the same
}
