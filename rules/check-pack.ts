// All that can be wrong with one language: its phrases first, then its examples.
import { createDetector } from '../engine/create-detector';
import { splitWords } from '../engine/normalise';
import { shapeFaultOf } from '../engine/pack';
import { listsOf } from '../engine/phrase';
import { parsePhrase } from '../engine/phrase-parser';
import type { PackData, SignalTable } from '../engine/rules';
import { checkExamples, type Say } from './check-examples';
import { type Place, type Problem, signalOf } from './problem';
import type { Path } from './read-yaml';
import type { LanguageFile } from './schema';
import { isReadAsOneWord } from './to-pack';

type Check = {
  readonly lists: PackData['lists'];
  /** Null where not everything can be read. */
  readonly signals: SignalTable | null;
  /** The lists that something names. */
  readonly used: Set<string>;
  readonly say: Say;
};

/** Lists that count as used: the sexual terms, and what the engine itself takes. */
const USED_ANYWAY = ['sexual-strong', 'sexual-mild', 'filler', 'common'];

/**
 * Checks a language. Its examples are tried only where its phrases are sound.
 * @param signals null where one of the files can't be read: what it may hold is not called missing or unused then
 */
export function checkPack(
  source: LanguageFile,
  pack: PackData,
  signals: SignalTable | null,
  placeOf: Place,
): Problem[] {
  const problems: Problem[] = [];
  const say: Say = (path, message) => problems.push({ ...placeOf(path), signal: signalOf(path), message });
  const check: Check = { lists: pack.lists, signals, used: new Set(USED_ANYWAY), say };
  for (const [name, entries] of Object.entries(source.lists)) checkPhrases(check, entries, ['lists', name]);
  checkSpellings(source.spellings, say);
  checkOwnWords(source, say);
  checkPhrases(check, source.gates, ['gates']);
  checkPhrases(check, source.lessons, ['lessons']);
  for (const [id, entry] of Object.entries(source.signals)) checkSignal(check, id, entry);
  if (signals === null || problems.length > 0) return problems; // a list may be used where a phrase can't be read
  for (const name of Object.keys(source.lists))
    if (!check.used.has(name)) say(['lists', name], `list [${name}] is used by nothing`);
  if (problems.length === 0) checkExamples(source, createDetector([pack], signals), signals, say);
  return problems;
}

/** Phrases, and entries of lists, one after the other below `path`. */
function checkPhrases(check: Check, texts: readonly string[], path: Path): void {
  texts.forEach((text, i) => {
    checkPhrase(check, text, [...path, i]);
  });
}

function checkPhrase({ lists, signals, used, say }: Check, text: string, path: Path): void {
  try {
    const tree = parsePhrase(text, (part) => splitWords(part).words);
    for (const name of listsOf(tree)) {
      used.add(name);
      if (path[0] === 'lists') say(path, `a list entry can't use a list: "${text}"`);
      else if (signals && !lists[name]) say(path, `unknown list [${name}] in "${text}"`);
    }
    const fault = shapeFaultOf(tree);
    if (fault !== null) say(path, `"${text}" ${fault}`);
  } catch (error) {
    say(path, error instanceof Error ? error.message : String(error));
  }
}

function checkSpellings(spellings: LanguageFile['spellings'], say: Say): void {
  for (const [word, others] of Object.entries(spellings))
    for (const text of [word, ...others])
      if (!isReadAsOneWord(text))
        say(
          ['spellings', word],
          `spellings, ${word}: "${text}" is not read as one word. Write it into a list`,
        );
}

function checkOwnWords({ spellings, 'own-words': ownWords }: LanguageFile, say: Say): void {
  const spelled = new Set(Object.values(spellings).flat());
  ownWords.forEach((word, i) => {
    if (!spelled.has(word)) say(['own-words', i], `own-words: "${word}" stands nowhere among the spellings`);
  });
}

function checkSignal(check: Check, id: string, entry: LanguageFile['signals'][string]): void {
  const { signals, say } = check;
  const path = ['signals', id];
  if (signals && !signals[id]) say(path, 'unknown signal: it is not in signals.yaml');
  // What either may say is noted with the other person, whoever said it.
  if (entry.speaker === 'any' && signals?.[id] && signals[id].stage !== 'context')
    say(
      [...path, 'speaker'],
      "speaker: any is for signals of context alone: here it would hold a child's words against the other person",
    );
  entry.also.forEach((other, i) => {
    if (signals && !signals[other])
      say([...path, 'also', i], `also, entry ${i + 1}: ${other} is not in signals.yaml`);
  });
  checkPhrases(check, entry.phrases, [...path, 'phrases']);
  checkPhrases(check, entry.unless, [...path, 'unless']);
}
