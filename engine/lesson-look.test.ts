import { describe, expect, test } from 'vitest';
import { WEIGHT_SCALE } from './classifier';
import { LESSON_WINDOW, type LessonLook, type LessonLooks, lessonSteps } from './lesson-look';
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
const UNKNOWN = 99;
const message = (word: number, length = 20) => Array.from({ length }, () => word);

/** The answers to so many messages of 20 words each. */
const hearAll = (look: LessonLook, word: number, count: number, isSelf = false) =>
  Array.from({ length: count }, () => look.hear(message(word), isSelf));

describe('the look of a lesson', () => {
  test('goes by the words of both', () => {
    const look = begin();
    hearAll(look, LEAFLET, 2);
    expect(hearAll(look, MUM, 2, true)).toEqual([false, true]);
  });
  test('goes by whose they are', () => {
    const look = begin();
    hearAll(look, LEAFLET, 4, true);
    expect(hearAll(look, MUM, 4)).not.toContain(true);
  });
  test('says nothing of few words', () =>
    expect(hearAll(begin(), LEAFLET, 4)).toEqual([false, false, false, true]));
  test('needs several messages, however much one of them says', () => {
    const look = begin();
    expect(look.hear(message(LEAFLET, 1_000), false)).toBe(false);
    expect(hearAll(look, PIC, 2)).toEqual([false, false]);
  });
  test('is over where the last messages are of something else', () => {
    const look = begin();
    hearAll(look, LEAFLET, 5);
    const after = Array.from({ length: LESSON_WINDOW }, () => look.hear([PIC], false));
    expect([after[0], after.at(-1)]).toEqual([true, false]);
  });
  test('of one talk is not that of another', () => {
    hearAll(begin(), LEAFLET, 4);
    expect(begin().hear(message(LEAFLET), false)).toBe(false);
  });
  test('knows nothing of words that nobody taught it', () =>
    expect(hearAll(begin(), UNKNOWN, 10)).not.toContain(true));
});

test.each<[string, Partial<PreparedLook>]>([
  ['a weight is missing', { weights: [1] }],
  ['nothing is in it', { features: [], weights: [] }],
  ['words are not in order', { features: [...learned.features].map(() => -1) }],
  ['its bias is no number', { bias: Number.NaN }],
])('where it came damaged, %s, the phrases tell lessons alone', (_, part) =>
  expect(finish(lessonSteps({ ...learned, ...part }))).toBeNull(),
);

test('where nothing was learned there is none', () => expect(finish(lessonSteps(null))).toBeNull());
