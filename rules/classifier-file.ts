// rules/classifier.tsv: what `npm run train` learned, one weight a line. Written and read here alone.
import { MARKS } from '../engine/prepare-classifier';
import type { LearnedLook, LearnedWeights, LearnedWord, Weights } from '../engine/rules';

const HEAD = [
  '# What was learned from the labelled chats of tests/corpora: written by `npm run train`, not by hand (docs/adr/0035).',
  '# Weights towards caution and towards danger, as whole numbers (engine/classifier.ts).',
  '# kind\twhose\tbefore\tword or sign\tcaution\tdanger',
  "# One weight alone: of the protected person's own words towards despair (engine/despair.ts, docs/adr/0041, 0043), and of",
  '# everybody’s single words towards a lesson (engine/lesson-look.ts, docs/adr/0044).',
  '# despair or lessons\twhose\tbefore\tword\tweight',
];

/** What is learned with one weight alone. */
type Look = keyof Pick<LearnedWeights, 'despair' | 'lessons'>;
const LOOKS: readonly string[] = ['despair', 'lessons'] satisfies Look[];
const isLook = (kind: string): kind is Look => LOOKS.includes(kind);

/** The whole file. */
export function writeClassifier({ bias, signs, words, despair, lessons }: LearnedWeights): string {
  const lines = [
    ['bias', '', '', '', ...bias],
    ...Object.entries(signs).map(([sign, weights]) => ['sign', ...ofSign(sign), ...weights]),
    ...words.map((word) => ['word', ...ofWord(word), ...word.weights]),
    ...linesOf('despair', despair),
    ...linesOf('lessons', lessons),
  ];
  return `${[...HEAD, ...lines.map((cells) => cells.join('\t'))].join('\n')}\n`;
}

function linesOf(look: Look, { bias, words }: LearnedLook): (string | number)[][] {
  return [[look, '', '', '', bias], ...words.map((word) => [look, ...ofWord(word), word.weight])];
}

function ofWord({ isSelf, before, word }: Omit<LearnedWord, 'weights'>): readonly string[] {
  return [isSelf ? 'self' : 'other', before, word];
}

function ofSign(sign: string): readonly [whose: string, before: string, signal: string] {
  const [whose = '', signal = ''] = sign.split(' ');
  return [whose, '', signal];
}

/** Reads it. @throws ClassifierError at the first line that is not of this form, and where a bias is missing */
export function readClassifier(text: string): LearnedWeights {
  const biases = new Map<string, Weights>();
  const signs: Record<string, Weights> = {};
  const words: LearnedWord[] = [];
  const looks: Record<Look, LearnedLook['words'][number][]> = { despair: [], lessons: [] };
  for (const [i, line] of text.split(/\r?\n/).entries()) {
    if (line === '' || line.startsWith('#')) continue;
    const fail = (what: string) => new ClassifierError(i + 1, what);
    const [kind = '', whose = '', before = '', word = '', ...rest] = line.split('\t');
    const isOne = isLook(kind);
    const weights = rest.map(wholeNumber) as unknown as Weights;
    if (rest.length !== (isOne ? 1 : 2) || weights.some(Number.isNaN))
      throw fail(
        isOne
          ? 'five columns, the last one a whole number'
          : 'six columns, the last two of them whole numbers',
      );
    if (kind === 'bias' || (isOne && `${whose}${before}${word}` === '')) biases.set(kind, weights);
    else if (whose !== 'self' && whose !== 'other') throw fail(`self or other, not ${whose || 'nothing'}`);
    else if (word === '') throw fail('a word or a sign');
    else if (kind === 'sign') signs[`${whose} ${word}`] = weights;
    else if (kind !== 'word' && !isOne) throw fail(`bias, sign, word, ${LOOKS.join(' or ')}, not ${kind}`);
    else if (before === '') throw fail(`the word before, or one of ${Object.keys(MARKS).join(', ')}`);
    else if (isOne) looks[kind].push({ isSelf: whose === 'self', before, word, weight: weights[0] });
    else words.push({ isSelf: whose === 'self', before, word, weights });
  }
  function biasOf(kind: 'bias' | Look): Weights {
    const bias = biases.get(kind);
    if (bias === undefined) throw new ClassifierError(1, `a line of ${kind} with nothing but the bias`);
    return bias;
  }
  const lookOf = (look: Look): LearnedLook => ({ bias: biasOf(look)[0], words: looks[look] });
  return { bias: biasOf('bias'), signs, words, despair: lookOf('despair'), lessons: lookOf('lessons') };
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

function wholeNumber(text: string): number {
  return /^-?\d+$/.test(text) ? Number(text) : Number.NaN;
}
