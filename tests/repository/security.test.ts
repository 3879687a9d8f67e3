// docs/security.md: each promise names a test that exists, so that none is only a sentence.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = path.resolve(import.meta.dirname, '../..');
const page = readFileSync(path.join(ROOT, 'docs/security.md'), 'utf8');
const TEST = /`([^`\s]+\.(?:test|spec)\.tsx?)`/g;

/** A promise is a list item with all its lines. */
const promises = [...page.matchAll(/^- ((?:.+\n)(?: {2}.+\n)*)/gm)].map(([, text = '']) =>
  text.replace(/\s+/g, ' ').trim(),
);
const testsOf = (text: string) => [...text.matchAll(TEST)].map(([, file = '']) => file);

describe('the threat model', () => {
  it('was read', () => {
    expect(promises.length).toBeGreaterThan(30);
    expect(page.split('\n').filter((line) => line.startsWith('- ')).length).toBe(promises.length);
  });

  it.each(promises)('%s', (promise) => {
    const tests = testsOf(promise);
    expect(tests, 'names no test').not.toEqual([]);
    expect(tests.filter((file) => !existsSync(path.join(ROOT, file)))).toEqual([]);
  });

  it('speaks of every attacker that the project thinks of, and of what can’t be done', () => {
    const headings = [...page.matchAll(/^## (.+)$/gm)].map(([, words]) => words);
    expect(headings).toEqual([
      'The other person in the chat',
      'Somebody at the keyboard: a parent, a partner, a teacher, a sibling',
      'The site',
      'A page that means harm',
      'Another extension',
      'Files and data from elsewhere',
      'Who could change what we ship',
      'If you find a hole',
    ]);
    expect(page.match(/\*\*What we can't do\*\*/g)?.length).toBe(5);
  });

  it('names every test of the endurance table', async () => {
    const { ROWS } = await import('../../scripts/endure/rows');
    const named = new Set(testsOf(page));
    expect(ROWS.map(({ test }) => test).filter((test) => !named.has(test))).toEqual([]);
  });
});
