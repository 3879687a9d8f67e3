import { expect, test, vi } from 'vitest';
import type { Conversation } from '../../engine/conversation';
import type { Coming } from '../../engine/heard';
import { FOUND, HEAD, LIVE, openTalk, say, walks } from '../../engine/test-talk';
import type { Assessment, Message, Speaker } from '../../engine/types';
import type { ChatEngines } from './chat-engines';
import { createChatRows } from './chat-rows';

const ABOVE: Coming = { history: true, run: 'above' };
const NEXT: Coming = { history: true, run: 'next' };

/** The rows of a chat, with its engine and what was judged of it. */
function chat(engine: Conversation = openTalk(), group = false) {
  const judged: Assessment[] = [];
  const engines: ChatEngines = { first: () => engine, again: () => null };
  const rows = createChatRows({
    ...{ engines, group, who: undefined, signal: new AbortController().signal },
    judge: (assessment) => judged.push(assessment),
    save: vi.fn(),
  });
  rows.remember(null);
  const add = (...arrivals: readonly (readonly [Message, Coming])[]) => {
    rows.add(arrivals.map(([message, coming]) => ({ message, ...coming })));
    rows.finish(); // on a busy machine one slice may be too short for them
  };
  return { rows, judged, add };
}

test('the engine is told how each row came', () => {
  const told: Coming[] = [];
  const engine = openTalk();
  const { add } = chat({
    ...engine,
    add(message, coming) {
      told.push(coming);
      return engine.add(message, coming);
    },
  });
  const comings = [HEAD, FOUND, LIVE, ABOVE, NEXT, { history: true, edited: true }];
  add(...comings.map((coming) => [say('hi'), coming] as const));
  expect(told).toEqual(comings);
});

test('rows that come together are judged once, with what stands below them', () => {
  const { add, judged } = chat(openTalk({ cautionFrom: 99 }));
  add([say('dont tell mum'), FOUND]);
  add([say('nice weather'), ABOVE], [say('send me a pic'), NEXT]);
  expect(judged.map(({ level }) => level)).toEqual(['calm', 'caution']);
});

const by = (speaker: Speaker, author: string): Message => ({ ...say('nice weather', speaker), author });
const threat = (speaker: Speaker, author: string): Message => ({
  ...say('i will send it to everyone', speaker),
  author,
});

test.each<[string, boolean, readonly Message[]]>([
  ['person', false, [by('self', 'me'), threat('other', 'them')]],
  ['unknown', false, [threat('unknown', ''), by('other', 'them')]],
  ['someone', false, [by('unknown', 'who'), threat('other', 'them')]],
  ['someone', true, [by('other', 'ann'), threat('other', 'bob')]],
])('what is scrolled in is held against %s', (who, group, [first, second]) => {
  const { add, rows, judged } = chat(openTalk({ group }), group);
  add([say('hi'), FOUND]);
  add([first as Message, ABOVE], [second as Message, NEXT]);
  expect([judged.at(-1)?.level, rows.who]).toEqual(['danger', who]);
  // Nor is whoever wrote what is scrolled in next.
  add(...walks(2).map((message) => [message, ABOVE] as const));
  expect(rows.who).toBe(who);
});
