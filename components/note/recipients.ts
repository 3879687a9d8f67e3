// Who a note can go to, which language they read, and what they ask for. Pure.
import { hotlineFor, linesFor, sameLine } from '../../help/choose';
import type { HelpData, HelpLine, LineKind } from '../../help/types';
import { LANGUAGES } from '../../utils/i18n';
import type { Language } from '../../utils/settings';
import { type NoteValues, tickedIn, typedIn } from './note-fields';

const KINDS: readonly LineKind[] = ['report', 'helpline', 'police'];

/** The lines of a country that take reports, its first one first, and the form that takes them from everywhere. */
export function recipientsFor(help: HelpData, country: string | null): readonly HelpLine[] {
  const first = hotlineFor(help, country);
  const own = linesFor(help, country).filter((line) => KINDS.includes(line.kind) && !isForOthers(line));
  const everywhere = help.international.lines.filter(({ id }) => id === help.international.first);
  const all = [first, ...own, ...everywhere];
  return all.filter((line, index) => all.findIndex((other) => isOneWay(other, line)) === index);
}

/** Lines for parents and for adults alone are no place for a teen's note. */
function isForOthers({ forWhom, limits }: HelpLine): boolean {
  return forWhom === 'parent' || limits.includes('adults-only');
}

/** A form beside a number of the same line is a way of its own: the form is what asks for a link. */
function isOneWay(a: HelpLine, b: HelpLine): boolean {
  return a.id === b.id || (a.phone !== null && sameLine(a, b));
}

/** The language to write in beside the teen's own, or null where the line reads that. English where we have none of theirs. */
export function languageOf(line: HelpLine, own: Language): Language | null {
  if (line.languages.includes(own)) return null;
  const read = LANGUAGES.find((language) => line.languages.includes(language)) ?? 'en';
  return read === own ? null : read;
}

/** Whether a report needs a link: always, in the form alone where one can call too, or not as far as a source says. A key below `note.missing`. */
export function linkNeed({ limits, phone }: HelpLine): 'link' | 'link-form' | null {
  if (!limits.includes('url-required')) return null;
  return phone === null ? 'link' : 'link-form';
}

/** Whether a report without a name is taken; null where no source says so. */
export function takesNoName({ anonymous, unverifiedFields }: HelpLine): boolean | null {
  return unverifiedFields.includes('anonymous') ? null : anonymous;
}

/** What this line will miss in the note, as keys below `note.missing`. */
export function missingFor(line: HelpLine, values: NoteValues): readonly ('link' | 'link-form' | 'name')[] {
  const hasLink = ['links', 'profile', 'posted-at'].some((id) => typedIn(values, id).trim() !== '');
  const stayUnnamed = tickedIn(values, 'reach').includes('no-name');
  const link = hasLink ? null : linkNeed(line);
  return [
    ...(link === null ? [] : [link]),
    ...(takesNoName(line) === false && stayUnnamed ? (['name'] as const) : []),
  ];
}
