// The lines a card names, cut down to what fits on it: name, number, form, and the caveats one must know before
// calling. The popup shows everything else. Pure.
import type { CrisisKind, HelpForCard } from '../help/choose';
import type { HelpLine } from '../help/types';
import type { Translate } from '../utils/i18n';
import type { Language } from '../utils/settings';
import { lineNames } from './line-names';

/** A line in the reader's language. Numbers and addresses come from help/ alone. */
export type HelpContact = {
  readonly name: string;
  /** The language of its name where that is not the reader's. */
  readonly nameLang?: string | undefined;
  /** As its source prints it; null where there is only a form. */
  readonly number: string | null;
  /** https address of its form, chat or page, or null. */
  readonly formUrl: string | null;
  /** Caveats in one or two short sentences, or null. */
  readonly note: string | null;
  /** Whether one of us called or opened it. */
  readonly tried: boolean;
};

/** What every card can name. `helpline` is for talking, where the hotline is for reports; null where they are one. */
export type CardHelp = {
  readonly hotline: HelpContact | null;
  readonly helpline: HelpContact | null;
  readonly crisis: HelpContact | null;
  readonly emergency: HelpContact | null;
};

/**
 * From the chosen lines to what cards show. `language` decides between a line's two names; `guessed` is true where nobody
 * chose the country.
 */
export function cardHelp(help: HelpForCard, t: Translate, language: Language, guessed = false): CardHelp {
  const { hotline, childHelpline, crisis, emergency } = help;
  return {
    hotline: helpContact(hotline, null, t, language, guessed),
    helpline: childHelpline === null ? null : helpContact(childHelpline, null, t, language, guessed),
    crisis: helpContact(crisis.line, crisis.as, t, language, guessed),
    emergency: emergency === null ? null : helpContact(emergency, 'emergency', t, language, guessed),
  };
}

/**
 * Lines to show together, without those that are not there: each number once, or each form where there is no number; as
 * the crisis line where it is that, since only there it is called what it is.
 */
export function eachOnce(
  contacts: readonly (HelpContact | null)[],
  crisis: HelpContact | null,
): readonly HelpContact[] {
  const lines = contacts.filter((contact) => contact !== null);
  return lines
    .filter((line, index) => !lines.slice(0, index).some((earlier) => isSame(earlier, line)))
    .map((line) => (crisis !== null && isSame(crisis, line) ? crisis : line));
}

/** As `sameLine` of help/choose.ts has it. */
function isSame(a: HelpContact, b: HelpContact): boolean {
  if (a.number !== null) return a.number === b.number;
  return b.number === null && a.formUrl !== null && a.formUrl === b.formUrl;
}

/** One line; `as` says what stands in for a crisis line, so that it is never called more than it is. */
export function helpContact(
  line: HelpLine,
  as: CrisisKind | null,
  t: Translate,
  language: Language,
  guessed = false,
): HelpContact {
  const { name, nameLang } = lineNames(line, t, language);
  return {
    ...{ name, nameLang },
    number: line.phone ?? line.sms,
    formUrl: line.chatUrl ?? line.url,
    note: [...notesOf(line, as, t), ...(guessed ? guessNotes(line, t) : [])].join(' ') || null,
    tried: line.dialled !== null,
  };
}

function notesOf(line: HelpLine, as: CrisisKind | null, t: Translate): readonly string[] {
  const notes = [
    as === null || as === 'crisis-line' ? null : t(`card.help.note.as.${as}`),
    line.phone !== null && line.press !== null ? t('card.help.note.press', { key: line.press }) : null,
    line.phone === null && line.sms !== null ? textNote(line, t) : null,
    hoursNote(line, as, t),
    line.confidence === 'medium' ? t(`card.help.note.${hasNumber(line) ? 'check' : 'check-page'}`) : null,
  ];
  return notes.filter((note) => note !== null);
}

/** A line of a country that nobody chose says so: a number that is not from here helps less than none. */
function guessNotes({ id }: HelpLine, t: Translate): readonly string[] {
  return id.startsWith('int-') ? [] : [t('common.guess')];
}

/** As the popup has it: what nobody can talk to (a form, a list of lines) has no hours, and an emergency number needs none. */
function hoursNote(line: HelpLine, as: CrisisKind | null, t: Translate): string | null {
  const { hours, phone, sms, chatUrl, emergency } = line;
  if (hours === 'always' && !line.unverifiedFields.includes('hours')) return null;
  if (hours !== null && hours !== 'always') return t('card.help.note.hours');
  const canTalk = (phone ?? sms ?? chatUrl) !== null;
  const needsNone = emergency || as === 'emergency' || as === 'directory';
  return canTalk && !needsNone ? t('card.help.note.hours-unknown') : null;
}

function textNote({ textKeyword }: HelpLine, t: Translate): string {
  return textKeyword === null
    ? t('card.help.note.text')
    : t('card.help.note.text-word', { word: textKeyword });
}

function hasNumber({ phone, sms }: HelpLine): boolean {
  return phone !== null || sms !== null;
}
