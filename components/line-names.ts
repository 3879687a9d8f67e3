// What a line is called for a reader: cards and popup say the same name, and the popup the other one below. Pure.
import type { HelpLine } from '../help/types';
import type { Translate } from '../utils/i18n';
import type { Language } from '../utils/settings';

/**
 * The name to read first, and the one to know the line by on its own page; null where they are one. Each with its
 * language where that is not the reader's: a voice that reads English can't say Khmer.
 */
export type LineNames = {
  readonly name: string;
  readonly nameLang: string | undefined;
  readonly other: string | null;
  readonly otherLang: string | undefined;
};

/**
 * Our own wording of an English name (`names.line` of a catalogue), else the line's native name for who reads the language it
 * is written in, else the English one.
 */
export function lineNames(line: HelpLine, t: Translate, language: Language): LineNames {
  const native = nativeLanguage(line);
  const foreign = (tag: string | undefined) => (tag === language ? undefined : tag);
  const english = { text: line.name, lang: foreign('en') };
  const own = line.nativeName === null ? null : { text: line.nativeName, lang: foreign(native) };
  const key = `names.line.${line.id}`;
  if (t.has(key)) return both({ text: t(key), lang: undefined }, english);
  return own !== null && native === language ? both(own, english) : both(english, own);
}

type Named = { readonly text: string; readonly lang: string | undefined };

const both = (first: Named, other: Named | null): LineNames => ({
  ...{ name: first.text, nameLang: first.lang },
  ...{ other: other?.text ?? null, otherLang: other?.lang },
});

/** Of its native name: the first language of a line that is not English; a test looks at their letters. */
function nativeLanguage({ languages }: HelpLine): string | undefined {
  return languages.find((tag) => tag !== 'en');
}
