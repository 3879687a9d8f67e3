import { describe, expect, test } from 'vitest';
import { acquaintance } from './acquaintance';
import type { Classifier, Opinion, Part } from './classifier';
import type { Reading } from './detector';
import { createImpression, heardPart } from './impression';
import { BARS } from './look-bars';
import { lookExtra, SENSITIVITY } from './sensitivity';
import { NEAR_MESSAGES } from './views';

const wordsOf = (text: string) => text.split(/\s+/).filter(Boolean);
const readingOf = (text: string): Reading => ({
  ...{ hits: [], gated: false, lesson: false },
  line: { ids: wordsOf(text).map(() => 1), asks: null },
  words: wordsOf(text).map(() => 1),
});
const PART = { caution: 0, danger: 0, features: 1, words: 1, learned: 1, signs: [] };
const LONG = 'lorem '.repeat(BARS.lettersLeast / 5);
/** What phrases found: a sum, and what of it is of a stage. */
const found = (score: number, byStage: readonly (readonly [string, number])[] = []) => ({
  score,
  byStage: new Map(byStage),
});
const MUCH = () => found(BARS.evidenceMost);
const NOTHING = () => found(0);
/** Messages of both sides in a talk that has just begun, and between people who know each other for long. */
const [FEW, MANY] = [0, 4000];
const LIFT = BARS.evidenceShare * BARS.evidenceMost;
/** Sums of such numbers are not exact. */
const BIT = 1e-9;

/** An impression after messages that looked so, each of a text. */
function havingHeard(looks: readonly (Partial<Opinion> | null)[], text = LONG, part: Part = PART, extra = 0) {
  const classifier: Classifier = {
    partOf: () => part,
    opinionOf: () => {
      const look = looks.at(-1);
      return look ? { caution: -9, danger: -9, ...look } : null;
    },
  };
  const impression = createImpression(classifier, extra);
  for (const _ of looks) impression.hear(heardPart(classifier, { text, speaker: 'other' }, readingOf(text)));
  return impression;
}
const full = (caution: number) => havingHeard(Array.from({ length: NEAR_MESSAGES }, () => ({ caution })));

describe('a sign', () => {
  test('is given at the bar, and not below', () => {
    expect(full(BARS.caution).sign(FEW, MUCH)).toBe('look.alike');
    expect(full(BARS.caution - 0.01).sign(FEW, MUCH)).toBeNull();
  });
  test('is given where no phrase says what was seen', () => {
    expect(full(BARS.caution).sign(FEW, NOTHING)).toBe('look.alike');
    expect(full(BARS.caution - 0.01).sign(FEW, NOTHING)).toBeNull();
  });
  test('is none of danger without other evidence, or its card could not say what was seen', () => {
    const impression = havingHeard(Array.from({ length: NEAR_MESSAGES }, () => ({ caution: 9, danger: 9 })));
    expect(impression.sign(FEW, () => found(BARS.evidenceLeast - 0.01))).toBe('look.alike');
    expect(impression.sign(FEW, () => found(BARS.evidenceLeast))).toBe('context.looks-threatening');
  });
  test('takes less where a threat or a payment was seen', () => {
    const near = { caution: 9, danger: BARS.dangerOfThreats - LIFT + BIT };
    const impression = havingHeard(Array.from({ length: NEAR_MESSAGES }, () => near));
    const of = (stage: string, worth: number) => () => found(BARS.evidenceMost, [[stage, worth]]);
    expect(impression.sign(FEW, of('threat', BARS.threatLeast))).toBe('context.looks-threatening');
    expect(impression.sign(FEW, of('payment', BARS.threatLeast))).toBe('context.looks-threatening');
    expect(impression.sign(FEW, of('threat', BARS.threatLeast - 0.01))).toBe('look.alike');
    expect(impression.sign(FEW, of('media', BARS.evidenceMost))).toBe('look.alike');
  });
  test('asks for no evidence where no evidence could be enough', () => {
    const impression = full(BARS.caution - 0.01);
    expect(impression.sign(FEW, () => expect.unreachable('nothing to ask for'))).toBeNull();
  });
  test('takes more at the first message than in a full window', () => {
    const bar = BARS.caution;
    expect(havingHeard([{ caution: bar + BARS.firstOfCaution - 0.01 }]).sign(FEW, MUCH)).toBeNull();
    expect(havingHeard([{ caution: bar + BARS.firstOfCaution }]).sign(FEW, MUCH)).toBe('look.alike');
  });
  test('takes more the longer the talk was', () => {
    const impression = full(BARS.caution + 0.1);
    expect(impression.sign(MANY, MUCH)).toBeNull();
  });
  test('takes more the longer the texts were, by what they have more than most', () => {
    const more = BARS.riseOfFeatures * Math.log(2);
    const long = (caution: number) =>
      havingHeard([{ caution }], LONG, { ...PART, features: 2 * BARS.riseAfterFeatures }).sign(FEW, NOTHING);
    const bar = BARS.caution + BARS.firstOfCaution + more + BIT;
    expect([long(bar - 0.01), long(bar)]).toEqual([null, 'look.alike']);
  });
  test('needs more of it between people who know each other for long', () => {
    const needed = BARS.evidenceLeast + BARS.evidenceOfFriends * acquaintance(MANY);
    expect(full(9).sign(MANY, () => found(needed - 0.01))).toBeNull();
    expect(full(9).sign(MANY, () => found(needed))).toBe('look.alike');
  });
  test('of a threat is given at the first message too, and takes more there', () => {
    const bar = BARS.danger - LIFT + BARS.first;
    const first = (danger: number) => havingHeard([{ caution: 9, danger }]).sign(FEW, MUCH);
    expect([first(bar), first(bar - 0.01)]).toEqual(['context.looks-threatening', 'look.alike']);
  });
  test('of a threat takes a talk that looks riskier than a tip that names nothing', () => {
    const looks = (caution: number) =>
      havingHeard(Array.from({ length: NEAR_MESSAGES }, () => ({ caution, danger: 9 }))).sign(FEW, MUCH);
    const [at, below] = [looks(BARS.ordinary), looks(BARS.ordinary - 0.01)];
    expect([at, below, looks(BARS.caution - 0.01)]).toEqual([
      'context.looks-threatening',
      'look.alike',
      null,
    ]);
  });
  test('is none where nothing can be said of the words', () =>
    expect(havingHeard([{ caution: 9 }, null]).sign(FEW, MUCH)).toBeNull());
});

