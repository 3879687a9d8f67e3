// What a line is called for a reader: cards and popup say the same name, and the popup the other one below. Pure.
import type { HelpLine } from '../help/types';
import type { Translate } from '../utils/i18n';
import type { Language } from '../utils/settings';

/** The name to read first, and the one to know the line by on its own page; null where they are one. */
export type LineNames = { readonly name: string; readonly other: string | null };

/** Our own wording of an English name (`names.line` of a catalogue), else the line's native name, else the English one. */
export function lineNames(line: HelpLine, t: Translate, language: Language): LineNames {
  const key = `names.line.${line.id}`;
  if (t.has(key)) return { name: t(key), other: line.name };
  if (line.nativeName === null) return { name: line.name, other: null };
  if (language === 'en') return { name: line.name, other: line.nativeName };
  return { name: line.nativeName, other: line.name };
}
