import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Conversation, ConversationOptions } from './conversation';
import { CALM } from './levels';
import type { Escalation } from './rules';
import { createScrolled } from './scrolled';
import { FOUND, LIVE, looks, openTalk, readAll, say, TODAY, testDetector, walks } from './test-talk';
import type { Assessment, Message } from './types';

/** What its rows add up to once they were scrolled in as one piece. */
function scroll(
  conversation: Conversation,
  rows: readonly Message[],
  first: 'above' | 'apart' = 'above',
): Assessment {
  rows.forEach((row, index) => {
    conversation.add(row, { history: true, run: index === 0 ? first : 'next' });
  });
  return conversation.assessment();
}

const ask = say('send me a pic');
const hide = say('dont tell mum');
const threat = say('i will send it to everyone');
/** Pairs of signs alone, and not what they weigh together. */
const pairs: Partial<ConversationOptions> = { cautionFrom: 99 };

test('a piece is judged as a chat that was found, in the past tense', () => {
  expect(scroll(openTalk(pairs), [ask, hide])).toMatchObject({ level: 'caution', past: true });
  expect(scroll(openTalk(pairs), [ask, ...walks(12), hide]).level).toBe('calm');
  expect(scroll(openTalk(pairs), [say('tell an adult'), ask, hide]).level).toBe('calm');
  expect(scroll(openTalk(pairs), [...walks(40), ask, hide]).level).toBe('caution');
  expect(scroll(openTalk(pairs), [ask, hide, ...walks(40)]).level).toBe('caution');
  expect(scroll(openTalk(pairs), [...walks(28), ask, hide, ...walks(3)]).level).toBe('caution');
});

test('a piece knows nothing of a long one before it', () => {
  const conversation = openTalk(pairs);
  expect(scroll(conversation, [...walks(38), say('tell an adult')]).level).toBe('calm');
  expect(scroll(conversation, [...walks(31), ask, hide], 'apart').level).toBe('caution');
});

test('what it says is looked at, as in a chat that was found', () => {
  const levels = [9, -9].map((caution) => {
    const detector = { ...testDetector, classifier: looks(caution) };
    return scroll(openTalk({ ...pairs, detector }), [...walks(4), ask, hide]).level;
  });
  expect(levels).toEqual(['caution', 'calm']);
});

describe('a piece is read with what stands below it', () => {
  test('as the chat was found, and as it was scrolled in', () => {
    const conversation = openTalk(pairs);
    expect(readAll(conversation, [hide, ...walks(2)], FOUND).level).toBe('calm');
    expect(scroll(conversation, walks(2)).level).toBe('calm');
    expect(scroll(conversation, [ask]).level).toBe('caution');
    const slowly = openTalk(pairs);
    readAll(slowly, walks(2), FOUND);
    const levels = [hide, ...walks(2), ask].map((row) => scroll(slowly, [row]).level);
    expect(levels).toEqual(['calm', 'calm', 'calm', 'caution']);
  });
  test('also a long one, at its end', () => {
    for (const count of [20, 29, 30, 31, 80]) {
      const conversation = openTalk(pairs);
      expect(readAll(conversation, [hide, ...walks(2)], FOUND).level).toBe('calm');
      expect(scroll(conversation, [...walks(count), ask]).level).toBe('caution');
      expect(scroll(openTalk(pairs), [...walks(count), ask]).level).toBe('calm');
    }
  });
  test('in the order of the page', () => {
    const conversation = openTalk(pairs);
    readAll(conversation, [hide, ...walks(9)], FOUND);
    expect(scroll(conversation, [ask, ...walks(9)]).level).toBe('calm');
    const taught = openTalk(pairs);
    readAll(taught, [say('tell an adult'), ...walks(4)], FOUND);
    expect(scroll(taught, [ask, hide]).level).toBe('caution');
  });
  test('whoever asks while it still comes', () => {
    const conversation = openTalk(pairs);
    readAll(conversation, [hide, ...walks(2)], FOUND);
    const rows = [...walks(5), ask, ...walks(44)];
    const [some, others] = [rows.slice(0, 10), rows.slice(10)];
    scroll(conversation, some);
    for (const row of others) {
      conversation.add(row, { history: true, run: 'next' });
      conversation.assessment();
    }
    expect(conversation.assessment().level).toBe('calm');
    for (const row of [ask, hide]) conversation.add(row, { history: true, run: 'next' });
    expect(conversation.assessment().level).toBe('caution');
  });
  test('and a piece apart from it changes nothing of that', () => {
    const conversation = openTalk(pairs);
    readAll(conversation, [hide], FOUND);
    expect(scroll(conversation, walks(12), 'apart').level).toBe('calm');
    conversation.add(say('see you'), { history: true, edited: true });
    expect(scroll(conversation, [ask]).level).toBe('caution');
  });
  test('but not apart from it, nor too far below', () => {
    const levelOf = (below: readonly Message[], first: 'above' | 'apart') => {
      const conversation = openTalk(pairs);
      readAll(conversation, below, LIVE);
      return scroll(conversation, [ask], first).level;
    };
    expect(levelOf([hide], 'above')).toBe('caution');
    expect(levelOf([hide], 'apart')).toBe('calm');
    expect(levelOf([...walks(9), hide], 'above')).toBe('calm');
  });
});

