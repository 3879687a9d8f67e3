// Reads rules/ from disk (build and scripts only), checks everything, and reports all problems at once.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LearnedWeights, Rules, SignalTable } from '../engine/rules';
import { ClassifierError, readClassifier } from './classifier-file';
import { loadEscalations } from './load-escalations';
import { loadFile, type RuleFolder } from './load-file';
import { type LoadedLanguage, loadLanguage } from './load-language';
import type { Problem } from './problem';
import { signalsFile } from './schema';

export type LoadedRules = {
  readonly rules: Rules;
  readonly problems: readonly Problem[];
  readonly files: readonly LoadedLanguage[];
};

/**
 * Loads and checks every rule file below `path`.
 * Faulty entries are left out of `rules` and named in `problems`.
 * @param check false where phrases and examples were tried elsewhere (tests/rules): that takes most of the time
 */
export function loadRules(path: string, { check = true } = {}): LoadedRules {
  const problems: Problem[] = [];
  const folder = { path, problems };
  const signals = loadSignals(folder);
  const escalations = loadEscalations(folder, signals);
  problems.push(...filesNotRead(path));
  const files = languagesIn(path).flatMap((language) => loadLanguage(folder, language, signals, check) ?? []);
  const packs = files.map(({ pack }) => pack);
  const learned = loadClassifier(folder);
  return { rules: { signals: signals ?? {}, escalations, packs, learned }, problems, files };
}

/** Null where signals.yaml can't be read: every signal would seem unknown then, and bury the one fault. */
function loadSignals(folder: RuleFolder): SignalTable | null {
  const loaded = loadFile(folder, 'signals.yaml', signalsFile);
  if (!loaded) return null;
  return Object.fromEntries(
    Object.entries(loaded.value).map(([id, { stage, weight }]) => [id, { stage, weight }]),
  );
}

function languagesIn(path: string): string[] {
  const names = readdirSync(join(path, 'languages')).filter((name) => /^[a-z]{2,3}\.yaml$/.test(name));
  return names.sort().map((name) => name.replace('.yaml', ''));
}

/** What was learned; null where there is no such file, or where it can't be read. */
function loadClassifier({ path, problems }: RuleFolder): LearnedWeights | null {
  const file = 'classifier.tsv';
  if (!existsSync(join(path, file))) return null;
  try {
    return readClassifier(readFileSync(join(path, file), 'utf8'));
  } catch (error) {
    if (!(error instanceof ClassifierError)) throw error;
    problems.push({ file, line: error.line, signal: null, message: error.message });
    return null;
  }
}

/** Files that somebody thinks are rules, and that are called or put so that nothing reads them. */
function filesNotRead(path: string): Problem[] {
  const place = join(path, 'languages');
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
