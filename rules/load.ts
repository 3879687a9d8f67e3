// Reads rules/ from disk (build and scripts only), checks everything, and reports all problems at once.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ZodType, z } from 'zod';
import { createDetector } from '../engine/create-detector';
import type { Detector } from '../engine/detector';
import { splitWords } from '../engine/normalise';
import { shapeFaultOf } from '../engine/pack';
import { listsOf, parsePhrase } from '../engine/phrase';
import type { Escalation, LearnedWeights, PackData, Rules, SignalTable } from '../engine/rules';
import { ClassifierError, readClassifier } from './classifier-file';
import { inPlainWords } from './plain-words';
import { type Path, readYaml, type Yaml } from './read-yaml';
import { romanise } from './romanise';
import {
  escalationsFile,
  type LanguageFile,
  languageFile,
  type PartFile,
  partFile,
  sexualFile,
  signalsFile,
} from './schema';

/** One thing that is wrong: where, and what. `line` is 1-based, 0 where unknown. */
export type Problem = {
  readonly file: string;
  readonly line: number;
  readonly signal: string | null;
  readonly message: string;
};
export type LoadedRules = {
  readonly rules: Rules;
  readonly problems: readonly Problem[];
  readonly files: readonly LoadedLanguage[];
};
export type LoadedLanguage = {
  readonly file: string;
  readonly source: LanguageFile;
  readonly pack: PackData;
};

/**
 * Loads and checks every rule file below `folder`.
 * Faulty entries are left out of `rules` and named in `problems`.
 * @param check false where phrases and examples were tried elsewhere (tests/rules): that takes most of the time
 */
export function loadRules(folder: string, { check = true } = {}): LoadedRules {
  const problems: Problem[] = [];
  const read = <T>(file: string, schema: ZodType<T>): { value: T; lineOf: Yaml['lineOf'] } | null => {
    const yaml = readFile(join(folder, file), file, problems);
    const checked = yaml ? schema.safeParse(yaml.value) : null;
    if (!yaml || !checked) return null;
    if (checked.success) return { value: checked.data, lineOf: yaml.lineOf };
    for (const issue of checked.error.issues) {
      const { path, message } = inPlainWords(issue, yaml.value);
      problems.push({ file, line: yaml.lineOf(path), signal: signalOf(path), message });
    }
    return null;
  };

  const signalSource = read('signals.yaml', signalsFile);
  const signals: SignalTable = Object.fromEntries(
    Object.entries(signalSource?.value ?? {}).map(([id, { stage, weight }]) => [id, { stage, weight }]),
  );
  /** Null where signals.yaml can't be read: every signal would seem unknown then, and bury the one fault. */
  const known = signalSource ? signals : null;
  const combinations = read('escalations.yaml', escalationsFile);
  if (combinations) problems.push(...checkEscalations(combinations, known));
  const escalations = (combinations?.value ?? []).map(
    (entry): Escalation => ({
      id: entry.id,
      level: entry.level,
      all: entry.all,
      within: entry.within,
      unknownAuthor: entry['unknown-author'],
      needs: entry.needs,
      unless: entry.unless,
      without: entry.without,
    }),
  );

  const files: LoadedLanguage[] = [];
  problems.push(...filesNotRead(folder));
  const names = readdirSync(join(folder, 'languages'))
    .filter((name) => /^[a-z]{2,3}\.yaml$/.test(name))
    .sort();
  for (const name of names) {
    const file = `languages/${name}`;
    const main = read(file, languageFile);
    if (!main) continue;
    const language = name.replace('.yaml', '');
    if (main.value.language !== language)
      problems.push({
        ...{ file, line: main.lineOf(['language']), signal: null },
        message: `language: must be ${language}, as the file is called`,
      });
    const parts: Part[] = [{ file, source: main.value, lineOf: main.lineOf }];
    let whole = known !== null;
    for (const partName of partsOf(join(folder, 'languages', language))) {
      const partPath = `languages/${language}/${partName}`;
      const part = read(partPath, partFile);
      if (part) parts.push({ file: partPath, source: part.value, lineOf: part.lineOf });
      else whole = false;
    }
    const sexual = read(file.replace('.yaml', '.sexual.yaml'), sexualFile);
    if (!sexual) whole = false;
    const terms = sexual?.value.terms ?? { strong: [], mild: [] };
    problems.push(...namedTwice(parts));
    const source = merge(main.value, parts);
    const widened = romanise(source);
    const pack = toPack(widened, {
      ...widened.lists,
      'sexual-strong': terms.strong,
      'sexual-mild': terms.mild,
    });
    if (check) problems.push(...checkPack(source, pack, whole ? signals : null, placesIn(parts)));
    files.push({ file, source, pack });
  }
  const packs = files.map(({ pack }) => pack);
  const learned = loadClassifier(folder, problems);
  return { rules: { signals, escalations, packs, learned }, problems, files };
}

