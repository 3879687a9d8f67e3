// The pages for administrators: what they point at is there, and what they promise is not more than there is.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { LOCKABLE } from '../../utils/policy-types';
import { DEFAULT_SETTINGS } from '../../utils/settings';

const ROOT = path.resolve(import.meta.dirname, '../..');
const FOLDER = path.join(ROOT, 'docs/admin');
const read = (file: string) => readFileSync(path.join(FOLDER, file), 'utf8');
const PAGES = readdirSync(FOLDER).filter((name) => name.endsWith('.md'));
const GUIDE = read('README.md');
const TEMPLATES = readdirSync(path.join(FOLDER, 'templates'), { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => path.relative(path.join(FOLDER, 'templates'), path.join(entry.parentPath, entry.name)));

/** What GitHub makes of a heading. */
const anchors = (text: string) =>
  [...text.matchAll(/^#+ (.*)$/gm)].map(([, title]) =>
    (title as string)
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s-]/gu, '')
      .replaceAll(' ', '-'),
  );

describe.each(PAGES)('%s', (page) => {
  it('links to what is there', () => {
    for (const [, link] of read(page).matchAll(/\]\(((?!https?:)[^)]+)\)/g)) {
      const [file = '', anchor] = (link as string).split('#');
      const target = file === '' ? path.join(FOLDER, page) : path.join(FOLDER, file);
      expect(existsSync(target), `${link}`).toBe(true);
      if (anchor !== undefined) expect(anchors(readFileSync(target, 'utf8'))).toContain(anchor);
    }
  });

  it('names files of the project that are there', () => {
    const named = [...read(page).matchAll(/`((?:tests|docs|scripts|utils)\/[\w./-]+)`/g)].map(
      ([, file]) => file,
    );
    for (const file of named) expect(existsSync(path.join(ROOT, file as string)), file).toBe(true);
  });

  it('names commands that are there', () => {
    const { scripts } = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8'));
    for (const [, name] of read(page).matchAll(/npm (?:run )?(?!ci\b|warn\b)([a-z:]+)/g))
      expect(Object.keys(scripts)).toContain(name);
  });
});

it('the guide names every template, and no other', () => {
  const inGuide = GUIDE.replaceAll('\\', '/').replaceAll('docs/admin/templates/settings.json', '');
  const isNamed = (file: string) => inGuide.includes(file) || inGuide.includes(`\`${path.basename(file)}\``); // "`a/x.reg`, `y.reg`"
  expect(TEMPLATES.filter((file) => file !== 'settings.json' && !isNamed(file))).toEqual([]);
  const named = [...inGuide.matchAll(/\b((?:linux|windows|intune|macos|firefox|google-admin)\/[\w.-]+)/g)];
  for (const [, file] of named.filter(([, name]) => /\.\w+$/.test(name as string)))
    expect(TEMPLATES, file).toContain(file);
});

it('the way that `npm run school` is called in the guide is one that it knows', () => {
  const options = readFileSync(path.join(ROOT, 'scripts/school.ts'), 'utf8');
  const calls = [...GUIDE.matchAll(/npm run school -- (.*)$/gm)].map(([, call]) => call as string);
  expect(calls.length).toBeGreaterThan(1);
  for (const call of calls)
    for (const [, name] of call.matchAll(/--([a-z-]+)/g))
      if (name !== 'help') expect(options).toMatch(new RegExp(`'?${name}'?: \\{ type:`));
});

it('the pages name what can be locked, and nothing that can’t', () => {
  const settings = read('settings.md');
  const locks = [...settings.matchAll(/`locks\.(\w+)`/g)].map(([, name]) => name);
  expect(locks).toHaveLength(LOCKABLE.length);
  expect(read('dpia.md')).toContain(`${DEFAULT_SETTINGS.retentionDays} at most`);
});

it('the letter holds no number of its own: a number needs a source, and stands on the help page', () => {
  expect(read('letter-to-parents.md')).not.toMatch(/[\d០-៩][\d០-៩ .-]{2,}/u);
});

it('the letter says in both languages the same things, in the same order', () => {
  const [, english = '', khmer = ''] = read('letter-to-parents.md').split(/^---$/m);
  const shape = (text: string) => [...text.matchAll(/^(- | {2}- |\*\*|\[)/gm)].map(([, mark]) => mark);
  expect(shape(khmer)).toEqual(shape(english));
  expect(khmer).toContain('not yet reviewed by a native speaker');
});
