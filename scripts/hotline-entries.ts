// From an entry of a gathered list of hotlines to what help/ holds of it: a line of a country, or the route of a service.
import type { UnverifiedField } from '../help/types';
import { AMENDMENTS, type Amendment, HOURS, ROUTES } from './hotline-amendments';

/** An entry of the gathered list, as far as it is used. */
export type Gathered = {
  readonly country: string;
  readonly kind: string;
  readonly name: string;
  readonly nativeName?: string;
  readonly phone?: string;
  readonly sms?: string;
  readonly textKeyword?: string;
  readonly url?: string;
  readonly chatUrl?: string;
  readonly hours?: string;
  readonly languages: readonly string[];
  readonly forWhom: string;
  readonly anonymous: boolean | null;
  readonly free: boolean | null;
  readonly confidence: string;
  readonly asOf?: string;
  readonly sources: readonly string[];
  readonly note?: string;
  readonly unverifiedFields?: readonly UnverifiedField[];
};

/** Long enough to tell lines of one country apart, short enough for a file. */
const SLUG_LENGTH = 48;

/** Short names of lists in the notes, which only their gatherers knew. */
const LISTS: Readonly<Record<string, string>> = {
  KAW: "a migrant workers' app",
  HUM: 'a public list of 2026',
  ARA: 'an Arab-region list of 2026',
  L2: 'a second list',
};

function slug(text: string): string {
  const plain = text
    .replace(/\([^)]*\)/g, ' ')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[ıİ]/g, 'i')
    .replace(/[đĐ]/g, 'd')
    .replace(/[łŁ]/g, 'l')
    .replace(/[øØ]/g, 'o')
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  return plain.length <= SLUG_LENGTH ? plain : plain.slice(0, SLUG_LENGTH).replace(/-[^-]*$/, '');
}

/** Drops what is undefined, so that the file stays short. */
export function compact<T extends Record<string, unknown>>(entry: T): Partial<T> {
  return Object.fromEntries(Object.entries(entry).filter(([, value]) => value !== undefined)) as Partial<T>;
}

const languageOf = (tag: string) => (tag === 'multiple' ? 'mul' : tag);
const orNothing = <T>(list: readonly T[]) => (list.length > 0 ? list : undefined);

function noteOf(note: string | undefined): string | undefined {
  return note?.replace(/\b(KAW|HUM|ARA|L2)\b/g, (word) => LISTS[word] ?? word);
}

/** Sources that somebody can look up; the news page that stood in for an address among them. */
function sourcesOf(entry: Gathered, urlIsSource: boolean): readonly string[] | undefined {
  const named = entry.sources.filter((source) => !source.startsWith('a public repository document'));
  return orNothing(urlIsSource && entry.url !== undefined ? [...new Set([...named, entry.url])] : named);
}

function hoursOf(entry: Gathered) {
  if (entry.hours === undefined) return null;
  const known = HOURS[entry.hours];
  if (known === undefined)
    throw new Error(`${entry.country}, ${entry.name}: hours "${entry.hours}" are not in HOURS`);
  return known;
}

/** What was found out of an entry since it was gathered. */
export function amendmentOf(entry: Gathered): Amendment {
  const key = `${entry.country}|${entry.name}`;
  return AMENDMENTS[`${key}|${entry.kind}`] ?? AMENDMENTS[key] ?? {};
}

/** @throws Error where the entry's hours are not in HOURS */
export function lineOf(entry: Gathered) {
  const amendment = amendmentOf(entry);
  const hours = hoursOf(entry);
  const url = amendment.urlIsSource ? undefined : (amendment.url ?? entry.url);
  const unverified = new Set(entry.unverifiedFields);
  if (hours?.unverified) unverified.add('hours');
  if (url === undefined) unverified.delete('url');
  if (entry.languages.length === 0) unverified.delete('languages');
  const name = amendment.name ?? entry.name;
  return compact({
    id: amendment.id ?? `${entry.country.toLowerCase()}-${slug(name)}`,
    kind: entry.kind,
    name,
    nativeName: entry.nativeName,
    phone: amendment.noPhone ? undefined : (amendment.phone ?? entry.phone),
    press: amendment.press,
    sms: entry.sms,
    textKeyword: entry.textKeyword,
    email: amendment.email,
    url,
    chatUrl: entry.chatUrl,
    hours: hours?.hours ?? undefined,
    hoursZone: hours?.zone,
    languages: entry.languages.map(languageOf),
    forWhom: entry.forWhom,
    anonymous: amendment.anonymous ?? entry.anonymous,
    free: entry.free,
    confidence: entry.confidence,
    asOf: entry.asOf ?? null,
    dialled: null,
    unverifiedFields: orNothing([...unverified]),
    limits: amendment.limits,
    standsIn: amendment.standsIn,
    emergency: amendment.emergency,
    sources: sourcesOf(entry, amendment.urlIsSource === true),
    note: noteOf(entry.note),
  });
}

/** @throws Error where the service is not in ROUTES */
export function routeOf(entry: Gathered) {
  const route = ROUTES[entry.name];
  if (route === undefined) throw new Error(`platform "${entry.name}" is not in ROUTES`);
  return compact({
    id: route.id,
    services: route.services,
    name: route.service,
    url: route.url ?? entry.url,
    email: route.email,
    taps: route.taps,
    anonymous: entry.anonymous,
    confidence: entry.confidence,
    asOf: entry.asOf ?? null,
    dialled: null,
    limits: route.limits,
    sources: sourcesOf(entry, false),
    note: noteOf(entry.note),
  });
}

/** Two lines of one name get their kind, so that ids stay apart. @throws Error where that does not do */
export function setApart(lines: ReturnType<typeof lineOf>[]) {
  const seen = new Set<string>();
  return lines.map((line) => {
    const taken = seen.has(line.id ?? '');
    const id = taken ? `${line.id}-${line.kind}` : (line.id ?? '');
    if (seen.has(id)) throw new Error(`two lines are called ${id}`);
    seen.add(id);
    return { ...line, id };
  });
}
