// What the makers of tables share: the sites as the code has them, and filling a part of a page.
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Adapter } from '../page/adapter';

/** Every adapter, read from its file: the registry itself needs Vite. */
export async function loadAdapters(root: string): Promise<readonly Adapter[]> {
  const folder = path.join(root, 'platforms');
  const files = readdirSync(folder)
    .filter((name) => /^[a-z0-9-]+\.ts$/.test(name) && name !== 'index.ts')
    .sort();
  const modules = await Promise.all(files.map((name) => import(pathToFileURL(path.join(folder, name)).href)));
  return modules
    .map((module: { default?: Adapter }) => module.default)
    .filter((adapter) => adapter !== undefined);
}

/** `text` with the part between `<!-- name -->` and `<!-- /name -->` replaced. */
export function fill(text: string, name: string, content: string): string {
  const [open, close] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
  const start = text.indexOf(open);
  const end = text.indexOf(close);
  if (start < 0 || end < 0) throw new Error(`The page has no ${open} … ${close}`);
  return `${text.slice(0, start + open.length)}\n${content}\n${text.slice(end)}`;
}
