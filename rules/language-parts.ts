// A language stands in several files: a main one, and one for each stage. Here they become one, and it is still known where
// each thing stands.
import type { LoadedFile } from './load-file';
import type { Place, Problem } from './problem';
import type { LanguageFile, PartFile } from './schema';

/** One file of a language: its main file, which comes first, or one of its parts. */
export type Part = LoadedFile<PartFile>;

/** A language as one: words and gates of its main file, lists and signals of all. */
export function mergeParts(main: LanguageFile, parts: readonly Part[]): LanguageFile {
  return {
    ...main,
    lists: Object.assign({}, ...parts.map(({ value }) => value.lists)),
    signals: Object.assign({}, ...parts.map(({ value }) => value.signals)),
  };
}

/** Lists and signals that two files of a language define. */
export function namedTwice(parts: readonly Part[]): Problem[] {
  const problems: Problem[] = [];
  for (const kind of ['lists', 'signals'] as const) {
    const first = new Map<string, string>();
    for (const { file, value, lineOf } of parts)
      for (const name of Object.keys(value[kind])) {
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

/** Where what is in the merged language came from. */
export function placesIn(parts: readonly Part[]): Place {
  return (path) => {
    const [kind, name] = path;
    const part =
      kind === 'lists' || kind === 'signals'
        ? parts.find(({ value }) => value[kind][String(name)] !== undefined)
        : parts[0];
    return part ? { file: part.file, line: part.lineOf(path) } : { file: '', line: 0 };
  };
}
