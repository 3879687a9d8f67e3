import { expect, test } from 'vitest';
import type { LearnedWeights } from '../engine/rules';
import { readClassifier, writeClassifier } from './classifier-file';

const learned: LearnedWeights = {
  bias: [-3, -40],
  signs: { 'other media.more': [12, -1], 'self context.plea': [0, 7] },
  words: [
    { isSelf: false, before: '<any>', word: 'send', weights: [20, 16] },
    { isSelf: true, before: 'dont', word: '<end>', weights: [-18, 0] },
  ],
  despair: { bias: -90, words: [{ isSelf: true, before: '<any>', word: 'send', weight: -8 }] },
  lessons: { bias: -7, words: [{ isSelf: false, before: '<any>', word: 'leaflet', weight: 30 }] },
};

test('what is written is read again', () =>
  expect(readClassifier(writeClassifier(learned))).toEqual(learned));

test('what git wrote with the line ends of Windows is read as well', () =>
  expect(readClassifier(writeClassifier(learned).replaceAll('\n', '\r\n'))).toEqual(learned));

test.each([
  ['word\tother\t<any>\tsend\t1', 'six columns'],
  ['word\tother\t<any>\tsend\t1\t2\t3', 'six columns'],
  ['word\tother\t<any>\tsend\t1.5\t2', 'whole numbers'],
  ['word\tnobody\t<any>\tsend\t1\t2', 'self or other, not nobody'],
  ['word\tother\t\tsend\t1\t2', 'the word before'],
  ['word\tother\t<any>\t\t1\t2', 'a word or a sign'],
  ['despair\tself\t<any>\tsend', 'five columns'],
  ['despair\tself\t<any>\tsend\t1\t2', 'five columns'],
  ['despair\tself\t\tsend\t1', 'the word before'],
  ['lessons\t\t<any>\tsend\t1', 'self or other, not nothing'],
  ['thing\tother\t<any>\tsend\t1\t2', 'bias, sign, word, despair or lessons, not thing'],
])('a line that is not of the form is named: %j', (line, wanted) => {
  const text = `${writeClassifier(learned)}${line}\n`;
  expect(() => readClassifier(text)).toThrow(wanted);
  expect(() => readClassifier(text)).toThrow(expect.objectContaining({ line: text.split('\n').length - 1 }));
});

test.each(['bias', 'despair', 'lessons'])('a file without the bias of %s is no classifier', (kind) => {
  const lines = writeClassifier(learned).split('\n');
  const without = lines.filter((line) => !line.startsWith(`${kind}\t\t\t\t`));
  expect(lines.length - without.length).toBe(1);
  expect(() => readClassifier(without.join('\n'))).toThrow(`a line of ${kind} with nothing but the bias`);
});
