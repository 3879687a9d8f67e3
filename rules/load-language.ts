// One language: its main file, its parts and its sexual terms, read, joined, checked and made a pack.
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { PackData, SignalTable } from '../engine/rules';
import { checkPack } from './check-pack';
import { mergeParts, namedTwice, type Part, placesIn } from './language-parts';
import { type LoadedFile, loadFile, type RuleFolder } from './load-file';
import type { Problem } from './problem';
import { romanise } from './romanise';
import { type LanguageFile, languageFile, partFile, sexualFile } from './schema';
import { toPack } from './to-pack';

export type LoadedLanguage = {
  readonly file: string;
  readonly source: LanguageFile;
  readonly pack: PackData;
};

/**
 * Null where its main file can't be read.
 * @param language its code, as its files are called
 * @param signals null where signals.yaml can't be read
 * @param check as for `loadRules`
 */
export function loadLanguage(
  folder: RuleFolder,
  language: string,
  signals: SignalTable | null,
  check: boolean,
): LoadedLanguage | null {
  const { problems } = folder;
  const main = loadFile(folder, `languages/${language}.yaml`, languageFile);
  if (!main) return null;
  problems.push(...misnamed(main, language));
  const files = partsOf(folder, language);
  const read = files.flatMap((file) => loadFile(folder, file, partFile) ?? []);
  const sexual = loadFile(folder, `languages/${language}.sexual.yaml`, sexualFile);
  const parts: Part[] = [main, ...read];
  problems.push(...namedTwice(parts));
  const source = mergeParts(main.value, parts);
  const pack = packOf(source, sexual?.value.terms ?? { strong: [], mild: [] });
  const isWhole = read.length === files.length && sexual !== null;
  if (check) problems.push(...checkPack(source, pack, isWhole ? signals : null, placesIn(parts)));
  return { file: main.file, source, pack };
}

function misnamed({ file, value, lineOf }: LoadedFile<LanguageFile>, language: string): Problem[] {
  if (value.language === language) return [];
  const message = `language: must be ${language}, as the file is called`;
  return [{ file, line: lineOf(['language']), signal: null, message }];
}

/** The files of its parts. */
function partsOf({ path }: RuleFolder, language: string): string[] {
  const place = `languages/${language}`;
  if (!existsSync(join(path, place))) return [];
  const names = readdirSync(join(path, place)).filter((name) => name.endsWith('.yaml'));
  return names.sort().map((name) => `${place}/${name}`);
}

function packOf(
  source: LanguageFile,
  { strong, mild }: { readonly strong: readonly string[]; readonly mild: readonly string[] },
): PackData {
  const widened = romanise(source);
  return toPack(widened, { ...widened.lists, 'sexual-strong': strong, 'sexual-mild': mild });
}