/** What was learned; null where there is no such file, or where it can't be read. */
function loadClassifier(folder: string, problems: Problem[]): LearnedWeights | null {
  const file = 'classifier.tsv';
  if (!existsSync(join(folder, file))) return null;
  try {
    return readClassifier(readFileSync(join(folder, file), 'utf8'));
  } catch (error) {
    if (!(error instanceof ClassifierError)) throw error;
    problems.push({ file, line: error.line, signal: null, message: error.message });
    return null;
  }
}

/** Two of one name, and signals that are not there. */
function checkEscalations(
  { value, lineOf }: { readonly value: z.infer<typeof escalationsFile>; readonly lineOf: Yaml['lineOf'] },
  signals: SignalTable | null,
): Problem[] {
  const problems: Problem[] = [];
  value.forEach(({ id, all, unless, without }, i) => {
    const say = (path: Path, message: string) =>
      problems.push({ file: 'escalations.yaml', line: lineOf([i, ...path]), signal: null, message });
    if (value.findIndex((other) => other.id === id) < i)
      say(['id'], `id: another one is called ${id} already`);
    const named = [
      ...all.flatMap((group, g) => group.map((signal, s) => [['all', g, s], signal] as const)),
      ...unless.map((signal, s) => [['unless', s], signal] as const),
      ...without.map((signal, s) => [['without', s], signal] as const),
    ];
    for (const [path, signal] of named)
      if (signals && !signals[signal]) say(path, `${id} names an unknown signal: ${signal}`);
  });
  return problems;
}

/** One file of a language: its main file or one of its parts. */
type Part = { readonly file: string; readonly source: PartFile; readonly lineOf: Yaml['lineOf'] };
/** Where a path of the merged language stands. */
type Place = (path: Path) => { readonly file: string; readonly line: number };

function partsOf(folder: string): string[] {
  return existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => name.endsWith('.yaml'))
        .sort()
    : [];
}

/** A language as one: words and gates of its main file, lists and signals of all. */
function merge(main: LanguageFile, parts: readonly Part[]): LanguageFile {
  return {
    ...main,
    lists: Object.assign({}, ...parts.map(({ source }) => source.lists)),
    signals: Object.assign({}, ...parts.map(({ source }) => source.signals)),
  };
}

/** Lists and signals that two files of a language define. */
function namedTwice(parts: readonly Part[]): Problem[] {
  const problems: Problem[] = [];
  for (const kind of ['lists', 'signals'] as const) {
    const first = new Map<string, string>();
    for (const { file, source, lineOf } of parts)
      for (const name of Object.keys(source[kind])) {
        const known = first.get(name);
        if (known === undefined) first.set(name, file);
        else
          problems.push({
            file,
            line: lineOf([kind, name]),
            signal: kind === 'signals' ? name : null,
            message: `${name} stands in ${known} too`,
          });
      }
  }
  return problems;
}

