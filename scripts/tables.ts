// `npm run tables`: writes the README's tables, and what docs/admin has from the code. Tests fail when they are stale.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { loadRules } from '../rules/load';
import { freshAdminDocs } from './admin/docs';
import { fill, loadAdapters } from './tables-parts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const EVIDENCE = { source: "the site's own source", captures: 'public captures', guess: 'a guess' } as const;

async function platformTable(): Promise<string> {
  const rows = [...(await loadAdapters(ROOT))]
    .sort((a, b) => a.name.localeCompare(b.name))
    .map(
      ({ name, reads, evidence, experimental }) =>
        `| ${name} | ${reads.join(', ')} | ${EVIDENCE[evidence.from]}${experimental ? ', experimental' : ''} | ${evidence.seenLive ?? 'not yet seen on the live site'} |`,
    );
  return ['| site | reads | built from | seen live |', '|---|---|---|---|', ...rows].join('\n');
}

function languageTable(): string {
  const rows = loadRules(`${ROOT}rules`, { check: false }).files.map(
    ({ source, pack }) =>
      `| ${source.name} | ${pack.signals.length} | ${pack.signals.reduce((sum, { phrases }) => sum + phrases.length, 0)} | ${source['reviewed-by'].join(', ') || 'not yet reviewed by a native speaker'} |`,
  );
  return ['| language | signals | phrases | reviewed by |', '|---|---|---|---|', ...rows].join('\n');
}

/** The README as it should be. */
export async function freshReadme(): Promise<string> {
  const readme = readFileSync(`${ROOT}README.md`, 'utf8');
  return fill(fill(readme, 'platforms', await platformTable()), 'languages', languageTable());
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(`${ROOT}README.md`, await freshReadme());
  for (const [file, text] of await freshAdminDocs(ROOT)) writeFileSync(`${ROOT}${file}`, text);
}
