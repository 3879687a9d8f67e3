// `npm run zip`: the packages for the stores and for schools, in .output. The same sources give the same bytes (`npm run
// zip:verify` proves it). Nothing is made where a package would hold a key.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { commandOf } from './install.mjs';
import { npmBom, shippedBom, writeBom } from './packages/sbom';
import { findSecrets } from './packages/secrets';
import { keepTracked, trackedFiles } from './packages/tracked';
import { type Files, readZip, writeZip } from './packages/zips';

const ROOT = path.resolve(import.meta.dirname, '..');
const OUT = path.join(ROOT, '.output');
/** The Firefox build makes the zip of the sources too, which Mozilla's reviewers ask for. */
const BROWSERS = ['chrome', 'firefox'] as const;
const SOURCES = 'sources';
/** Edge takes what Chrome takes: the same bytes under a name of its own. */
const EDGE = 'edge';
const { name, version } = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8'));

function run(): void {
  for (const browser of BROWSERS) build(browser);
  for (const kind of [...BROWSERS, SOURCES]) pack(kind);
  copyFileSync(path.join(OUT, zipOf('chrome')), path.join(OUT, zipOf(EDGE)));
  const shipped = new Set(BROWSERS.flatMap((browser) => readJson<string[]>(`${browser}-packages.json`)));
  const bom = `${name}-${version}.cdx.json`;
  writeFileSync(path.join(OUT, bom), writeBom(shippedBom(npmBom(ROOT), [...shipped], name)));
  const zips = ['chrome', EDGE, 'firefox', SOURCES].map(zipOf);
  const sums = [...zips, bom].map((file) => `${sha256(file)}  ${file}\n`).join('');
  writeFileSync(path.join(OUT, 'SHA256SUMS'), sums);
  console.log(`${OUT}:\n${sums}`);
}

function zipOf(kind: string): string {
  return `${name}-${version}-${kind}.zip`;
}

function build(browser: string): void {
  const args = [commandOf('wxt'), 'zip', '--browser', browser, '--mv3'];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: ROOT, encoding: 'utf8' });
  if (status !== 0) throw new Error(`The build for ${browser} failed.\n${stdout}\n${stderr}`);
}

/** Writes the zip anew in the form that is always the same; there is none where it would hold a key. */
function pack(kind: string): void {
  const zip = zipOf(kind);
  const file = path.join(OUT, zip);
  const made = readZip(readFileSync(file));
  rmSync(file); // until it is known what is in it
  const files = kind === SOURCES ? ownSources(made) : made;
  const secrets = findSecrets(files);
  if (secrets.length > 0)
    throw new Error(`${zip} would hold keys. Move them out of ${ROOT}: ${secrets.join(', ')}`);
  writeFileSync(file, writeZip(files));
}

/** WXT packs whatever lies in the folder, such as a page that somebody saved for a test. */
function ownSources(files: Files): Files {
  const { kept, left } = keepTracked(files, trackedFiles(ROOT));
  if (left.length > 0)
    console.warn(`Not in the sources, since git does not list them (\`git add\`): ${left.join(', ')}`);
  return kept;
}

function readJson<T>(file: string): T {
  return JSON.parse(readFileSync(path.join(OUT, file), 'utf8')) as T;
}

function sha256(file: string): string {
  return createHash('sha256')
    .update(readFileSync(path.join(OUT, file)))
    .digest('hex');
}

try {
  run();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
