import { expect, test } from 'vitest';
import type { Adapter, ContactFact, OpenConversation } from './adapter';
import { createGuard } from './guard';
import { createOpened } from './opened';
import type { WatchEvents } from './watch-types';

const elementOf = (id: string) => ({ id }) as Element;
const chat: OpenConversation = {
  ...{ peer: 'ann', weak: false, group: false, title: 'Ann', request: true },
  ...{ list: elementOf('list'), composer: null, pane: elementOf('pane') },
};

/** A request of one chat was opened, and now it is like `change`; what is told of that. */
function tell(change: Partial<OpenConversation>, changed: readonly ContactFact[] = []) {
  const told: OpenConversation[] = [];
  let facts: readonly ContactFact[] = [];
  const adapter = { id: 'site', facts: () => facts } as unknown as Adapter;
  const guard = createGuard((error) => {
    throw error;
  });
  const events = {
    onConversation: () => {},
    onUpdate: (conversation: OpenConversation) => void told.push(conversation),
  } as unknown as WatchEvents;
  const opened = createOpened({} as Document, guard, events, 0);
  opened.switchTo({ adapter, conversation: chat });
  facts = changed;
  const conversation = { ...chat, ...change };
  for (let look = 0; look < 2; look += 1) opened.update({ adapter, conversation });
  return told;
}

test('of a chat that stays as it was nothing is told', () => {
  expect(tell({})).toEqual([]);
});

test.each<[string, Partial<OpenConversation>]>([
  ['is a request no more: it was accepted', { request: false }],
  ['names the person only now', { person: 'ann of the request' }],
  ['has a place to write now, which a card must keep free', { composer: elementOf('composer') }],
  ['stands in another pane, to which a card docks', { pane: elementOf('second pane') }],
])('a chat is told once more where it %s', (_, change) => {
  expect(tell(change)).toEqual([{ ...chat, ...change }]);
});

test('a chat is told once more where its facts came later', () => {
  expect(tell({}, [{ fact: 'not-a-contact' }])).toEqual([chat]);
});
