// `npm run bench` runs wherever the project stands: also in a folder with a space in its name.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

const sources = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' }).filter((name) =>
  /^(bench|engine-bench|page-bench)\b[^.]*\.ts$/.test(name.replaceAll(path.sep, '/')),
);

test('the bench was found', () => {
  for (const name of ['bench.ts', 'engine-bench.ts', 'page-bench.ts']) expect(sources).toContain(name);
  expect(sources.length).toBeGreaterThan(8);
});

test.each(sources)(
  '%s takes no path from an address, which writes a space as %%20, and no command from the shell',
  (name) => {
    const text = readFileSync(path.join(import.meta.dirname, name), 'utf8');
    expect(text).not.toMatch(/import\.meta\.url\)\.pathname|['"]npx['"]/);
  },
);
