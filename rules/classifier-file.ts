// rules/classifier.tsv: what `npm run train` learned, one weight a line. Written and read here alone.
import { MARKS } from '../engine/prepare-classifier';
import type { LearnedWeights, LearnedWord, Weights } from '../engine/rules';

const HEAD = [
  '# What was learned from the labelled chats of tests/corpora: written by `npm run train`, not by hand (docs/adr/0035).',
  '# Weights towards caution and towards danger, as whole numbers (engine/classifier.ts).',
  '# kind\twhose\tbefore\tword or sign\tcaution\tdanger',
];

/** The whole file. */
export function writeClassifier({ bias, signs, words }: LearnedWeights): string {
  const lines = [
    ['bias', '', '', '', ...bias],
    ...Object.entries(signs).map(([sign, weights]) => ['sign', ...ofSign(sign), ...weights]),
    ...words.map(({ isSelf, before, word, weights }) => [
      ...['word', isSelf ? 'self' : 'other', before, word],
      ...weights,
    ]),
  ];
  return `${[...HEAD, ...lines.map((cells) => cells.join('\t'))].join('\n')}\n`;
}

function ofSign(sign: string): readonly [whose: string, before: string, signal: string] {
  const [whose = '', signal = ''] = sign.split(' ');
  return [whose, '', signal];
}

/** Reads it. @throws ClassifierError at the first line that is not of this form */
export function readClassifier(text: string): LearnedWeights {
  let bias: Weights | null = null;
  const signs: Record<string, Weights> = {};
  const words: LearnedWord[] = [];
  for (const [i, line] of text.split('\n').entries()) {
    if (line === '' || line.startsWith('#')) continue;
    const fail = (what: string) => new ClassifierError(i + 1, what);
    const [kind, whose, before = '', word = '', caution, danger, ...rest] = line.split('\t');
    const weights: Weights = [wholeNumber(caution), wholeNumber(danger)];
    if (rest.length > 0 || weights.some(Number.isNaN))
      throw fail('six columns, the last two of them whole numbers');
    if (kind === 'bias') bias = weights;
    else if (whose !== 'self' && whose !== 'other') throw fail(`self or other, not ${whose ?? 'nothing'}`);
    else if (word === '') throw fail('a word or a sign');
    else if (kind === 'sign') signs[`${whose} ${word}`] = weights;
    else if (kind !== 'word') throw fail(`bias, sign or word, not ${kind}`);
    else if (before === '') throw fail(`the word before, or one of ${Object.keys(MARKS).join(', ')}`);
    else words.push({ isSelf: whose === 'self', before, word, weights });
  }
  if (bias === null) throw new ClassifierError(1, 'a line with the bias');
  return { bias, signs, words };
}

/** A line that can't be read; `line` counts from 1. */
export class ClassifierError extends Error {
  constructor(
    readonly line: number,
    wanted: string,
  ) {
    super(`must have ${wanted}`);
  }
}

function wholeNumber(text: string | undefined): number {
  return text !== undefined && /^-?\d+$/.test(text) ? Number(text) : Number.NaN;
}
