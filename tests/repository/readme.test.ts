// The README's tables are made from the code, and its commands exist.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { freshReadme } from '../../scripts/tables';

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');

test('the tables are fresh: npm run tables', async () => {
  expect(read('README.md')).toBe(await freshReadme());
});

test('every npm command in the README is a script', () => {
  const scripts = Object.keys(JSON.parse(read('package.json')).scripts);
  const named = [...read('README.md').matchAll(/npm (?:run (?:-s )?)?(start|test|[a-z:-]+)\b/g)].map(
    ([, name]) => name,
  );
  for (const name of named) expect(scripts).toContain(name);
});

test('every link to a file in the documents leads somewhere', () => {
  for (const page of ['README.md', 'CONTRIBUTING.md'])
    for (const [, path] of read(page).matchAll(/\]\(((?!https?:)[^)#]+)\)/g))
      expect(() => read(path ?? '')).not.toThrow();
});
