// A new platform in a folder of its own: the tests of adapters find it by themselves, and fail with words until it is filled in.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { newPlatform } from './new-platform';

const REPOSITORY = path.resolve(import.meta.dirname, '..');
let root = '';

beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'porchlight-platform-'));
  for (const folder of ['page', 'engine', 'utils', 'node_modules'])
    symlinkSync(path.join(REPOSITORY, folder), path.join(root, folder));
  for (const file of ['fixtures.test.ts', 'fixture-pages.ts', 'page.ts', 'attach-roots.ts'])
    cpSync(path.join(REPOSITORY, 'tests/platforms', file), path.join(root, 'tests/platforms', file), {
      recursive: true,
    });
  cpSync(path.join(REPOSITORY, 'platforms/index.ts'), path.join(root, 'platforms/index.ts'));
  writeFileSync(path.join(root, 'package.json'), '{ "type": "module" }');
  // Node 20 lacks something that Vitest wants (scripts/node-20.ts).
  writeFileSync(
    path.join(root, 'vitest.config.ts'),
    `import ${JSON.stringify(path.join(REPOSITORY, 'scripts/node-20.ts'))};
export default { test: { include: ['tests/**/*.test.ts'] } };`,
  );
});
afterEach(() => rmSync(root, { recursive: true }));

/** Runs the tests of adapters there. */
function runTests(): string {
  const vitest = path.join(REPOSITORY, 'node_modules/vitest/vitest.mjs');
  const { stdout, stderr } = spawnSync(process.execPath, [vitest, 'run', '--root', root], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1' },
  });
  return stdout + stderr;
}

test('fails with words until it is filled in, and then passes', { timeout: 120_000 }, () => {
  const files = newPlatform(root, "Kid's Talk", 'talk.example.org');
  expect(files).toEqual([
    'platforms/kid-s-talk.ts',
    'tests/fixtures/kid-s-talk/thread.html',
    'tests/fixtures/kid-s-talk/thread.expected.json',
  ]);
  const before = runTests();
  expect(before).toContain('FILL IN: make `open` in platforms/kid-s-talk.ts give the chat');
  expect(before).toMatch(/Tests .*failed/);

  const [adapter = '', , expected = ''] = files.map((file) => path.join(root, file));
  const change = (file: string, ...pairs: readonly (readonly [string | RegExp, string])[]) =>
    writeFileSync(
      file,
      pairs.reduce((text, [from, to]) => text.replace(from, to), readFileSync(file, 'utf8')),
    );
  change(
    adapter,
    [/function open\([\s\S]*?\n}\n/, OPEN],
    ["speaker: 'unknown'", "speaker: Number(row.getAttribute('data-message-id')) % 2 ? 'other' : 'self'"],
  );
  change(expected, [/"FILL IN: [^"]*"/, '"1"']);
  const after = runTests();
  expect(after).not.toContain('FILL IN');
  expect(after).toMatch(/Tests +\d+ passed/);
  expect(after).not.toContain('failed');
});

const OPEN = `function open(document: Document, url: URL): OpenConversation | null {
  const list = document.querySelector('[role="log"]');
  const pane = list?.closest('main');
  const peer = chatIn(url);
  if (!list || !pane || peer === '') return null;
  const title = pane.querySelector('h1')?.textContent ?? '';
  const composer = pane.querySelector('[role="textbox"]');
  return { list, peer, weak: false, group: false, title, composer, pane, request: false };
}
`;

test('a name with accents gives a file that is called as people would write it', () => {
  expect(newPlatform(root, 'Zálo Vui Vẻ', 'vui.example.org')[0]).toBe('platforms/zalo-vui-ve.ts');
});

test.each([
  ['??', 'talk.example.org', 'needs a letter'],
  ['Talk', 'https://talk.example.org/', 'is no host'],
  ['Index', 'talk.example.org', 'exists already'],
])('refuses what it cannot make: %s, %s', (name, host, words) => {
  expect(() => newPlatform(root, name, host)).toThrow(words);
});