test('pieces that come in any order give the same level', () => {
  const row = fc.constantFrom(
    ...['send me a pic', 'dont tell mum', 'your parents home', 'i will send it to everyone', 'just kidding'],
    ...['nice weather', 'see you', 'no', 'tell an adult'],
  );
  const pieces = fc
    .array(fc.array(row, { minLength: 1, maxLength: 40 }), { minLength: 2, maxLength: 5 })
    .chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })));
  const warned = new Set<string>();
  fc.assert(
    fc.property(pieces, ([inOrder, shuffled]) => {
      const levelOf = (list: readonly string[][]) => {
        const conversation = openTalk();
        for (const piece of list)
          scroll(
            conversation,
            piece.map((text) => say(text)),
            'apart',
          );
        return conversation.assessment().level;
      };
      warned.add(levelOf(inOrder));
      expect(levelOf(shuffled)).toBe(levelOf(inOrder));
    }),
  );
  expect([...warned].sort()).toEqual(['calm', 'caution', 'danger']);
});

test('a piece is read with thirty rows below it, of a long one its last thirty', () => {
  const read: number[] = [];
  const scrolled = createScrolled(() => {
    const talk = openTalk();
    const index = read.push(0) - 1;
    return {
      ...talk,
      add(message, coming) {
        read[index] = (read[index] ?? 0) + 1;
        return talk.add(message, coming);
      },
    };
  });
  const readFor = (rows: readonly Message[]) => {
    read.length = 0;
    rows.forEach((row, index) => {
      scrolled.add(row, index === 0 ? 'above' : 'next');
    });
    scrolled.assessment();
    return [...read];
  };
  for (const row of walks(40)) scrolled.standsBelow(row);
  expect(readFor(walks(1))).toEqual([31]);
  expect(readFor(walks(30))).toEqual([60]);
  expect(readFor(walks(31))).toEqual([31, 60]);
  expect(readFor(walks(100))).toEqual([100, 60]);
});

