import { describe, expect, test } from 'vitest';
import { WEIGHT_SCALE } from './classifier';
import { LESSON_WINDOW, type LessonLooks, lessonSteps } from './lesson-look';
import { prepareLook } from './prepare-classifier';
import type { PreparedLook } from './rules';
import { finish } from './steps';

const WORDS = ['leaflet', 'pic', 'mum'];
const [LEAFLET, PIC, MUM] = [1, 2, 3];
const weigh = (word: string, weight: number, isSelf = false) => ({
  ...{ isSelf, before: '<any>', word, weight: weight * WEIGHT_SCALE },
});
const learned = prepareLook(
  { bias: -4 * WEIGHT_SCALE, words: [weigh('leaflet', 4), weigh('pic', -4), weigh('mum', 4, true)] },
  WORDS,
);
const begin = finish(lessonSteps(learned)) as LessonLooks;
const message = (word: number, length = 30) => Array.from({ length }, () => word);

describe('the look of a lesson', () => {
  test('goes by the words of both', () => {
    const look = begin();
    look.hear(message(LEAFLET), false);
    expect(look.hear(message(MUM), true)).toBe(true);
  });
  test('goes by whose they are', () => {
    const look = begin();
    look.hear(message(LEAFLET), true);
    expect(look.hear(message(MUM), false)).toBe(false);
  });
  test('says nothing of few words', () => {
    const look = begin();
    expect(look.hear(message(LEAFLET, 49), false)).toBe(false);
    expect(look.hear(message(LEAFLET, 1), false)).toBe(true);
  });
  test('is over where the last messages are of something else', () => {
    const look = begin();
    look.hear(message(LEAFLET, 60), false);
    const after = Array.from({ length: LESSON_WINDOW }, () => look.hear([PIC], false));
    expect([after[0], after.at(-1)]).toEqual([true, false]);
  });
  test('of one talk is not that of another', () => {
    begin().hear(message(LEAFLET, 60), false);
    expect(begin().hear([LEAFLET], false)).toBe(false);
  });
  test('knows nothing of words that nobody taught it', () =>
    expect(begin().hear(message(99, 500), false)).toBe(false));
});

test.each<[string, Partial<PreparedLook>]>([
  ['a weight is missing', { weights: [1] }],
  ['words are not in order', { features: [...learned.features].map(() => -1) }],
  ['its bias is no number', { bias: Number.NaN }],
])('where it came damaged, %s, the phrases tell lessons alone', (_, part) =>
  expect(finish(lessonSteps({ ...learned, ...part }))).toBeNull(),
);

test('where nothing was learned there is none', () => expect(finish(lessonSteps(null))).toBeNull());