function placesIn(parts: readonly Part[]): Place {
  return (path) => {
    const [kind, name] = path;
    const part =
      kind === 'lists' || kind === 'signals'
        ? parts.find(({ source }) => source[kind][String(name)] !== undefined)
        : parts[0];
    return part ? { file: part.file, line: part.lineOf(path) } : { file: '', line: 0 };
  };
}

function toPack(source: LanguageFile, lists: Readonly<Record<string, readonly string[]>>): PackData {
  return {
    language: source.language,
    gap: source.gap,
    lists,
    spellings: spellingsAsRead(source.spellings),
    endings: source.endings.map(asRead),
    otherWords: asRead(source['other-words']),
    ages: { ...source.ages, years: source.ages.years.map(asRead) },
    gates: source.gates,
    lessons: source.lessons,
    signals: Object.entries(source.signals).map(([id, { speaker, phrases, unless }]) => ({
      id,
      speaker,
      phrases,
      unless,
    })),
  };
}

/** A word, or several, as messages have them: without accents, look-alike letters made one. */
const asRead = (text: string): string => splitWords(text).words.join(' ');

/** Only what is one word: a spelling stands for a word, and a space would part it in the packs (prepare.ts). */
function spellingsAsRead(spellings: PackData['spellings']): PackData['spellings'] {
  const read = new Map<string, string[]>();
  for (const [word, others] of Object.entries(spellings)) {
    const base = asRead(word);
    const single = others.map(asRead).filter(isOneWord);
    if (isOneWord(base)) read.set(base, [...(read.get(base) ?? []), ...single]);
  }
  return Object.fromEntries(read);
}

const isOneWord = (read: string) => read !== '' && !read.includes(' ');

/**
 * All that can be wrong with one language: phrases first, then its examples.
 * @param signals null where one of the files can't be read: what it may hold is not called missing or unused then
 */
function checkPack(
  source: LanguageFile,
  pack: PackData,
  signals: SignalTable | null,
  placeOf: Place,
): Problem[] {
  const problems: Problem[] = [];
  const used = new Set<string>(['sexual-strong', 'sexual-mild', 'filler', 'common']);
  const checkPhrase = (text: string, path: Path, inList: boolean) => {
    const say = (message: string) => problems.push({ ...placeOf(path), signal: signalOf(path), message });
    try {
      const tree = parsePhrase(text, (part) => splitWords(part).words);
      for (const name of listsOf(tree)) {
        used.add(name);
        if (inList) say(`a list entry can't use a list: "${text}"`);
        else if (signals && !pack.lists[name]) say(`unknown list [${name}] in "${text}"`);
      }
      const fault = shapeFaultOf(tree);
      if (fault !== null) say(`"${text}" ${fault}`);
    } catch (error) {
      say(error instanceof Error ? error.message : String(error));
    }
  };
  for (const [name, entries] of Object.entries(source.lists))
    entries.forEach((text, i) => {
      checkPhrase(text, ['lists', name, i], true);
    });
  for (const [word, others] of Object.entries(source.spellings))
    for (const text of [word, ...others])
      if (!isOneWord(asRead(text)))
        problems.push({
          ...{ ...placeOf(['spellings', word]), signal: null },
          message: `spellings, ${word}: "${text}" is not read as one word. Write it into a list`,
        });
  source.gates.forEach((text, i) => {
    checkPhrase(text, ['gates', i], false);
  });
  source.lessons.forEach((text, i) => {
    checkPhrase(text, ['lessons', i], false);
  });
  for (const [id, entry] of Object.entries(source.signals)) {
    const say = (path: Path, message: string) =>
      problems.push({ ...placeOf(['signals', id, ...path]), signal: id, message });
    if (signals && !signals[id]) say([], 'unknown signal: it is not in signals.yaml');
    // What either may say is noted with the other person, whoever said it.
    if (entry.speaker === 'any' && signals?.[id] && signals[id].stage !== 'context')
      say(
        ['speaker'],
        "speaker: any is for signals of context alone: here it would hold a child's words against the other person",
      );
    entry.also.forEach((other, i) => {
      if (signals && !signals[other])
        say(['also', i], `also, entry ${i + 1}: ${other} is not in signals.yaml`);
    });
    entry.phrases.forEach((text, i) => {
      checkPhrase(text, ['signals', id, 'phrases', i], false);
    });
    entry.unless.forEach((text, i) => {
      checkPhrase(text, ['signals', id, 'unless', i], false);
    });
  }
  if (signals === null || problems.length > 0) return problems; // a list may be used where a phrase can't be read
  for (const name of Object.keys(source.lists))
    if (!used.has(name))
      problems.push({
        ...placeOf(['lists', name]),
        signal: null,
        message: `list [${name}] is used by nothing`,
      });
  if (problems.length > 0) return problems;
  return checkExamples(source, createDetector([pack], signals), signals, placeOf);
}