describe('beside what is said now', () => {
  test('the louder counts, and says of when it is', () => {
    const conversation = openTalk(pairs);
    expect(readAll(conversation, [ask, hide], LIVE)).toMatchObject({ level: 'caution', past: false });
    expect(scroll(conversation, [threat])).toMatchObject({ level: 'danger', past: true });
    expect(conversation.add(say('ok'), LIVE)).toMatchObject({ level: 'danger', past: true });
    expect(conversation.add(say('i want to die', 'self'), LIVE)).toMatchObject({
      level: 'danger',
      crisis: true,
    });
    expect(conversation.add(threat, LIVE)).toMatchObject({ level: 'danger', past: false, crisis: false });
  });
  test('ordinary rows hold nothing of what stands below them', () => {
    const conversation = openTalk();
    expect(readAll(conversation, [ask, hide], LIVE).level).toBe('caution');
    expect(scroll(conversation, [say('nice weather')]).level).toBe('caution');
    expect(readAll(conversation, walks(600), LIVE).level).toBe('calm');
  });
  test('what a piece says alone counts, though the rows below it said as much', () => {
    const conversation = openTalk();
    readAll(conversation, [ask, hide], FOUND);
    expect(readAll(conversation, walks(600), LIVE).level).toBe('calm');
    expect(scroll(conversation, [say('send me a pic now'), say('dont tell your mum')]).level).toBe('caution');
  });
  test('a fact begins nothing in talk that looks ordinary', () => {
    const gap: Escalation = {
      ...{ id: 'child', level: 'caution', within: { messages: 99, days: 9 }, unknownAuthor: false },
      ...{ needs: 0, all: [['media.asks-picture'], ['context.child-age']], unless: [], without: [] },
    };
    const levels = [{ ...testDetector, classifier: looks(-9) }, testDetector].map((detector) => {
      const conversation = openTalk({ ...pairs, detector, escalations: [gap] });
      expect(readAll(conversation, [...walks(9), ask], LIVE).level).toBe('calm');
      return scroll(conversation, [...walks(40), say('im 13', 'self')], 'apart').level;
    });
    expect(levels).toEqual(['calm', 'caution']);
  });
  test('only facts of it go on: a sign makes no pair with one that is said now', () => {
    const conversation = openTalk(pairs);
    scroll(conversation, [ask, say('im 13', 'self')]);
    expect(Object.keys(conversation.memory().signals)).toEqual(['context.child-age']);
    expect(readAll(conversation, [hide], LIVE).level).toBe('calm');
  });
});

describe('in a chat that is remembered', () => {
  const memoryOf = (texts: readonly Message[], change: Partial<ConversationOptions> = {}) => {
    const before = openTalk({ ...change, now: () => TODAY - 86_400_000 });
    readAll(before, texts, LIVE);
    return before.memory();
  };
  test('what memory says alone is not held by what is scrolled in', () => {
    const memory = memoryOf([ask, hide]);
    const conversation = openTalk({ memory });
    expect(conversation.assessment().level).toBe('caution');
    expect(readAll(conversation, walks(400), LIVE).level).toBe('calm');
    expect(scroll(conversation, walks(3)).level).toBe('calm');
    expect(scroll(conversation, [threat]).level).toBe('danger');
  });
  test('nor what is left of it after a long piece', () => {
    const sinking = (): Conversation => {
      let rows = 0;
      const assessment = () => ({ ...CALM, level: rows > 40 ? ('caution' as const) : ('danger' as const) });
      return {
        add() {
          rows += 1;
          return assessment();
        },
        assessment,
        passDay() {},
        memory: openTalk().memory,
      };
    };
    const scrolled = createScrolled(sinking);
    for (const row of walks(100)) scrolled.add(row, 'next');
    expect(scrolled.assessment().level).toBe('calm');
  });
  test('rows that were judged when they came are no news', () => {
    const memory = memoryOf([ask, ...walks(12), hide], pairs);
    expect(scroll(openTalk({ ...pairs, memory }), [ask, hide]).level).toBe('calm');
    expect(scroll(openTalk({ ...pairs, memory }), [ask, say('dont tell your mum')]).level).toBe('caution');
  });
});

test('in a group each is judged by their own words', () => {
  const by = (author: string, { text }: Message): Message => ({ ...say(text), author });
  const levelOf = (...rows: Message[]) => scroll(openTalk({ ...pairs, group: true }), rows).level;
  expect(levelOf(by('ann', ask), by('bob', hide))).toBe('calm');
  expect(levelOf(by('ann', ask), by('ann', hide))).toBe('caution');
});
