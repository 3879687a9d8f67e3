// What others wrote: its licences are allowed, and docs/licences.md names what goes into the extension.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import {
  ALLOWED_SHIPPED,
  ALLOWED_TOOLS,
  freshLicences,
  isAllowed,
  packages,
  TOOLS,
} from '../../scripts/licences';

const page = readFileSync(new URL('../../docs/licences.md', import.meta.url), 'utf8');
const shippedPart = (text: string) => text.slice(0, text.indexOf(TOOLS));
const refused = (list: ReturnType<typeof packages>['tools'], allowed: readonly string[]) =>
  list
    .filter(({ licence }) => !isAllowed(licence, allowed))
    .map(({ name, licence }) => `${name}: ${licence}`);

test('the page names every package that is shipped: npm run licences', () => {
  expect(page).toContain(TOOLS);
  expect(shippedPart(page)).toBe(shippedPart(freshLicences()));
});

test('every package in the extension has a licence that goes with ours', () => {
  expect(packages().shipped.length).toBeGreaterThan(3);
  expect(refused(packages().shipped, ALLOWED_SHIPPED)).toEqual([]);
});

test('every tool has a licence that is known', () => {
  expect(packages().tools.length).toBeGreaterThan(100);
  expect(refused(packages().tools, ALLOWED_TOOLS)).toEqual([]);
});

test('no package runs anything as it is installed', () => {
  const read = (file: string) => readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8');
  expect(read('.npmrc').split('\n')).toContain('ignore-scripts=true');
  expect(read('scripts/install.mjs')).toContain("['ci', '--ignore-scripts',"); // the sources zip holds no .npmrc
  // All that would: it works without, tried with tsx. Another one has to be tried as well.
  type Lock = { readonly packages: Readonly<Record<string, { readonly hasInstallScript?: boolean }>> };
  const { packages: all } = JSON.parse(read('package-lock.json')) as Lock;
  expect(Object.keys(all).filter((where) => all[where]?.hasInstallScript)).toEqual(['node_modules/esbuild']);
});

test.each([
  ['MIT', true],
  ['(MIT OR GPL-3.0)', true],
  ['MIT AND Apache-2.0', true],
  ['MIT AND GPL-3.0', false],
  ['GPL-3.0-only', false],
  ['unknown', false],
])('%s in what is shipped: %s', (licence, is) => {
  expect(isAllowed(licence, ALLOWED_SHIPPED)).toBe(is);
});