function checkExamples(
  source: LanguageFile,
  detector: Detector,
  signals: SignalTable,
  placeOf: Place,
): Problem[] {
  const problems: Problem[] = [];
  for (const [id, entry] of Object.entries(source.signals)) {
    const say = (kind: string, i: number, message: string) =>
      problems.push({ ...placeOf(['signals', id, kind, i]), signal: id, message });
    entry.matches.forEach((text, i) => {
      const { hits, gated } = detector.read(text);
      const found = hits.map((hit) => hit.signal);
      if (gated) say('matches', i, `a gate hides this example: "${text}"`);
      if (!found.includes(id)) say('matches', i, `should hit: "${text}"`);
      const unsaid = found.filter(
        (other) =>
          other !== id &&
          !entry.also.includes(other) &&
          (signals[other]?.weight ?? 0) > 0 &&
          signals[other]?.stage !== 'context',
      );
      if (unsaid.length > 0)
        say('matches', i, `also hits ${unsaid.join(', ')}: say so under "also", or make it pure: "${text}"`);
    });
    entry.ignores.forEach((text, i) => {
      const { hits, gated } = detector.read(text);
      if (!gated && hits.some((hit) => hit.signal === id)) say('ignores', i, `should not hit: "${text}"`);
    });
  }
  return problems;
}

function signalOf(path: Path): string | null {
  return path[0] === 'signals' && path.length > 1 ? String(path[1]) : null;
}

function readFile(path: string, file: string, problems: Problem[]): Yaml | null {
  const wrong = (line: number, message: string) => {
    problems.push({ file, line, signal: null, message });
    return null;
  };
  if (!existsSync(path)) return wrong(0, 'the file is missing');
  const read = readYaml(readFileSync(path, 'utf8'));
  return 'message' in read ? wrong(read.line, read.message) : read;
}

/** Files that somebody thinks are rules, and that are called or put so that nothing reads them. */
function filesNotRead(folder: string): Problem[] {
  const place = join(folder, 'languages');
  return readdirSync(place, { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => /\.ya?ml$/i.test(name))
    .filter((name) => {
      const [, language] = /^([a-z]{2,3})(\.sexual\.yaml|\.yaml|\/[^/]+\.yaml)$/.exec(name) ?? [];
      return language === undefined || !existsSync(join(place, `${language}.yaml`));
    })
    .sort()
    .map((name) => ({
      ...{ file: `languages/${name}`, line: 0, signal: null },
      message:
        'is read by nothing: call it <lang>.yaml, <lang>.sexual.yaml or <lang>/<stage>.yaml, with a <lang>.yaml',
    }));
}

/** Problems as lines for a terminal. */
export function describeProblems(problems: readonly Problem[]): string {
  return problems
    .map(
      ({ file, line, signal, message }) => `rules/${file}:${line}${signal ? ` [${signal}]` : ''} ${message}`,
    )
    .join('\n');
}
