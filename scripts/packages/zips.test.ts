import { expect, it } from 'vitest';
import { readZip, textOf, writeZip } from './zips';

const bytes = (text: string) => new Uint8Array(Buffer.from(text));

it('gives the same bytes for the same files in any order and at any time', () => {
  const one = writeZip({ 'b.txt': bytes('b'), 'a/១.txt': bytes('a'.repeat(999)) });
  const other = writeZip({ 'a/១.txt': bytes('a'.repeat(999)), 'b.txt': bytes('b') });
  expect(one).toEqual(other);
  expect(writeZip(readZip(one))).toEqual(one);
  expect(writeZip({ 'b.txt': bytes('c'), 'a/១.txt': bytes('a'.repeat(999)) })).not.toEqual(one);
});

it('gives the files back', () => {
  const files = readZip(writeZip({ 'a.txt': bytes('hello') }));
  expect(textOf(files, 'a.txt')).toBe('hello');
  expect(() => textOf(files, 'b.txt')).toThrow('b.txt');
});