describe('doubt', () => {
  test('is where the talk looks ordinary, and is lifted where it looks risky', () => {
    expect(full(BARS.ordinary - 0.01).doubt(FEW)).toBe('doubted');
    expect(full(BARS.ordinary).doubt(FEW)).toBe('lifted');
  });
  test('holds a plain threat back as well where the talk looks very ordinary', () => {
    const friends = BARS.ordinaryOfFriends * acquaintance(MANY);
    for (const [messages, bar] of [
      [FEW, BARS.ordinary],
      [MANY, BARS.ordinary + friends],
    ] as const) {
      const below = (far: number) => full(bar - BARS.ordinaryOfThreats - far).doubt(messages);
      expect([below(-0.01), below(0.01)]).toEqual(['doubted', 'held']);
    }
  });
  test('takes more to lift at the first message than in a full view', () => {
    const bar = BARS.ordinary + BARS.first;
    expect(havingHeard([{ caution: bar - 0.01 }]).doubt(FEW)).toBe('doubted');
    expect(havingHeard([{ caution: bar }]).doubt(FEW)).toBe('lifted');
  });
  test('comes sooner between people who know each other for long', () => {
    const friends = BARS.ordinaryOfFriends * acquaintance(MANY);
    expect(full(BARS.ordinary + friends - 0.01).doubt(MANY)).toBe('doubted');
    expect(full(BARS.ordinary + friends).doubt(MANY)).toBe('lifted');
  });
  test('begins with nothing said, which between people who know each other for long is nothing to go by', () =>
    expect([FEW, MANY].map((messages) => havingHeard([]).doubt(messages))).toEqual(['none', 'doubted']));
  test('is none of a language that was not taught, and lifts none', () =>
    expect([FEW, MANY].map((messages) => havingHeard([{ caution: 9 }, null]).doubt(messages))).toEqual([
      'none',
      'none',
    ]));
  test('is over with the messages that gave it', () => {
    const turn = (last: number) => havingHeard([{ caution: 9 }, { caution: last }]).doubt(FEW);
    expect([turn(9), turn(-9)]).toEqual(['lifted', 'held']);
  });
});

