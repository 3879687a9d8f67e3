// `npm run tables`: writes the README's tables from the code. A test fails when they are stale.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Adapter } from '../page/adapter';
import { loadRules } from '../rules/load';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const EVIDENCE = { source: "the site's own source", captures: 'public captures', guess: 'a guess' } as const;

async function platformTable(): Promise<string> {
  const files = readdirSync(`${ROOT}platforms`).filter(
    (name) => /^[a-z0-9-]+\.ts$/.test(name) && name !== 'index.ts',
  );
  const modules = await Promise.all(
    files.map((name) => import(pathToFileURL(`${ROOT}platforms/${name}`).href)),
  );
  const adapters = modules
    .map((module: { default?: Adapter }) => module.default)
    .filter((adapter) => adapter !== undefined);
  const rows = adapters
    .sort((a, b) => a.name.localeCompare(b.name))
    .map(
      ({ name, reads, evidence, experimental }) =>
        `| ${name} | ${reads.join(', ')} | ${EVIDENCE[evidence.from]}${experimental ? ', experimental' : ''} | ${evidence.seenLive ?? 'not yet seen on the live site'} |`,
    );
  return ['| site | reads | built from | seen live |', '|---|---|---|---|', ...rows].join('\n');
}

function languageTable(): string {
  const rows = loadRules(`${ROOT}rules`).files.map(
    ({ source, pack }) =>
      `| ${source.name} | ${pack.signals.length} | ${pack.signals.reduce((sum, { phrases }) => sum + phrases.length, 0)} | ${source['reviewed-by'].join(', ') || 'not yet reviewed by a native speaker'} |`,
  );
  return ['| language | signals | phrases | reviewed by |', '|---|---|---|---|', ...rows].join('\n');
}

/** `text` with the part between `<!-- name -->` and `<!-- /name -->` replaced. */
function fill(text: string, name: string, content: string): string {
  const [open, close] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
  const start = text.indexOf(open);
  const end = text.indexOf(close);
  if (start < 0 || end < 0) throw new Error(`README.md has no ${open} … ${close}`);
  return `${text.slice(0, start + open.length)}\n${content}\n${text.slice(end)}`;
}

/** The README as it should be. */
export async function freshReadme(): Promise<string> {
  const readme = readFileSync(`${ROOT}README.md`, 'utf8');
  return fill(fill(readme, 'platforms', await platformTable()), 'languages', languageTable());
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  writeFileSync(`${ROOT}README.md`, await freshReadme());
