// The lines of despair: none of those that are only measured was learned from.
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { readCries } from '../../scripts/train/cries';

const read = (name: string) => readCries(fileURLToPath(new URL(`despair/${name}.jsonl`, import.meta.url)));
const [taught, measured] = [read('taught'), read('measured')];
/** As little as two lines may differ in and still be one. */
const plain = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{M}\p{N}]+/gu, '');

test('each has an id of its own, and both kinds stand in both languages', () => {
  const all = [...taught, ...measured];
  expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
  for (const lines of [taught, measured])
    expect(new Set(lines.map(({ lang, cry }) => `${lang} ${cry}`)).size).toBe(4);
});

test('none that is only measured was learned from, but for the plainest', () => {
  const known = new Set(taught.map(({ text }) => plain(text)));
  const longer = measured.filter(({ text }) => plain(text).length > 20);
  expect(longer.filter(({ text }) => known.has(plain(text))).map(({ text }) => text)).toEqual([]);
});
