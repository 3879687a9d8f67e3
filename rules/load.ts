// Reads rules/ from disk (build and scripts only), checks everything, and reports all problems at once.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LineCounter, parseDocument } from 'yaml';
import type { ZodType } from 'zod';
import { createDetector } from '../engine/create-detector';
import type { Detector } from '../engine/detector';
import { splitWords } from '../engine/normalise';
import { shapeFaultOf } from '../engine/pack';
import { listsOf, parsePhrase } from '../engine/phrase';
import type { Escalation, PackData, Rules, SignalTable } from '../engine/rules';
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

type Yaml = { readonly value: unknown; readonly lineOf: (path: readonly (string | number)[]) => number };

/**
 * Loads and checks every rule file below `folder`.
 * Faulty entries are left out of `rules` and named in `problems`.
 * @param check false where phrases and examples were tried elsewhere (tests/rules): that takes most of the time
 */
export function loadRules(folder: string, { check = true } = {}): LoadedRules {
  const problems: Problem[] = [];
  const read = <T>(file: string, schema: ZodType<T>): { value: T; lineOf: Yaml['lineOf'] } | null => {
    const yaml = readYaml(join(folder, file), file, problems);
    const checked = yaml ? schema.safeParse(yaml.value) : null;
    if (!yaml || !checked) return null;
    if (checked.success) return { value: checked.data, lineOf: yaml.lineOf };
    for (const issue of checked.error.issues) {
      const path = issue.path as (string | number)[];
      problems.push({
        file,
        line: yaml.lineOf(path),
        signal: signalOf(path),
        message: `${path.join(' › ')}: ${issue.message}`,
      });
    }
    return null;
  };

  const signalSource = read('signals.yaml', signalsFile)?.value ?? {};
  const signals: SignalTable = Object.fromEntries(
    Object.entries(signalSource).map(([id, { stage, weight }]) => [id, { stage, weight }]),
  );
  const escalations = (read('escalations.yaml', escalationsFile)?.value ?? []).map(
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
  for (const { id, all, unless, without } of escalations)
    for (const signal of [...all.flat(), ...unless, ...without])
      if (!signals[signal])
        problems.push({
          file: 'escalations.yaml',
          line: 0,
          signal,
          message: `${id} names an unknown signal`,
        });

  const files: LoadedLanguage[] = [];
  const names = readdirSync(join(folder, 'languages'))
    .filter((name) => /^[a-z]{2,3}\.yaml$/.test(name))
    .sort();
  for (const name of names) {
    const file = `languages/${name}`;
    const main = read(file, languageFile);
    if (!main) continue;
    const parts: Part[] = [{ file, source: main.value, lineOf: main.lineOf }];
    for (const partName of partsOf(join(folder, 'languages', main.value.language))) {
      const partPath = `languages/${main.value.language}/${partName}`;
      const part = read(partPath, partFile);
      if (part) parts.push({ file: partPath, source: part.value, lineOf: part.lineOf });
    }
    const terms = read(file.replace('.yaml', '.sexual.yaml'), sexualFile)?.value.terms ?? {
      strong: [],
      mild: [],
    };
    problems.push(...namedTwice(parts));
    const source = merge(main.value, parts);
    const pack = toPack(source, {
      ...source.lists,
      'sexual-strong': terms.strong,
      'sexual-mild': terms.mild,
    });
    if (check) problems.push(...checkPack(source, pack, signals, placesIn(parts)));
    files.push({ file, source, pack });
  }
  return { rules: { signals, escalations, packs: files.map(({ pack }) => pack) }, problems, files };
}

/** One file of a language: its main file or one of its parts. */
type Part = { readonly file: string; readonly source: PartFile; readonly lineOf: Yaml['lineOf'] };
/** Where a path of the merged language stands. */
type Place = (path: readonly (string | number)[]) => { readonly file: string; readonly line: number };

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
    spellings: source.spellings,
    endings: source.endings,
    otherWords: source['other-words'],
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

/** All that can be wrong with one language: phrases first, then its examples. */
function checkPack(source: LanguageFile, pack: PackData, signals: SignalTable, placeOf: Place): Problem[] {
  const problems: Problem[] = [];
  const used = new Set<string>(['sexual-strong', 'sexual-mild', 'filler', 'common']);
  const checkPhrase = (text: string, path: readonly (string | number)[], inList: boolean) => {
    const say = (message: string) => problems.push({ ...placeOf(path), signal: signalOf(path), message });
    try {
      const tree = parsePhrase(text, (part) => splitWords(part).words);
      for (const name of listsOf(tree)) {
        used.add(name);
        if (inList) say(`a list entry can't use a list: "${text}"`);
        else if (!pack.lists[name]) say(`unknown list [${name}] in "${text}"`);
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
  source.gates.forEach((text, i) => {
    checkPhrase(text, ['gates', i], false);
  });
  source.lessons.forEach((text, i) => {
    checkPhrase(text, ['lessons', i], false);
  });
  for (const [id, entry] of Object.entries(source.signals)) {
    if (!signals[id]) problems.push({ ...placeOf(['signals', id]), signal: id, message: 'unknown signal' });
    entry.phrases.forEach((text, i) => {
      checkPhrase(text, ['signals', id, 'phrases', i], false);
    });
    entry.unless.forEach((text, i) => {
      checkPhrase(text, ['signals', id, 'unless', i], false);
    });
  }
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

function signalOf(path: readonly (string | number)[]): string | null {
  return path[0] === 'signals' && path.length > 1 ? String(path[1]) : null;
}

function readYaml(path: string, file: string, problems: Problem[]): Yaml | null {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    problems.push({ file, line: 0, signal: null, message: 'the file is missing' });
    return null;
  }
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  for (const error of document.errors)
    problems.push({ file, line: lines.linePos(error.pos[0]).line, signal: null, message: error.message });
  if (document.errors.length > 0) return null;
  return {
    value: document.toJS(),
    lineOf: (at) => {
      const node = document.getIn([...at], true) as { range?: readonly number[] } | undefined;
      return node?.range ? lines.linePos(node.range[0] ?? 0).line : 0;
    },
  };
}

/** Problems as lines for a terminal. */
export function describeProblems(problems: readonly Problem[]): string {
  return problems
    .map(
      ({ file, line, signal, message }) => `rules/${file}:${line}${signal ? ` [${signal}]` : ''} ${message}`,
    )
    .join('\n');
}
