// What must hold before a release goes out, and what people must be told that it lacks. Each check gives its findings; none
// changes anything.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { loadHelp, readHelpFiles } from '../../help/load';
import { dueEntries, dueRow, overdue } from '../../help/stale';
import { loadRules } from '../../rules/load';
import { freshAdminDocs } from '../admin/docs';
import { freshReadme } from '../tables';
import { loadAdapters } from '../tables-parts';

/** One question, and what was found against it: nothing where all is well. */
export type Check = { readonly asks: string; readonly found: readonly string[] };
/** What stops a release, and what only has to be known and said. */
export type Checks = { readonly stops: readonly Check[]; readonly gaps: readonly Check[] };

export type CheckOptions = {
  readonly root: string;
  /** In milliseconds. */
  readonly today: number;
  /** A line that is offered first must have been looked at in so many days. */
  readonly days: number;
};

export async function runChecks({ root, today, days }: CheckOptions): Promise<Checks> {
  const version = packageVersion(root);
  const { data } = loadHelp(readHelpFiles(path.join(root, 'help')));
  const entries = data === null ? [] : dueEntries(data, today);
  const old = overdue(entries, days);
  const adapters = await loadAdapters(root);
  return {
    stops: [
      { asks: 'Is everything committed?', found: uncommitted(root) },
      { asks: 'Are the tables and the guide fresh? (npm run tables)', found: await staleFiles(root) },
      { asks: `Does CHANGELOG.md tell of ${version}, with a date?`, found: undated(root, version) },
      { asks: 'Are the packages made, and whole? (npm run zip)', found: brokenPackages(root, version) },
      {
        asks: `Was every line that is offered first looked at in ${days} days? (npm run hotlines-due)`,
        found: data === null ? ['help/ is not right'] : old.filter(({ first }) => first).map(dueRow),
      },
    ],
    gaps: [
      { asks: 'Did native speakers read the languages?', found: unreviewed(root) },
      {
        asks: 'Was every site seen live?',
        found: adapters.filter(({ evidence }) => evidence.seenLive === null).map(({ name }) => name),
      },
      {
        asks: 'Did one of us dial every line that is offered first?',
        found: entries.filter(({ first, dialled }) => first && dialled === null).map(dueRow),
      },
    ],
  };
}

/** The number in package.json, which the packages carry. */
function packageVersion(root: string): string {
  return JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')).version;
}

function uncommitted(root: string): string[] {
  const { status, stdout } = spawnSync('git', ['status', '--porcelain'], { cwd: root, encoding: 'utf8' });
  if (status !== 0) return ['This is no git folder, so nobody can say which sources these are.'];
  return stdout.split('\n').filter((line) => line !== '');
}

async function staleFiles(root: string): Promise<string[]> {
  const fresh = [['README.md', await freshReadme()], ...(await freshAdminDocs(root))] as const;
  return fresh
    .filter(([file, text]) => readFileSync(path.join(root, file), 'utf8') !== text)
    .map(([file]) => file);
}

/** The entry must have lost its "not released yet": a day stands there, as in `## 0.1.0, 1 December 2026`. */
export function undated(root: string, version: string): string[] {
  const heads = readFileSync(path.join(root, 'CHANGELOG.md'), 'utf8').match(/^## .*$/gm) ?? [];
  const head = heads.find((one) => one.startsWith(`## ${version}`));
  if (head === undefined) return [`There is no entry for ${version}.`];
  return /\b20\d\d\b/.test(head) ? [] : [`"${head}" has no date.`];
}

/** SHA256SUMS names each package; a file that is missing or other than it says is broken. */
export function brokenPackages(root: string, version: string): string[] {
  const out = path.join(root, '.output');
  const list = path.join(out, 'SHA256SUMS');
  if (!existsSync(list)) return ['.output/SHA256SUMS is missing.'];
  const lines = readFileSync(list, 'utf8').trim().split('\n');
  const broken = lines.filter((line) => {
    const [sum, name = ''] = line.split(/\s+/);
    const file = path.join(out, name);
    return !existsSync(file) || createHash('sha256').update(readFileSync(file)).digest('hex') !== sum;
  });
  const others = lines.filter((line) => !line.includes(`-${version}`));
  return [
    ...broken.map((line) => `other than listed: ${line}`),
    ...others.map((line) => `other version: ${line}`),
  ];
}

function unreviewed(root: string): string[] {
  return loadRules(path.join(root, 'rules'))
    .files.filter(({ source }) => source['reviewed-by'].length === 0)
    .map(({ source }) => source.name);
}
