// Which earlier messages a short one is read with, and what becomes of its own signs.
import { expect, test } from 'vitest';
import { createCutSentences } from './cut-sentences';
import type { Heard } from './heard';
import type { Line } from './matcher';
import type { Person } from './person';
import type { Sign } from './signs';

const THEM = {} as Person;
const SOMEBODY = {} as Person;
const MINUTE = 60_000;
type Said = {
  readonly ids: readonly number[];
  readonly author?: Person | null;
  readonly at?: number | null;
  readonly live?: boolean;
  readonly edited?: boolean;
};
const sign = (signal: string): Sign => ({
  ...{ signal, language: 'en', span: [0, 0] },
  speaker: 'any',
  weighs: true,
});

/** With what each message was read, and the signs of the last: `own` of itself, `whole` where it ends a sentence. */
const read = (messages: readonly Said[]) => {
  const before: (readonly Line[])[] = [];
  const across = createCutSentences({
    readAcross(earlier) {
      before.push(earlier);
      return { hits: [sign('whole')], doubted: ({ signal }) => signal === 'own' };
    },
  });
  let signs: readonly Sign[] = [];
  for (const { ids, author = THEM, at = null, live = true, edited = false } of messages) {
    const line: Line = { ids, asks: null };
    signs = across([sign('own')], {
      author,
      message: { at },
      reading: { line },
      moment: { fresh: live ? new Set() : null, edited },
    } as Heard);
  }
  return {
    before: before.map((lines) => lines.flatMap(({ ids }) => ids)),
    signs: signs.map(({ signal }) => signal),
  };
};

test.each<[string, readonly Said[], readonly (readonly number[])[]]>([
  ['the short ones before it of the same writer', [{ ids: [1] }, { ids: [2] }], [[1]]],
  ['three at most', [1, 2, 3, 4, 5].map((id) => ({ ids: [id] })), [[1], [1, 2], [1, 2, 3], [2, 3, 4]]],
  [
    'none where somebody else spoke between',
    [{ ids: [1] }, { ids: [2], author: SOMEBODY }, { ids: [3] }],
    [],
  ],
  ['none where the child spoke between', [{ ids: [1] }, { ids: [2], author: null }, { ids: [3] }], []],
  ['none where a long one came between', [{ ids: [1] }, { ids: Array(9).fill(2) }, { ids: [3] }], []],
  ['none of history', [{ ids: [1], live: false }, { ids: [2] }], []],
  [
    'those before another text of an old one, which is none itself',
    [{ ids: [1] }, { ids: [2], edited: true }, { ids: [3] }],
    [[1]],
  ],
  [
    'those of five minutes',
    [
      { ids: [1], at: 0 },
      { ids: [2], at: 5 * MINUTE },
    ],
    [[1]],
  ],
  [
    'none that is older',
    [
      { ids: [1], at: 0 },
      { ids: [2], at: 5 * MINUTE + 1 },
    ],
    [],
  ],
])('a short message is read with %s', (_, messages, before) => expect(read(messages).before).toEqual(before));

test('the whole sentence may take back what its last piece says, but of the child’s own words nothing', () => {
  expect(read([{ ids: [1] }, { ids: [2] }]).signs).toEqual(['whole']);
  const own = [
    { ids: [1], author: null },
    { ids: [2], author: null },
  ];
  expect(read(own).signs).toEqual(['own', 'whole']);
});

test('a message alone keeps its signs', () => expect(read([{ ids: [1] }]).signs).toEqual(['own']));
