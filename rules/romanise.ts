// Gives the phrases and lists of a language the Latin spelling of what they say in its own script, word by word (build only).
import { splitWords } from '../engine/normalise';
import { listsOf, type PhraseNode } from '../engine/phrase';
import { parsePhrase } from '../engine/phrase-parser';
import type { LanguageFile } from './schema';

/** Runs of a script that is written without spaces: letters and marks of Khmer, without its digits and signs. */
const SCRIPT = /^[\u1780-\u17d3]+$/u;
const LITERAL = /[\u1780-\u17d3\u17d7]+\??/gu;
/** A phrase of fewer words would be found in other languages too: no Latin spelling makes one. */
const LEAST_WORDS = 2;
/** Phrases with a gap stay as they are: with Latin words in them too, a third more of harmless talk was warned of. */
const GAP = '...';

/** Word in its script -> how it is named in Latin letters: from `romanised`, and from lists of one word ("mok: [មក, mok]"). */
function dictionaryOf({ lists, romanised }: LanguageFile): ReadonlyMap<string, string> {
  const words = new Map<string, string>();
  for (const [name, entries] of [...Object.entries(romanised), ...oneWordLists(lists)])
    for (const entry of entries) if (SCRIPT.test(entry)) words.set(entry, name);
  return words;
}

/** Lists that hold a word in its script and their own name. */
function oneWordLists(lists: LanguageFile['lists']): [string, readonly string[]][] {
  return Object.entries(lists).filter(
    ([name, entries]) =>
      entries.includes(name) && entries.every((entry) => SCRIPT.test(entry) || entry === name),
  );
}

/** The Latin words of what is written without spaces, by the fewest words that make all of it; null where a word is unknown. */
function spell(text: string, dictionary: ReadonlyMap<string, string>): readonly string[] | null {
  const best: (readonly string[] | undefined)[] = [[]];
  for (let from = 0; from < text.length; from += 1) {
    const before = best[from];
    if (!before) continue;
    for (let to = from + 1; to <= text.length; to += 1) {
      const word = dictionary.get(text.slice(from, to));
      const held = best[to];
      if (word !== undefined && (!held || before.length + 1 < held.length)) best[to] = [...before, word];
    }
  }
  return best[text.length] ?? null;
}

/** How few words may make a match: a list counts as one. */
function leastWords(node: PhraseNode): number {
  if (node.kind === 'word' || node.kind === 'list' || node.kind === 'class') return 1;
  if (node.kind === 'sequence') return node.items.reduce((sum, item) => sum + leastWords(item), 0);
  return node.kind === 'choice' ? Math.min(...node.items.map(leastWords)) : 0;
}

const treeOf = (phrase: string) => parsePhrase(phrase, (text) => splitWords(text).words);

/** Lists and spellings of a language, and its phrases, each with the Latin words of what it says in its script. */
export function romanise(source: LanguageFile): LanguageFile {
  const dictionary = dictionaryOf(source);
  if (dictionary.size === 0) return source;

  /** A phrase with the Latin spelling beside each literal of at least so many words. */
  function widen(phrase: string, least: number): string {
    return phrase.replace(LITERAL, (literal) => {
      const isOptional = literal.endsWith('?');
      const text = isOptional ? literal.slice(0, -1) : literal;
      const latin = spell(text, dictionary);
      if (!latin || latin.length < least) return literal;
      const written = latin.join(' ');
      if (new RegExp(`[(|]${written}[|)]`).test(phrase)) return literal;
      return `(${text}|${written})${isOptional ? '?' : ''}`;
    });
  }

  function widenPhrase(phrase: string): string {
    if (phrase.includes(GAP)) return phrase;
    const widened = widen(phrase, 1);
    if (widened === phrase) return phrase;
    return leastWords(treeOf(widened)) >= LEAST_WORDS ? widened : widen(phrase, LEAST_WORDS);
  }

  const everyPhrase = [
    ...source.gates,
    ...source.lessons,
    ...Object.values(source.signals).flatMap(({ phrases, unless }) => [...phrases, ...unless]),
  ];
  const alone = new Set(
    everyPhrase.map(treeOf).flatMap((tree) => (leastWords(tree) < LEAST_WORDS ? listsOf(tree) : [])),
  );
  const known = new Set(oneWordLists(source.lists).map(([name]) => name));

  function widenList([name, entries]: [string, readonly string[]]): [string, string[]] {
    if (known.has(name)) return [name, [...entries]];
    const least = alone.has(name) ? LEAST_WORDS : 1;
    const latin = entries.flatMap((entry) => {
      const words = SCRIPT.test(entry) ? spell(entry, dictionary) : null;
      return words && words.length >= least ? [words.join(' ')] : [];
    });
    return [name, [...new Set([...entries, ...latin])]];
  }

  return {
    ...source,
    lists: Object.fromEntries(Object.entries(source.lists).map(widenList)),
    spellings: spellingsOf(source),
    gates: source.gates.map(widenPhrase),
    lessons: source.lessons.map(widenPhrase),
    signals: Object.fromEntries(
      Object.entries(source.signals).map(([id, signal]) => [
        id,
        {
          ...signal,
          phrases: signal.phrases.map(widenPhrase),
          unless: signal.unless.map(widenPhrase),
        },
      ]),
    ),
  };
}

/** Spellings of the language and of its dictionary as one. */
function spellingsOf({ romanised, spellings }: LanguageFile): LanguageFile['spellings'] {
  const all = new Map(Object.entries(spellings));
  for (const [name, entries] of Object.entries(romanised)) {
    const latin = entries.filter((entry) => !SCRIPT.test(entry));
    if (latin.length > 0) all.set(name, [...new Set([...(all.get(name) ?? []), ...latin])]);
  }
  return Object.fromEntries(all);
}
