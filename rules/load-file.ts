// Reads one rule file and checks its shape.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ZodType } from 'zod';
import { inPlainWords } from './plain-words';
import { type Problem, signalOf } from './problem';
import { readYaml, type Yaml } from './read-yaml';

/** Where the rules stand, and what is found wrong with them. */
export type RuleFolder = { readonly path: string; readonly problems: Problem[] };

export type LoadedFile<T> = {
  /** Below the folder. */
  readonly file: string;
  readonly value: T;
  readonly lineOf: Yaml['lineOf'];
};

/** Null where the file is missing, can't be read or has another shape; the folder's problems then say why. */
export function loadFile<T>(folder: RuleFolder, file: string, schema: ZodType<T>): LoadedFile<T> | null {
  const yaml = readFile(folder, file);
  if (!yaml) return null;
  const checked = schema.safeParse(yaml.value);
  if (checked.success) return { file, value: checked.data, lineOf: yaml.lineOf };
  for (const issue of checked.error.issues) {
    const { path, message } = inPlainWords(issue, yaml.value);
    folder.problems.push({ file, line: yaml.lineOf(path), signal: signalOf(path), message });
  }
  return null;
}

function readFile({ path, problems }: RuleFolder, file: string): Yaml | null {
  const wrong = (line: number, message: string) => {
    problems.push({ file, line, signal: null, message });
    return null;
  };
  const whole = join(path, file);
  if (!existsSync(whole)) return wrong(0, 'the file is missing');
  const read = readYaml(readFileSync(whole, 'utf8'));
  return 'message' in read ? wrong(read.line, read.message) : read;
}
