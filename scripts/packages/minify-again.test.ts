import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { build } from 'vite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { minifiedAgain, minifyAgain } from './minify-again';

/** What a function of one's own says that is called once, and that the bundler's minifier leaves as it is. */
const SOURCE = 'function twice(number) { return number * 2 } /* why */ var answer = twice(21);';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'porchlight-minify-'));
  writeFileSync(path.join(folder, 'entry.js'), 'export const answer = Number("4" + "2");');
});
afterAll(() => rmSync(folder, { recursive: true }));

test('what is left is shorter, does the same and has no comment', async () => {
  const shorter = await minifiedAgain(SOURCE, false);
  expect(shorter.length).toBeLessThan(SOURCE.length / 1.5);
  expect(new Function(`${shorter} return answer;`)()).toBe(42);
  expect(shorter).not.toContain('why');
});

test('the outermost names of a script stay, those of a module go', async () => {
  expect(await minifiedAgain('var answer = 42;', false)).toContain('answer');
  expect(await minifiedAgain('var answer = 42; console.log(answer);', true)).not.toContain('answer');
});

test('code that is none ends the build', async () =>
  expect(minifiedAgain('var = 42;', false)).rejects.toThrow('Name expected'));

test.each([
  ['a file that it takes', (file: string) => file === 'made.js', 'production', true],
  ['no other file', (file: string) => file !== 'made.js', 'production', false],
  ['nothing while somebody works on it', () => true, 'development', false],
])('it minifies %s', async (_, takes, mode, isShort) => {
  const made = await build({
    ...{ configFile: false, mode, logLevel: 'silent', plugins: [minifyAgain(takes)] },
    build: {
      ...{ write: false, minify: false },
      lib: { entry: path.join(folder, 'entry.js'), formats: ['es'], fileName: () => 'made.js' },
    },
  });
  const [output] = [made].flat();
  const code = output && 'output' in output ? output.output[0].code : '';
  expect(code).toContain('answer');
  expect(!code.trim().includes('\n')).toBe(isShort);
});
