// A chat as it was found when it was opened: history in the page's order is judged as it would have been while it was said.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ConversationOptions } from './conversation';
import type { Coming } from './heard';
import type { Escalation } from './rules';
import { TEST_RULES } from './test-rules';
import {
  DAY,
  testDetector as detector,
  FOUND,
  HEAD,
  LIVE,
  looks,
  openTalk as open,
  readAll as read,
  say,
  TODAY,
  walks,
} from './test-talk';
import type { ConversationMemory, Message, Speaker } from './types';

const ANY_ORDER: Coming = { history: true };

test('is judged as it would have been live, in the past tense', () => {
  const line = fc.record({
    text: fc.constantFrom(
      ...['send me a pic', 'dont tell your mum', 'your parents home', 'what are you wearing'],
      ...['no', 'im 13', 'send me', 'just kidding', 'nice weather'],
    ),
    speaker: fc.constantFrom<Speaker>('self', 'other'),
    minutes: fc.integer({ min: 0, max: 4000 }),
  });
  let warned = 0;
  fc.assert(
    fc.property(fc.array(line, { minLength: 3, maxLength: 20 }), fc.boolean(), (lines, isDated) => {
      let at = 0;
      const texts = lines.map(({ text, speaker, minutes }) => {
        at += minutes * 60_000;
        return say(text, speaker, isDated ? at : null);
      });
      const [live, found] = [LIVE, FOUND].map((coming) => read(open({ cautionFrom: 4 }), texts, coming));
      expect(found).toEqual({ ...live, past: live?.level !== 'calm' });
      warned += Number(found?.level !== 'calm');
    }),
  );
  expect(warned).toBeGreaterThan(10);
});

describe('what history in no order cannot tell', () => {
  test.each([
    ['a pair that stands too far apart', [say('send me a pic'), ...walks(12), say('dont tell mum')]],
    ['what is rehearsed in a lesson', [say('tell an adult'), say('send me a pic'), say('dont tell mum')]],
  ])('%s', (_, texts) => {
    const pairsAlone = { cautionFrom: 99 };
    expect(read(open(pairsAlone), texts, ANY_ORDER).level).toBe('caution');
    expect(read(open(pairsAlone), texts, FOUND).level).toBe('calm');
  });
  test('who asks again after a no', () => {
    const texts = [say('send me a pic'), say('no', 'self'), say('send me a pic now')];
    const hasPressed = (coming: Coming) => {
      const conversation = open();
      read(conversation, texts, coming);
      return 'pressure.after-no' in conversation.memory().signals;
    };
    expect([hasPressed(ANY_ORDER), hasPressed(FOUND)]).toEqual([false, true]);
  });
  test('how it looks', () => {
    const seen = { detector: { ...detector, classifier: looks(-9) } };
    const pair = [...walks(4), say('send me a pic'), say('dont tell mum')];
    expect(read(open(seen), pair, ANY_ORDER).level).toBe('caution');
    expect(read(open(seen), pair, FOUND).level).toBe('calm');
  });
});

test('is looked at together with the first live messages', () => {
  const seen = { detector: { ...detector, classifier: looks(-9) } };
  const pair = [say('send me a pic'), say('dont tell mum')];
  for (const [before, level] of [
    [[], 'caution'],
    [walks(4), 'calm'],
  ] as const) {
    const conversation = open(seen);
    read(conversation, before, FOUND);
    expect(read(conversation, pair, LIVE).level).toBe(level);
  }
});

test('is no more than older messages until something of weight is said now', () => {
  const conversation = open();
  read(conversation, [say('send me a pic'), say('dont tell mum')], FOUND);
  expect(read(conversation, [say('nice weather')], LIVE)).toMatchObject({ level: 'caution', past: true });
  expect(read(conversation, [say('send me a pic now')], LIVE)).toMatchObject({
    level: 'caution',
    past: false,
  });
});

