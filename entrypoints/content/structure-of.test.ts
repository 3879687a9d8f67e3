// @vitest-environment happy-dom
// @vitest-environment-options { "url": "https://site.example/chat#ann" }
import { expect, test } from 'vitest';
import { STRUCTURE_WORDS } from '../../page/structure-words';
import { createSite, row, showSite } from '../../tests/platforms/site';
import { structureOf } from './structure-of';

const throws = () => {
  throw new Error('a bug');
};

test('the copy has the chat and none of its words', () => {
  showSite('ann', [row('1', 'the secret word zanzibar')]);
  const copy = structureOf(document, [createSite()], STRUCTURE_WORDS);
  expect(copy).toMatchObject({ adapter: 'site', cut: false });
  expect(copy?.html).toContain('class="row"');
  expect(copy?.html).not.toMatch(/zanzibar|secret|ann\b/);
});

test.each(['covers', 'open'] as const)('an adapter whose `%s` throws is what the copy is for', (step) => {
  showSite('ann', [row('1', 'hello')]);
  expect(structureOf(document, [createSite({ [step]: throws })], STRUCTURE_WORDS)?.adapter).toBe('site');
});

test('a page that no adapter covers gives none', () => {
  expect(structureOf(document, [createSite({ covers: () => false })], STRUCTURE_WORDS)).toBeNull();
});

test('the side that a style sheet gives is in the copy', () => {
  showSite('ann', [row('1', 'hello')]);
  const style = document.createElement('style');
  style.textContent = '.row { display: flex; justify-content: flex-end }';
  document.head.append(style);
  expect(structureOf(document, [createSite()], STRUCTURE_WORDS)?.html).toMatch(
    /class="row"[^>]*justify-content:flex-end/,
  );
  style.remove();
});
