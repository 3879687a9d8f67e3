// What is known of a line, as sentences: hours, name, cost, languages, and how sure we are. Pure.
import type { HelpLine, Hours, Limit, Opening } from '../../help/types';
import { formatDate, formatWeekday } from '../../utils/dates';
import type { Translate } from '../../utils/i18n';
import { formatLanguage, formatList, formatZone } from '../../utils/names';
import type { Language } from '../../utils/settings';

/**
 * The facts of a line, in the order to read them. What no source confirms is told as likely, or as not known; of an
 * emergency number only what is known, since nobody should weigh it.
 */
export function lineFacts(line: HelpLine, t: Translate, language: Language): readonly string[] {
  const unknown = (answer: string) => line.emergency && answer === 'unknown';
  const [anonymous, free] = [answer(line, 'anonymous'), answer(line, 'free')];
  const facts = [
    line.forWhom === 'anyone' ? null : t(`help.for.${line.forWhom}`),
    line.emergency ? null : hoursFact(line, t, language),
    unknown(anonymous) ? null : t(`help.anonymous.${anonymous}`),
    unknown(free) ? null : t(`help.free.${free}`),
    languagesFact(line, t, language),
    ...line.limits.filter((limit) => isTold(limit, line)).map((limit) => t(`help.limit.${limit}`)),
  ];
  return facts.filter((fact) => fact !== null);
}

/** Where life is in danger an emergency number is right: nothing may keep a child from it. */
function isTold(limit: Limit, { standsIn }: HelpLine): boolean {
  return limit !== 'not-a-suicide-line' || standsIn !== 'emergency';
}

/** What to check before relying on a line, or null. */
export function lineCheck(line: HelpLine, t: Translate): string | null {
  if (line.confidence === 'medium') return t(`help.check.${reachedBy(line)}`);
  return line.unverifiedFields.includes('url') ? t('help.check.link') : null;
}

/** What the history of a line or of a service's own route is told from. */
export type Traced = Pick<HelpLine, 'phone' | 'sms' | 'dialled' | 'asOf' | 'confidence'>;

/** Whether we tried a line, how old its source is, and whether its sources agree; where they don't, `lineCheck` says so. */
export function lineHistory(line: Traced, t: Translate, language: Language): readonly string[] {
  const tried = line.dialled === null ? null : formatDate(line.dialled, t, language);
  const history = [
    tried === null ? t(`help.not-tried.${reachedBy(line)}`) : t('help.tried', { date: tried }),
    line.asOf === null ? null : t('help.as-of', { date: formatDate(line.asOf, t, language) }),
    line.confidence === 'high' ? t('help.confidence.high') : null,
  ];
  return history.filter((sentence) => sentence !== null);
}

function reachedBy({ phone, sms }: Pick<HelpLine, 'phone' | 'sms'>): 'number' | 'page' {
  return phone === null && sms === null ? 'page' : 'number';
}

function answer(line: HelpLine, field: 'anonymous' | 'free'): 'yes' | 'no' | 'unknown' {
  const value = line.unverifiedFields.includes(field) ? null : line[field];
  if (value === null) return 'unknown';
  return value ? 'yes' : 'no';
}

/** Null for a form: it has no hours. */
function hoursFact(line: HelpLine, t: Translate, language: Language): string | null {
  const canTalk = line.phone ?? line.sms ?? line.chatUrl;
  if (line.hours === null) return canTalk === null ? null : t('help.open.unknown');
  const doubtful = line.unverifiedFields.includes('hours');
  if (line.hours === 'always') return t(doubtful ? 'help.open.unknown' : 'help.open.always');
  if (line.hours === 'office') return t('help.open.office');
  const times = formatHours(line.hours, line.hoursZone, t, language);
  return t(doubtful ? 'help.open.times-doubtful' : 'help.open.times', { times });
}

/** 'Mon–Fri 08:30–16:00', in the language's own words. */
function formatHours(
  hours: Exclude<Hours, string>,
  zone: string | null,
  t: Translate,
  language: Language,
): string {
  const openings = hours.map((opening) => formatOpening(opening, t, language));
  const times = formatList(openings, 'unit', t, language);
  return zone === null ? times : `${times} (${formatZone(zone, t, language)})`;
}

function formatOpening({ first, last, from, to }: Opening, t: Translate, language: Language): string {
  const start = formatWeekday(first, t, language);
  const days = first === last ? start : `${start}–${formatWeekday(last, t, language)}`;
  return `${days} ${from}–${to}`;
}

/** Null where no language is known. */
function languagesFact(line: HelpLine, t: Translate, language: Language): string | null {
  if (line.languages.length === 0) return null;
  const names = line.languages.map((tag) =>
    tag === 'mul' ? t('help.many-languages') : formatLanguage(tag, t, language),
  );
  const languages = formatList(names, 'conjunction', t, language);
  return t(line.unverifiedFields.includes('languages') ? 'help.likely-speaks' : 'help.speaks', { languages });
}
