// What a conversation adds up to, by small weights: how much evidence a combination needs, and what may begin one.
import { describe, expect, test } from 'vitest';
import { type ConversationOptions, createConversation } from './conversation';
import { createDetector } from './create-detector';
import { createJudge } from './judge';
import { createPerson } from './person';
import type { SignalTable } from './rules';
import { SENSITIVITY } from './sensitivity';
import { TEST_PACK, TEST_RULES } from './test-rules';
import type { ConversationMemory, Message, Speaker } from './types';

/** The rules of the tests with other weights; those of no matter weigh nothing. */
const weighing = (weights: Readonly<Record<string, number>>): SignalTable =>
  Object.fromEntries(
    Object.entries(TEST_RULES.signals).map(([id, { stage }]) => [id, { stage, weight: weights[id] ?? 0 }]),
  );
const open = (weights: Readonly<Record<string, number>>, change: Partial<ConversationOptions> = {}) => {
  const signals = weighing(weights);
  const conversation = createConversation({
    ...{ detector: createDetector([TEST_PACK], signals), signals, escalations: TEST_RULES.escalations },
    ...{ group: false, memory: null, now: () => 100 * 86_400_000 },
    fingerprint: (text) => [...text].reduce((sum, c) => (Math.imul(sum, 31) + c.charCodeAt(0)) >>> 0, 7),
    ...change,
  });
  let count = 0;
  return {
    ...conversation,
    say(text: string, speaker: Speaker = 'other', history = false) {
      count += 1;
      const message: Message = { id: `${count}`, author: 'them', speaker, text, at: null };
      return conversation.add(message, { history }).level;
    },
  };
};
const ASK = 'send me a pic';
const HIDE = 'dont tell your mum';
const CLOTHES = 'what are you wearing';

describe('a combination whose parts were too little evidence', () => {
  const weights = { 'media.asks-picture': 1, 'secrecy.dont-tell': 1, 'trust.clothes': 3 };
  test('is not stirred up by talk of something else, but by one of its own signs', () => {
    const chat = open(weights);
    expect([chat.say(ASK), chat.say('why', 'self'), chat.say(HIDE), chat.say('why', 'self')]).toEqual(
      Array.from({ length: 4 }, () => 'calm'),
    );
    expect(chat.say(CLOTHES)).toBe('calm');
    expect(chat.say(`${ASK} now`)).toBe('caution');
  });
  test('stands, once it holds, whatever is talked of', () => {
    const chat = open({ ...weights, 'media.asks-picture': 3 }, { cautionFrom: 100 });
    chat.say(ASK);
    chat.say('why', 'self');
    expect(chat.say(HIDE)).toBe('caution');
    expect(chat.say(CLOTHES)).toBe('caution');
  });
  test('begins anew where it has sunk', () => {
    const chat = open({ ...weights, 'media.asks-picture': 3, 'trust.clothes': 20 }, { cautionFrom: 100 });
    chat.say(ASK);
    chat.say('why', 'self');
    expect(chat.say(HIDE)).toBe('caution');
    for (let i = 0; i < 50; i += 1) chat.say(`nice weather ${i}`);
    expect(chat.assessment().level).toBe('calm');
    expect(chat.say(CLOTHES)).toBe('calm');
  });
  test('is begun by what history says last', () => {
    const chat = open(weights);
    for (const text of [ASK, HIDE, CLOTHES]) chat.say(text, 'other', true);
    expect(chat.assessment().level).toBe('caution');
  });
});

test('whoever asks for more warnings needs less evidence for one, and for fewer more', () => {
  const weights = { 'media.asks-picture': 2.5, 'trust.clothes': 2 };
  const levelAt = (choice: keyof typeof SENSITIVITY, extra: number) => {
    const chat = open({ ...weights, 'trust.clothes': 2 + extra }, { cautionFrom: SENSITIVITY[choice] });
    chat.say(ASK);
    chat.say('why', 'self');
    return chat.say(CLOTHES);
  };
  const CHOICES = ['more', 'standard', 'fewer'] as const;
  expect(CHOICES.map((choice) => levelAt(choice, -0.4))).toEqual(['caution', 'calm', 'calm']);
  expect(CHOICES.map((choice) => levelAt(choice, 0.6))).toEqual(['caution', 'caution', 'calm']);
  expect(CHOICES.map((choice) => levelAt(choice, 2))).toEqual(['caution', 'caution', 'caution']);
});