describe('a text of a few words', () => {
  test.each([
    ['of a few words', 'pay me now'],
    ['of few words with many spaces', `pay me now${' '.repeat(200)}`],
  ])('may give a tip, and is no danger, no doubt, and lifts none: %s', (_, text) => {
    for (const [caution, sign] of [
      [9, 'look.alike'],
      [-9, null],
    ] as const) {
      const impression = havingHeard([{ caution, danger: 9 }], text);
      expect([impression.sign(FEW, MUCH), impression.doubt(FEW)]).toEqual([sign, 'none']);
    }
  });
  test('gives a tip at the bar of a first message, by the person’s choice too', () => {
    const bar = BARS.caution + BARS.firstOfCaution;
    const few = (caution: number, extra = 0) =>
      havingHeard([{ caution }], 'pay me now', PART, extra).sign(FEW, NOTHING);
    expect([few(bar), few(bar - 0.01)]).toEqual(['look.alike', null]);
    expect([few(bar + 1, 1), few(bar + 0.99, 1)]).toEqual(['look.alike', null]);
  });
  test('gives none between people who know each other for long, and of a language that was not taught', () => {
    expect(havingHeard([{ caution: 9 }], 'pay me now').sign(MANY, MUCH)).toBeNull();
    expect(havingHeard([null], 'pay me now').sign(FEW, MUCH)).toBeNull();
  });
  test('is looked at together with what was said before it', () =>
    expect(havingHeard(Array(NEAR_MESSAGES).fill({ caution: 9 }), LONG.slice(0, 20)).doubt(FEW)).toBe(
      'lifted',
    ));
  describe('is looked at with as many messages as it takes to say something', () => {
    const SHORT = LONG.slice(0, 10);
    const taken = BARS.lettersLeast / SHORT.length;
    const short = (caution: number, count: number) => havingHeard(Array(count).fill({ caution }), SHORT);
    test('and with no fewer letters than that', () => {
      for (const [messages, nothing] of [
        [FEW, 'none'],
        [MANY, 'doubted'],
      ] as const)
        expect(short(9, taken - 1).doubt(messages)).toBe(nothing);
      expect([short(9, taken), short(-9, taken)].map((one) => one.doubt(FEW))).toEqual(['lifted', 'held']);
    });
    test('and with no more of them', () => {
      const nearest: number[] = [];
      const classifier: Classifier = {
        partOf: () => PART,
        opinionOf: (_, { length }) => {
          nearest.push(length);
          return { caution: 9, danger: -9 };
        },
      };
      const impression = createImpression(classifier);
      for (const text of [LONG, ...Array<string>(taken + 1).fill(SHORT)]) {
        impression.hear(heardPart(classifier, { text, speaker: 'other' }, readingOf(text)));
        impression.doubt(FEW);
      }
      // Of the two views at each message the near one.
      expect(nearest.filter((_, i) => i % 2 === 0)).toEqual([1, 2, 3, 4, 5, 6, taken, taken]);
    });
  });
});

describe('the person’s choice', () => {
  const [fewer, more] = [0.5, -0.5];
  const chosen = (extra: number, caution: number, danger = -9) =>
    havingHeard(Array(NEAR_MESSAGES).fill({ caution, danger }), LONG, PART, extra);
  test('moves the bar of a look that names nothing', () => {
    for (const extra of [fewer, more]) {
      expect(chosen(extra, BARS.caution + extra + BIT).sign(FEW, NOTHING)).toBe('look.alike');
      expect(chosen(extra, BARS.caution + extra - 0.01).sign(FEW, NOTHING)).toBeNull();
    }
  });
  test('hides no threat whose talk looks no riskier than it must for one', () => {
    const looks = Array.from({ length: NEAR_MESSAGES }, () => ({ caution: BARS.ordinary, danger: 9 }));
    expect(havingHeard(looks, LONG, PART, lookExtra(SENSITIVITY.fewer)).sign(FEW, MUCH)).toBe(
      'context.looks-threatening',
    );
  });
  test('changes nothing of threats: neither their look nor what phrases say of them', () => {
    for (const look of [-9, BARS.caution - 0.1, BARS.caution, BARS.caution + 0.1, 9]) {
      const threatens = (extra: number) =>
        chosen(extra, look, 9).sign(FEW, MUCH) === 'context.looks-threatening';
      const standard = [chosen(0, look).doubt(FEW), threatens(0)];
      for (const extra of [fewer, more])
        expect([chosen(extra, look).doubt(FEW), threatens(extra)]).toEqual(standard);
    }
  });
});
