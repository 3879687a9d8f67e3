// The import graph: which folder may use which (docs/architecture.md). Reads what is built: scripts and tests may use everything.
import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';

const ROOT = resolve(__dirname, '../..');
const FOLDERS = [
  'entrypoints',
  'components',
  'platforms',
  'page',
  'engine',
  'rules',
  'help',
  'locales',
  'utils',
  'modules',
] as const;
type Folder = (typeof FOLDERS)[number];

/** What each folder may import at run time; types may come from other folders too. */
const MAY_USE: Readonly<Record<Folder, readonly Folder[]>> = {
  entrypoints: FOLDERS,
  components: ['components', 'engine', 'help', 'utils'],
  platforms: ['page', 'platforms'],
  page: ['page', 'engine', 'utils'],
  engine: ['engine'],
  rules: ['rules', 'engine'],
  help: ['help', 'utils', 'rules'], // both are written by people who don't program, and read in one way
  locales: ['locales'],
  utils: ['utils', 'engine', 'locales'],
  modules: ['modules'],
};

type Import = { readonly from: string; readonly to: string; readonly typeOnly: boolean };

function sourcesIn(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !/\.(test|d)\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
}

function importsOf(file: string): Import[] {
  const text = readFileSync(file, 'utf8');
  const statement = /^\s*(?:import|export)\s+(type\s+)?(?:[^'"();]*?\s+from\s+)?['"]([^'"]+)['"]/gm;
  return [...text.matchAll(statement)].map(([, type, to]) => ({
    from: file,
    to: to ?? '',
    typeOnly: type !== undefined,
  }));
}

const all = FOLDERS.flatMap(sourcesIn).flatMap(importsOf);
const folderOf = (path: string) => relative(ROOT, path).split('/')[0] as Folder;
const local = all
  .filter(({ to }) => to.startsWith('.'))
  .map((entry) => ({ ...entry, target: resolve(dirname(entry.from), entry.to) }));
const name = ({ from, to }: Import) => `${relative(ROOT, from)} → ${to}`;

describe('imports run one way', () => {
  test.each(FOLDERS)('%s uses only what it may', (folder) => {
    const wrong = local.filter(
      ({ from, target, typeOnly }) =>
        folderOf(from) === folder && !typeOnly && !MAY_USE[folder].includes(folderOf(target)),
    );
    expect(wrong.map(name)).toEqual([]);
  });
  test('an adapter builds on another only where both read the same site: messenger-docked on messenger', () => {
    const wrong = local.filter(
      ({ from, target, typeOnly }) =>
        folderOf(target) === 'platforms' &&
        folderOf(from) === 'platforms' &&
        !typeOnly &&
        !basename(from).startsWith(`${basename(target)}-`),
    );
    expect(wrong.map(name)).toEqual([]);
  });
  test('the graph was really read', () => expect(local.length).toBeGreaterThan(50));
  test('the engine imports nothing from outside itself, not even a package', () => {
    const wrong = all.filter(({ from, to }) => folderOf(from) === 'engine' && !to.startsWith('./'));
    expect(wrong.map(name)).toEqual([]);
  });
  test('an adapter takes types of the page alone', () => {
    const wrong = local.filter(
      ({ from, target, typeOnly }) =>
        folderOf(from) === 'platforms' && typeOnly && !['page', 'platforms'].includes(folderOf(target)),
    );
    expect(wrong.map(name)).toEqual([]);
  });
  test('nothing imports an entrypoint but itself', () => {
    const wrong = local.filter(
      ({ from, target }) => folderOf(target) === 'entrypoints' && folderOf(from) !== 'entrypoints',
    );
    expect(wrong.map(name)).toEqual([]);
  });
  test('components, engine, page and platforms know no browser', () => {
    const wrong = all.filter(
      ({ from, to }) =>
        ['components', 'engine', 'page', 'platforms'].includes(folderOf(from)) &&
        /^wxt|webextension-polyfill/.test(to),
    );
    expect(wrong.map(name)).toEqual([]);
  });
  test('full zod stays out of everything that ships but the build-time checks', () => {
    const wrong = all.filter(
      ({ from, to }) =>
        to === 'zod' && !/^(rules|help)\/(schema|load|plain-words)/.test(relative(ROOT, from)),
    );
    expect(wrong.map(name)).toEqual([]);
  });
  test('there are no circles', () => {
    const graph = new Map<string, string[]>();
    for (const { from, target, typeOnly } of local) {
      if (typeOnly) continue;
      const file = resolveFile(target);
      if (file) graph.set(from, [...(graph.get(from) ?? []), file]);
    }
    expect(circles(graph).map((path) => path.map((file) => relative(ROOT, file)).join(' → '))).toEqual([]);
  });
});

const files = new Set(FOLDERS.flatMap(sourcesIn));
function resolveFile(target: string): string | null {
  return ['', '.ts', '.tsx', '/index.ts'].map((end) => target + end).find((path) => files.has(path)) ?? null;
}

function circles(graph: ReadonlyMap<string, readonly string[]>): string[][] {
  const found: string[][] = [];
  const done = new Set<string>();
  const walk = (file: string, path: readonly string[]): void => {
    const at = path.indexOf(file);
    if (at >= 0) found.push([...path.slice(at), file]);
    if (at >= 0 || done.has(file)) return;
    for (const next of graph.get(file) ?? []) walk(next, [...path, file]);
    done.add(file);
  };
  for (const file of graph.keys()) walk(file, []);
  return found;
}
