import { expect, test } from 'vitest';
import { createConversation } from '../../engine/conversation';
import { createDetector } from '../../engine/create-detector';
import { TEST_PACK, TEST_RULES } from '../../engine/test-rules';
import { FOUND, LIVE, say, walks } from '../../engine/test-talk';
import type { Answers } from '../../utils/messages';
import { createChatEngines } from './chat-engines';
import type { KeptChat } from './kept-chats';
import { NOTHING_TOLD } from './shown-cards';

const DAY = 86_400_000;
const detector = createDetector([TEST_PACK], TEST_RULES.signals);
const hello = { rules: TEST_RULES, settings: { sensitivity: 'standard' } } as unknown as Answers['hello'];
const key = new Uint8Array(32);
const { signals, escalations } = TEST_RULES;

/** A chat that was left on day 100, and what is opened on another day. */
function leftAndOpened(dayNow: number) {
  const engine = createConversation({
    ...{ detector, signals, escalations, group: false, memory: null },
    ...{ fingerprint: (text: string) => text.length, now: () => 100 * DAY },
  });
  for (const text of ['send me a pic', 'dont tell mum']) engine.add(say(text), LIVE);
  const kept: KeptChat = {
    ...{ engine, who: 'person', told: NOTHING_TOLD, snoozedUntil: null, keptSnooze: null, day: 100 },
  };
  const options = { hello, key, detector, group: false, id: 'id' as never, kept, now: () => dayNow * DAY };
  return { engine, engines: createChatEngines(options) };
}

test.each([
  ['on the same day', 100, false],
  ['on another day, when its present is past', 103, true],
])('a chat that this page showed before goes on as it was left, %s', (_, day, past) => {
  const { engine, engines } = leftAndOpened(day);
  expect(engines.first(engine.memory())).toBe(engine);
  expect(engine.assessment()).toMatchObject({ level: 'caution', past });
});

test('where another tab read on, it begins anew with what both know', () => {
  const { engine, engines } = leftAndOpened(100);
  const memory = engine.memory();
  const next = engines.first({ ...memory, days: { 100: 9 } });
  expect(next).not.toBe(engine);
  expect(next.assessment()).toMatchObject({ level: 'caution', past: true });
  expect(next.memory().days).toEqual({ 100: 9 });
});

test('rows that were read before its memory came are read again as they came', () => {
  const engines = createChatEngines({
    ...{ hello, key, detector, group: false, id: 'id' as never, kept: null, now: () => 100 * DAY },
  });
  const early = engines.first(null);
  const memory = { version: 1, signals: {}, days: { 90: 40 }, lastSeen: 90 } as const;
  const rows = [say('send me a pic'), ...walks(12), say('dont tell mum')];
  const again = engines.again(
    early,
    memory,
    rows.map((message) => ({ message, ...FOUND })),
  );
  expect(again?.assessment().level).toBe('calm');
  expect(again?.memory().days).toEqual(memory.days);
});
