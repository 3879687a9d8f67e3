// The README's tables are made from the code, and its commands exist.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { ACCURACY_HEAD } from '../../scripts/evaluation/accuracy-head';
import { freshReadme } from '../../scripts/tables';

const ROOT = join(import.meta.dirname, '../..');
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');

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

/** Of docs/accuracy.md: risky conversations of a set in a language, and how many of them were warned of in time. */
function inTime(set: string, language: string): readonly [right: number, all: number] {
  const [, section = ''] = read('docs/accuracy.md').split(`## Set: ${set}\n`);
  const row = section.match(new RegExp(`^\\| ${language} \\| (\\d+) \\| ([\\d.]+) % \\|`, 'm'));
  const all = Number(row?.[1]);
  return [Math.round((all * Number(row?.[2])) / 100), all];
}

test.each([
  ['chats by hands that had not read the rules', ['frozen', 'fresh', 'kept']],
  ["newer ones, longer and in today's way of typing", ['later']],
  ["what leaflets print as an offender's words, mostly one line alone", ['printed']],
  ['what other pages and programs print or test with', ['gathered']],
])('the README says of %s what was measured last: npm run eval', (title, sets) => {
  const cells = ['en', 'km'].map((language) => {
    const each = sets.map((set) => inTime(set, language));
    const sum = (at: 0 | 1) => each.reduce((total, pair) => total + pair[at], 0);
    return `${sum(0)} of ${sum(1)}`;
  });
  expect(read('README.md')).toContain(`| ${title} | ${cells.join(' | ')} |`);
});

test('docs/accuracy.md begins as its program says: npm run eval', () =>
  expect(read('docs/accuracy.md').startsWith(ACCURACY_HEAD)).toBe(true));

test('the pages name the oldest browsers that the packages allow', () => {
  const config = read('wxt.config.ts');
  const [, chromium] = config.match(/minimum_chrome_version: '(\d+)'/) ?? [];
  const [, firefox] = config.match(/strict_min_version: '(\d+)/) ?? [];
  for (const page of ['README.md', 'docs/admin/README.md']) {
    expect(read(page)).toContain(`Chrome, Edge or Chromium ${chromium} or newer`);
    expect(read(page)).toContain(`Firefox ${firefox} or newer`);
  }
});

const ours = (folder: string) =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.md'))
    .map((file) => join(folder, file));
const PAGES = [
  ...['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md'],
  ...['docs', 'help', 'platforms', 'rules', 'tests/corpora'].flatMap(ours),
];

test.each(PAGES)('every link to a file in %s leads somewhere', (page) => {
  const links = [...read(page).matchAll(/\]\((?!https?:|mailto:|#)([^)#]+)(?:#[^)]*)?\)/g)].map(
    ([, link = '']) => link,
  );
  expect(links.filter((link) => !existsSync(join(ROOT, dirname(page), link)))).toEqual([]);
});
