// Reads the help files and says everything that is wrong with them at once. Used while building and in tests alone.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
import { plainFault } from '../rules/plain-words';
import { readYaml } from '../rules/read-yaml';
import { countrySchema, routesSchema, situationsSchema } from './schema';
import type { HelpCountry, HelpData, Situation } from './types';

/** What the files say, or what is wrong: one line a problem, with file, line and entry. Exactly one of the two is empty. */
export type Loaded =
  | { readonly data: HelpData; readonly problems: readonly [] }
  | { readonly data: null; readonly problems: readonly string[] };

/** A help file by its name, e.g. { 'hotlines/kh.yaml': 'country: KH…' }. */
export type HelpFiles = Readonly<Record<string, string>>;

/** The situations of the help page, or what is wrong with them. Exactly one of the two is empty. */
export type LoadedSituations = {
  readonly situations: readonly Situation[];
  readonly problems: readonly string[];
};

export const SITUATIONS_FILE = 'situations.yaml';

/** Reads help/situations.yaml below `folder` and checks it. */
export function loadSituations(folder: string): LoadedSituations {
  return checkSituations(readFileSync(join(folder, SITUATIONS_FILE), 'utf8'));
}

/** Checks the text of help/situations.yaml. */
export function checkSituations(text: string): LoadedSituations {
  const problems: string[] = [];
  const read = readFile(SITUATIONS_FILE, text, situationsSchema, problems);
  return { situations: read?.situations ?? [], problems };
}

/** Reads help/hotlines/*.yaml and help/platform-routes.yaml below `folder`. Throws where the folder is missing. */
export function readHelpFiles(folder: string): HelpFiles {
  const names = readdirSync(join(folder, 'hotlines'))
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => `hotlines/${name}`);
  return Object.fromEntries(
    [...names, 'platform-routes.yaml'].map((name) => [name, readFileSync(join(folder, name), 'utf8')]),
  );
}

/** Checks the files against the schema and against each other. */
export function loadHelp(files: HelpFiles): Loaded {
  const problems: string[] = [];
  const read = <T>(name: string, schema: z.ZodType<T>) => readFile(name, files[name] ?? '', schema, problems);
  const countries = Object.keys(files)
    .filter((name) => name.startsWith('hotlines/'))
    .flatMap((name) => {
      const country = read(name, countrySchema);
      if (country === null) return [];
      if (name !== `hotlines/${country.country.toLowerCase()}.yaml`)
        problems.push(`${name}: is for ${country.country}, and so should be called by its name`);
      return [country];
    });
  const routes = read('platform-routes.yaml', routesSchema)?.routes ?? [];
  problems.push(...repeatedIds([...countries.flatMap(({ lines }) => lines), ...routes]));
  const international = countries.find(({ country }) => country === 'INT');
  const europe = countries.find(({ country }) => country === 'EU');
  if (international === undefined || europe === undefined)
    problems.push('hotlines: int.yaml and eu.yaml must be there and right');
  if (problems.length > 0 || international === undefined || europe === undefined)
    return { data: null, problems };
  return { data: { countries: countries.filter(isCountry), international, europe, routes }, problems: [] };
}

const isCountry = ({ country }: HelpCountry) => country !== 'INT' && country !== 'EU';

function readFile<T>(name: string, text: string, schema: z.ZodType<T>, problems: string[]): T | null {
  const read = readYaml(text);
  if ('message' in read) {
    problems.push(`${name}:${read.line}: ${read.message}`);
    return null;
  }
  const result = schema.safeParse(read.value);
  if (result.success) return result.data;
  for (const issue of result.error.issues) {
    const { path, message } = plainFault(issue, read.value);
    problems.push(`${name}:${read.lineOf(path)}${placeOf(issue.path, read.value)}: ${message}`);
  }
  return null;
}

/** 'kh-tpo, phone' instead of 'lines.4.phone': people look for the entry, not for its number. */
function placeOf(path: readonly PropertyKey[], content: unknown): string {
  let place = content;
  const names = path.map((key) => {
    place = (place as Record<PropertyKey, unknown> | null)?.[key];
    const id = (place as { id?: unknown } | null)?.id;
    return typeof id === 'string' ? id : typeof key === 'number' ? `entry ${key + 1}` : String(key);
  });
  return names.map((part) => `, ${part}`).join('');
}

function repeatedIds(entries: readonly { readonly id: string }[]): readonly string[] {
  const ids = entries.map(({ id }) => id);
  const repeated = new Set(ids.filter((id, index) => ids.indexOf(id) !== index));
  return [...repeated].map((id) => `${id}: two entries have this id`);
}