test('calls for no help at once: what the child wrote then is history', () => {
  const cry = say('i want to die', 'self');
  expect([FOUND, LIVE].map((coming) => open().add(cry, coming).crisis)).toEqual([false, true]);
});

describe('in a chat that is remembered', () => {
  const ask = say('send me a pic');
  const hide = say('dont tell mum');
  const remembered = (
    texts: readonly Message[],
    options: Partial<ConversationOptions> = {},
  ): ConversationMemory => {
    const before = open({ ...options, now: () => TODAY - DAY });
    read(before, texts, LIVE);
    return before.memory();
  };

  test('rows without a time are not said anew', () => {
    const pairsAlone = { cautionFrom: 99 };
    const memory = remembered([ask, ...walks(12), hide], pairsAlone);
    const seen = { ...pairsAlone, memory, detector: { ...detector, classifier: looks(9) } };
    expect(read(open(seen), [...walks(13), ask, hide], FOUND).level).toBe('calm');
    const counts = (coming: Coming) => {
      const conversation = open({ memory });
      read(conversation, [ask, hide], coming);
      return conversation.memory().days;
    };
    expect(counts(FOUND)).toEqual(memory.days);
    expect(counts(LIVE)).not.toEqual(memory.days);
  });

  test('the rows at its head begin nothing: they were judged when they came', () => {
    const seen = { detector: { ...detector, classifier: looks(9) } };
    const pair = [ask, hide, say('pay by gift card')];
    const levelAfter = (before: number, coming: Coming, rows: readonly Message[] = pair) => {
      const memory = remembered(walks(before));
      return read(open({ ...seen, memory }), rows, coming).level;
    };
    expect([HEAD, FOUND].map((coming) => levelAfter(40, coming))).toEqual(['calm', 'caution']);
    // Of a chat of few messages only those can be shown again.
    expect([3, 2].map((before) => levelAfter(before, HEAD))).toEqual(['calm', 'caution']);
    // What is of a later day than all that is remembered is new.
    const on = (day: number) => pair.map(({ text }) => say(text, 'other', day));
    expect([TODAY - DAY, TODAY].map((day) => levelAfter(40, HEAD, on(day)))).toEqual(['calm', 'caution']);
  });

  test('but a plain threat that was not read before', () => {
    const threat = say('i will send it to everyone');
    const ordinary = { detector: { ...detector, classifier: looks(-9) } };
    const again = (texts: readonly Message[]) => {
      const conversation = open({ ...ordinary, memory: remembered(texts, ordinary) });
      return [conversation.assessment().level, read(conversation, [threat], HEAD).level];
    };
    expect(again(walks(40))).toEqual(['calm', 'danger']);
    expect(again([...walks(40), threat])).toEqual(['calm', 'calm']);
  });

  test('nor does their look', () => {
    const look: Escalation = {
      ...{ id: 'looks-risky', level: 'caution', within: { messages: 1, days: 0 }, unknownAuthor: false },
      ...{ needs: 0, all: [['look.alike']], unless: [], without: [] },
    };
    const rules = {
      signals: { ...TEST_RULES.signals, 'look.alike': { stage: 'look' as const, weight: 0 } },
      escalations: [...TEST_RULES.escalations, look],
    };
    const seen = { ...rules, detector: { ...detector, classifier: looks(9) } };
    const conversation = open({ ...seen, memory: remembered(walks(40), rules) });
    expect(read(conversation, walks(15), HEAD).level).toBe('calm');
    expect(read(conversation, walks(1), FOUND).level).toBe('caution');
  });

  test('what they say waits, and begins once the talk looks like it', () => {
    const seen = { detector: { ...detector, classifier: looks(9) } };
    const conversation = open({ ...seen, memory: remembered(walks(40)) });
    expect(read(conversation, [ask, hide], HEAD).level).toBe('calm');
    expect(read(conversation, walks(1), LIVE).level).toBe('caution');
  });
});
