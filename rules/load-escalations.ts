// The combinations of signals that need no sum (rules/escalations.yaml), read and checked.
import type { z } from 'zod';
import type { Escalation, SignalTable } from '../engine/rules';
import { type LoadedFile, loadFile, type RuleFolder } from './load-file';
import type { Problem } from './problem';
import type { Path } from './read-yaml';
import { escalationsFile } from './schema';

type EscalationsFile = z.infer<typeof escalationsFile>;

/** @param signals null where signals.yaml can't be read: nothing is then called unknown */
export function loadEscalations(folder: RuleFolder, signals: SignalTable | null): Escalation[] {
  const loaded = loadFile(folder, 'escalations.yaml', escalationsFile);
  if (!loaded) return [];
  folder.problems.push(...checkEscalations(loaded, signals));
  return loaded.value.map((entry) => ({
    id: entry.id,
    level: entry.level,
    all: entry.all,
    within: entry.within,
    unknownAuthor: entry['unknown-author'],
    needs: entry.needs,
    unless: entry.unless,
    without: entry.without,
  }));
}

/** Two of one name, and signals that are not there. */
function checkEscalations(
  { file, value, lineOf }: LoadedFile<EscalationsFile>,
  signals: SignalTable | null,
): Problem[] {
  const problems: Problem[] = [];
  value.forEach(({ id, all, unless, without }, i) => {
    const say = (path: Path, message: string) =>
      problems.push({ file, line: lineOf([i, ...path]), signal: null, message });
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