test('what only sets the scene is no stage of an approach, however much it weighs', () => {
  const chat = open({ 'media.asks-picture': 4, 'context.joke': 2 });
  chat.say(ASK);
  chat.say('why', 'self');
  expect(chat.say('just kidding')).toBe('calm');
});

test('a combination of signs without weight is all the evidence that there can be', () => {
  const chat = open({});
  chat.say(ASK);
  expect(chat.say(HIDE)).toBe('caution');
});

test('what was left in doubt and is doubted no more is not in doubt in the next session', () => {
  const judge = createJudge(TEST_RULES.signals, TEST_RULES.escalations, SENSITIVITY.standard);
  const session = (memory: ConversationMemory | null, change: (inDoubt: Set<string>) => void) => {
    const person = createPerson(TEST_RULES.signals, memory);
    judge.recallDoubt(person);
    const before = [...person.inDoubt];
    change(person.inDoubt);
    judge.noteStands(person);
    return { before, memory: person.memory(100) };
  };
  const first = session(null, (inDoubt) => inDoubt.add('threat'));
  const second = session(first.memory, (inDoubt) => inDoubt.clear());
  const third = session(second.memory, () => {});
  expect([first.before, second.before, third.before]).toEqual([[], ['threat'], []]);
});

test('signs of one message need more evidence than those of two', () => {
  const weights = { 'media.asks-picture': 1.5, 'secrecy.dont-tell': 1.5 };
  expect(open(weights).say(`${ASK} and ${HIDE}`)).toBe('calm');
  const scene = open(weights);
  scene.say('just kidding');
  expect(scene.say(`${ASK} and ${HIDE}`)).toBe('calm');
  const strong = open({ 'media.asks-picture': 2, 'secrecy.dont-tell': 2 });
  expect(strong.say(`${ASK} and ${HIDE}`)).toBe('caution');
  const two = open(weights);
  two.say(ASK);
  two.say('why', 'self');
  expect(two.say(HIDE)).toBe('caution');
});

describe('a combination that says what it needs', () => {
  const levelAfter = (friends: number, weight: number) => {
    const escalations = TEST_RULES.escalations.map((each) => ({ ...each, needs: 1 }));
    const chat = open({ 'media.asks-picture': weight, 'secrecy.dont-tell': weight }, { escalations });
    for (let i = 0; i < friends; i += 1) chat.say(`nice weather ${i}`);
    chat.say(ASK);
    chat.say('why', 'self');
    return chat.say(HIDE);
  };
  test.each([
    ['is not held back by the length of a talk of some hundred messages', 280, 0.7, 'caution'],
    ['needs more between people who know each other for long', 600, 0.7, 'calm'],
    ['but speaks between them too', 600, 1.4, 'caution'],
  ])('%s', (_, friends, weight, level) => expect(levelAfter(friends, weight)).toBe(level));
});

test.each([
  ['is warned of', 3, true, 'danger'],
  ['is not, where both signs are weak', 1.5, true, 'calm'],
  ['is not, where it may not come alone', 3, false, 'calm'],
])('by a friend of years a threat with a second sign %s', (_, weight, unknownAuthor, level) => {
  const threat = TEST_RULES.escalations.filter(({ id }) => id === 'threat');
  const escalations = threat.map((each) => ({
    ...{ ...each, unknownAuthor, all: [['threat.publish'], ['payment.method']] },
    within: { messages: 10, days: 2 },
  }));
  const chat = open({ 'threat.publish': weight, 'payment.method': weight }, { escalations });
  for (let i = 0; i < 600; i += 1) chat.say(`nice weather ${i}`);
  chat.say('pay by gift card');
  expect(chat.say('or i send it to everyone')).toBe(level);
});
