// `npm run endure`: runs what the table of scripts/endure/rows.ts promises, in full, and prints what was held and what broke.
// `-- --help` names the options.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { helpIfAsked, WrongArgument } from './arguments';
import { HOUR_ROWS, ROWS } from './endure/rows';
import { tableOf } from './endure/table';
import { FORM, RECORDS, type TrialRecord } from './endure/trial';
import { commandOf } from './install.mjs';
import './plain-faults';
import { fill } from './tables-parts';

const ROOT = path.resolve(import.meta.dirname, '..');
const README = path.join(ROOT, 'README.md');
helpIfAsked(`npm run endure -- [--hour] [--write] [--of <folder>]

  --hour   only the fuzz, an hour of it in all
  --write  puts the table into the README, where all of it held
  --of     runs nothing: prints what an earlier run left in the folder (npm test does, of its short form)`);
const { values } = parseArgs({
  options: {
    hour: { type: 'boolean', default: false },
    write: { type: 'boolean', default: false },
    of: { type: 'string' },
  },
});
const { hour } = values;
if (hour && (values.write || values.of !== undefined))
  throw new WrongArgument('--hour runs a part of the table: it goes with neither --write nor --of');
const rows = hour ? HOUR_ROWS : ROWS;
const only = values.of ?? null;

const folder = only ?? mkdtempSync(path.join(os.tmpdir(), 'porchlight-endure-'));
const failed = only === null ? runAll() : [];
const table = tableOf(recordsIn(folder), rows);
if (only === null) rmSync(folder, { recursive: true, force: true });

process.stdout.write(`\n${table.text}\n`);
for (const what of [...table.wrong, ...failed]) process.stdout.write(`\nNOT HELD: ${what}`);
const held = table.wrong.length === 0 && failed.length === 0;
process.stdout.write(held ? '\nAll of it held.\n' : '\n');
if (held && values.write) write();
process.exitCode = held ? 0 : 1;

/** Runs the tests behind the rows; names those that ended badly. Fuzz alone in the hour's form. */
function runAll(): string[] {
  const tests = rows.map(({ test }) => test);
  const unit = tests.filter((test) => test.endsWith('.test.ts'));
  const browser = tests.filter((test) => test.endsWith('.spec.ts'));
  process.env[RECORDS] = folder;
  process.env[FORM] = hour ? 'hour' : 'full';
  const run = (...command: string[]) =>
    spawnSync(process.execPath, command, { cwd: ROOT, stdio: 'inherit' }).status === 0;
  return [
    ...(run(commandOf('vitest'), 'run', ...unit) ? [] : ['a test of those above failed (vitest)']),
    ...(browser.length === 0 ||
    run(commandOf('@playwright/test', 'playwright'), 'test', '--workers=1', ...browser)
      ? []
      : ['a test of those above failed (Playwright)']),
  ];
}

function recordsIn(place: string): TrialRecord[] {
  if (!existsSync(place)) return [];
  return readdirSync(place)
    .filter((name) => name.endsWith('.json'))
    .map((name) => JSON.parse(readFileSync(path.join(place, name), 'utf8')) as TrialRecord);
}

function write(): void {
  const day = new Date().toISOString().slice(0, 10);
  const cores = `${os.cpus().length} cores`;
  const content = `Run on ${day}, Node ${process.versions.node}, ${cores}:\n\n${table.text}`;
  writeFileSync(README, fill(readFileSync(README, 'utf8'), 'endure', content));
}
