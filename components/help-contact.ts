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
};

/** From the chosen lines to what cards show. `language` decides between a line's two names. */
export function cardHelp(help: HelpForCard, t: Translate, language: Language): CardHelp {
  const { hotline, childHelpline, crisis } = help;
  return {
    hotline: helpContact(hotline, null, t, language),
    helpline: childHelpline === null ? null : helpContact(childHelpline, null, t, language),
    crisis: helpContact(crisis.line, crisis.as, t, language),
  };
}

/** One line; `as` says what stands in for a crisis line, so that it is never called more than it is. */
export function helpContact(
  line: HelpLine,
  as: CrisisKind | null,
  t: Translate,
  language: Language,
): HelpContact {
  const { name, nameLang } = lineNames(line, t, language);
  return {
    ...{ name, nameLang },
    number: line.phone ?? line.sms,
    formUrl: line.chatUrl ?? line.url,
    note: notesOf(line, as, t).join(' ') || null,
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

/** A line for a crisis says so too where its hours are not known; a list of lines and an emergency number have none. */
function hoursNote({ hours }: HelpLine, as: CrisisKind | null, t: Translate): string | null {
  if (hours === 'always') return null;
  if (hours !== null) return t('card.help.note.hours');
  const isLine = as !== null && as !== 'directory' && as !== 'emergency';
  return isLine ? t('card.help.note.hours-unknown') : null;
}

function textNote({ textKeyword }: HelpLine, t: Translate): string {
  return textKeyword === null
    ? t('card.help.note.text')
    : t('card.help.note.text-word', { word: textKeyword });
}

function hasNumber({ phone, sms }: HelpLine): boolean {
  return phone !== null || sms !== null;
}
