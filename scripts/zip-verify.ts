// `npm run zip:verify`: anyone can make the packages from the sources zip, byte for byte. Unpacks it elsewhere, puts keys
// where a careless person would, builds again under another clock and language, and compares. With `--installed` the
// packages of this folder are used in place of `npm ci`: quicker, and without the network.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { helpIfAsked } from './arguments';
import { installPackages } from './install.mjs';
import { newKey } from './packages/crx';
import { readZip } from './packages/zips';

const ROOT = path.resolve(import.meta.dirname, '..');
const OUT = path.join(ROOT, '.output');
/** None of these may change a byte. */
const ELSEWHERE = { TZ: 'Asia/Phnom_Penh', LANG: 'C', LC_ALL: 'C' };
/** Where keys are left lying, by the names that they tend to have. */
const KEYS = ['key.pem', 'docs/school.pem', 'scripts/store.key'];

const HELP = `npm run zip:verify -- [--installed]

  --installed  takes the packages of this folder in place of npm ci: quicker, and without the network`;

function run(): number {
  helpIfAsked(HELP);
  const sums = readFileSync(path.join(OUT, 'SHA256SUMS'), 'utf8').trim().split('\n');
  const names = sums.map((line) => line.split(/\s+/)[1] ?? '');
  const folder = mkdtempSync(path.join(os.tmpdir(), 'porchlight-rebuild-'));
  try {
    unpack(names.find((name) => name.endsWith('-sources.zip')) ?? '', folder);
    for (const key of KEYS) writeFileSync(path.join(folder, key), newKey());
    if (process.argv.includes('--installed'))
      symlinkSync(path.join(ROOT, 'node_modules'), path.join(folder, 'node_modules'), 'junction');
    else if (!installPackages(folder)) return 1;
    const made = spawnSync(process.execPath, ['--import', 'tsx', 'scripts/zip.ts'], {
      ...{ cwd: folder, encoding: 'utf8' },
      env: { ...process.env, ...ELSEWHERE },
    });
    if (made.status !== 0) throw new Error(`The sources do not build: ${made.stdout}\n${made.stderr}`);
    const differing = names.filter((name) => !sameBytes(name, folder));
    for (const name of names) console.log(`${differing.includes(name) ? '✘ differs' : '✓ same'}  ${name}`);
    return differing.length === 0 ? 0 : 1;
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

function unpack(zip: string, folder: string): void {
  for (const [name, bytes] of Object.entries(readZip(readFileSync(path.join(OUT, zip))))) {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, bytes);
  }
}

function sameBytes(name: string, folder: string): boolean {
  return readFileSync(path.join(OUT, name)).equals(readFileSync(path.join(folder, '.output', name)));
}

try {
  process.exitCode = run();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
