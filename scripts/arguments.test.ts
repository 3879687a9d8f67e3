// `-- --help` says how a command is used, names all that it takes, and does nothing else.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

const ROOT = path.resolve(import.meta.dirname, '..');
const { scripts }: { scripts: Record<string, string> } = JSON.parse(
  readFileSync(path.join(ROOT, 'package.json'), 'utf8'),
);
/** Where the options stand of commands that read them in a file of its own. */
const READ_ELSEWHERE: Readonly<Record<string, string>> = {
  start: 'scripts/tour/arguments.ts',
  bench: 'scripts/bench-arguments.ts',
  eval: 'scripts/evaluation/arguments.ts',
};

/** The file that a command runs, through scripts/from-clone.mjs too. */
function sourceOf(command: string): string {
  const [, script, inner] = /(scripts\/\S+\.(?:ts|mjs))(?: (\S+))?$/.exec(scripts[command] ?? '') ?? [];
  return READ_ELSEWHERE[command] ?? (inner ? `scripts/${inner}.ts` : (script ?? ''));
}

function run(command: string, ...given: string[]): Promise<{ out: string; status: number | null }> {
  const [runner, ...words] = (scripts[command] ?? '').split(' ');
  const start = runner === 'tsx' ? ['--import', 'tsx', ...words] : words;
  const child = spawn(process.execPath, [...start, ...given], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let out = '';
  child.stdout.on('data', (chunk) => {
    out += chunk;
  });
  return new Promise((resolve) => child.on('close', (status) => resolve({ out, status })));
}

test.concurrent.each([
  ...['start', 'bench', 'eval', 'school', 'hotlines-due', 'release-check', 'save-fixture', 'endure'],
  ...['prove-private', 'replay', 'new-platform', 'train', 'reloads', 'screens'],
])('%s --help', async (command) => {
  const { out, status } = await run(command, '--help');
  expect(out).toMatch(new RegExp(`^npm (run )?(-s )?${command}\\b`));
  expect(status).toBe(0);
  const source = readFileSync(path.join(ROOT, sourceOf(command)), 'utf8');
  for (const [, option] of source.matchAll(/([a-z-]+)'?: \{ type: '/g))
    if (option !== 'help') expect(out).toMatch(new RegExp(`^  --${option}\\b`, 'm'));
});

test('-h asks for the same', async () => expect((await run('train', '-h')).out).toMatch(/^npm run train /));
