// What of docs/admin is made from the code: the templates, from the sample settings, and the tables of settings.md, from
// the schema and the sites. `npm run tables` writes them; a test fails when they are stale.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Adapter } from '../../page/adapter';
import { switchesOf, switchOf } from '../../utils/service-of';
import { fill, loadAdapters } from '../tables-parts';
import { makeTemplates } from './templates';
import type { Settings } from './windows';

const FOLDER = 'docs/admin';
/** Where the sample settings lie, from the repository on. */
export const SAMPLE = `${FOLDER}/templates/settings.json`;

/** A part of public/managed-schema.json. */
export type SchemaPart = {
  readonly type: string;
  readonly title?: string;
  readonly description?: string;
  readonly properties?: Readonly<Record<string, SchemaPart>>;
};

/** The schema that Chrome and Edge are given. */
export function readSchema(root: string): SchemaPart {
  return JSON.parse(readFileSync(path.join(root, 'public/managed-schema.json'), 'utf8'));
}

/** The settings that a school copies and makes its own. What is in it is invented. */
export function readSample(root: string): Settings {
  return JSON.parse(readFileSync(path.join(root, SAMPLE), 'utf8'));
}

/** The templates as docs/admin shows them, by their path under templates/. */
export function sampleTemplates(root: string): ReadonlyMap<string, string> {
  return makeTemplates(readSample(root), Object.keys(readSchema(root).properties ?? {}));
}

/** Each file's text as it should be, by its path from `root`. */
export async function freshAdminDocs(root: string): Promise<ReadonlyMap<string, string>> {
  const read = (file: string) => readFileSync(path.join(root, FOLDER, file), 'utf8');
  const templates = sampleTemplates(root);
  const page = fill(
    fill(read('settings.md'), 'settings', settingsTable(readSchema(root))),
    'sites',
    sitesTable(await loadAdapters(root)),
  );
  return new Map([
    [`${FOLDER}/settings.md`, page],
    ...[...templates].map(([file, text]): [string, string] => [`${FOLDER}/templates/${file}`, text]),
  ]);
}

function settingsTable(schema: SchemaPart): string {
  const rows = partsOf(schema, '').map(
    ([key, { type, title, description }]) => `| \`${key}\` | ${type} | ${title}. ${description} |`,
  );
  return ['| key | kind | what it is |', '|---|---|---|', ...rows].join('\n');
}

function partsOf({ properties = {} }: SchemaPart, above: string): readonly [string, SchemaPart][] {
  return Object.entries(properties).flatMap(([name, part]): [string, SchemaPart][] => [
    [`${above}${name}`, part],
    ...partsOf(part, `${above}${name}.`),
  ]);
}

function sitesTable(adapters: readonly Adapter[]): string {
  const rows = [...switchesOf(adapters)].sort().map((service) => {
    const own = adapters.filter((adapter) => switchOf(adapters, adapter) === service);
    const names = own.map(({ name }) => name);
    return `| \`${service}\` | ${names.sort().join(', ')} |`;
  });
  return ['| name in `sitesOff` | what it switches off |', '|---|---|', ...rows].join('\n');
}
