// The set of a conversation is what it was read as, wherever the files lie.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { readCorpus } from './corpus';

const root = mkdtempSync(join(tmpdir(), 'porchlight-corpus-'));
/** As a clone may lie: in a folder that is called as a set is. */
const folder = join(root, 'talk', 'tests', 'frozen');
mkdirSync(folder, { recursive: true });
const line = (id: string, label = 'risky') =>
  `${JSON.stringify({ id, label, messages: [{ author: 'a', text: 'b' }] })}\n`;
writeFileSync(join(folder, 'b.jsonl'), line('b1') + line('b2', 'mixed'));
writeFileSync(join(folder, 'a.jsonl'), `${line('a1')}\n${line('a2')}`);
writeFileSync(join(folder, 'notes.txt'), 'no line');
afterAll(() => rmSync(root, { recursive: true }));

test('a name that is given holds for all files', () => {
  const read = readCorpus([folder], 'kept');
  expect(read.map(({ id, set }) => `${set} ${id}`)).toEqual(['kept a1', 'kept a2', 'kept b1']);
});

test('without one each file is a set, whatever the folders above are called', () => {
  expect(readCorpus([folder]).map(({ set }) => set)).toEqual(['a.jsonl', 'a.jsonl', 'b.jsonl']);
  expect(readCorpus([join(folder, 'b.jsonl')]).map(({ set }) => set)).toEqual(['b.jsonl']);
});

test('a faulty line is named with its file', () => {
  const path = join(root, 'faulty.jsonl');
  writeFileSync(path, `${line('c1')}{\n`);
  expect(() => readCorpus([path], 'kept')).toThrow(`${path}:2: not JSON`);
});

test('lines that are left out are told of, and the mark that Windows puts at the head of a file is none of it', () => {
  const path = join(root, 'windows.jsonl');
  writeFileSync(path, `\uFEFF${line('d1')}${line('d2', 'Risky')}null\n`);
  const told: unknown[] = [];
  const read = readCorpus([path], undefined, (...what) => told.push(what));
  expect(read.map(({ id }) => id)).toEqual(['d1']);
  expect(told).toEqual([[path, 2]]);
});
