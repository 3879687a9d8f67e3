// rules/classifier.tsv: what `npm run train` learned, one weight a line. Written and read here alone.
import { MARKS } from '../engine/prepare-classifier';
import type { LearnedDespair, LearnedWeights, LearnedWord, Weights } from '../engine/rules';

const HEAD = [
  '# What was learned from the labelled chats of tests/corpora: written by `npm run train`, not by hand (docs/adr/0035).',
  '# Weights towards caution and towards danger, as whole numbers (engine/classifier.ts).',
  '# kind\twhose\tbefore\tword or sign\tcaution\tdanger',
  "# Of the protected person's own words towards despair (engine/despair.ts, docs/adr/0041, 0043): despair, before, word, weight.",
];

/** The whole file. */
export function writeClassifier({ bias, signs, words, despair }: LearnedWeights): string {
  const lines = [
    ['bias', '', '', '', ...bias],
    ...Object.entries(signs).map(([sign, weights]) => ['sign', ...ofSign(sign), ...weights]),
    ...words.map(({ isSelf, before, word, weights }) => [
      ...['word', isSelf ? 'self' : 'other', before, word],
      ...weights,
    ]),
    ['despair', '', '', despair.bias],
    ...despair.words.map(({ before, word, weight }) => ['despair', before, word, weight]),
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
  let despairBias = 0;
  const despair: LearnedDespair['words'][number][] = [];
  for (const [i, line] of text.split(/\r?\n/).entries()) {
    if (line === '' || line.startsWith('#')) continue;
    const fail = (what: string) => new ClassifierError(i + 1, what);
    const cells = line.split('\t');
    if (cells[0] === 'despair') {
      const [, before = '', word = '', weight, ...rest] = cells;
      if (rest.length > 0 || Number.isNaN(wholeNumber(weight)))
        throw fail('four columns, the last one a whole number');
      if (before === '' && word === '') despairBias = wholeNumber(weight);
      else if (before === '' || word === '') throw fail('a word, and the word before');
      else despair.push({ before, word, weight: wholeNumber(weight) });
      continue;
    }
    const [kind, whose, before = '', word = '', caution, danger, ...rest] = cells;
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
  return { bias, signs, words, despair: { bias: despairBias, words: despair } };
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
