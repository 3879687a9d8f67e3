import { expect, test } from 'vitest';
import type { Adapter, OpenConversation } from './adapter';
import { assignPanes } from './pane';
import { createSwitches, SETTLE_MS, type Sight, STALE_MS } from './switches';

const adapter = { id: 'site' } as Adapter;
const list = {} as OpenConversation['list'];
const sightOf = (peer: string, group = false): NonNullable<Sight> => ({
  adapter,
  conversation: { peer, group, list, title: peer } as OpenConversation,
});
const fresh = () => false;
const stale = () => true;

/** Switches on which a chat is open since a while. */
function opened(sight: Sight) {
  const switches = createSwitches();
  switches.step(sight, 0, fresh);
  switches.step(sight, SETTLE_MS, fresh);
  return switches;
}

test('rows of the old chat hold up a switch, but not for ever', () => {
  const switches = opened(sightOf('ann'));
  const start = 1_000;
  switches.step(sightOf('ben'), start, stale);
  expect(switches.step(sightOf('ben'), start + STALE_MS - 1, stale).is).toBe('pending');
  expect(switches.step(sightOf('ben'), start + STALE_MS, stale).is).toBe('switched');
});

test('a chat that flickers back has to settle anew before it counts', () => {
  const switches = opened(sightOf('ann'));
  switches.step(sightOf('ben'), 1_000, fresh);
  expect(switches.step(sightOf('ann'), 1_050, fresh).is).toBe('steady');
  expect(switches.step(sightOf('ben'), 5_000, fresh).is).toBe('pending');
  expect(switches.step(sightOf('ben'), 5_000 + SETTLE_MS, fresh).is).toBe('switched');
});

test('a chat that closes has to settle too', () => {
  const switches = opened(sightOf('ann'));
  expect(switches.step(null, 5_000, fresh).is).toBe('pending');
  expect(switches.step(null, 5_000 + SETTLE_MS, fresh)).toEqual({ is: 'switched', current: null });
});

test('what stays open comes with the elements that stand there now', () => {
  const switches = opened(sightOf('ann'));
  const composer = {} as Element;
  const { conversation } = sightOf('ann');
  const now = { adapter, conversation: { ...conversation, composer } };
  const step = switches.step(now, 1_000, fresh);
  expect(step.is === 'steady' && step.current?.conversation.composer).toBe(composer);
});

test('a chat of two stays one too: only what was seen as a group is remembered as one', () => {
  const switches = opened(sightOf('ann'));
  const step = switches.step(sightOf('ann'), 1_000, fresh);
  expect(step).toMatchObject({ is: 'steady', current: { conversation: { group: false } } });
});

test('a group stays one, though a virtual list shows a single author for a while', () => {
  const switches = opened(sightOf('class', true));
  const step = switches.step(sightOf('class'), 1_000, fresh);
  expect(step).toMatchObject({ is: 'steady', current: { conversation: { group: true } } });
});

test('a group is still one when it is opened again, whoever stands in it then', () => {
  const switches = opened(sightOf('class', true));
  switches.step(sightOf('ann'), 1_000, fresh);
  switches.step(sightOf('ann'), 2_000, fresh);
  switches.step(sightOf('class'), 3_000, fresh);
  expect(switches.step(sightOf('class'), 4_000, fresh)).toMatchObject({
    is: 'switched',
    current: { conversation: { group: true } },
  });
});

test('rows of a group that stand under the next chat for a while do not make that one a group', () => {
  const switches = opened(sightOf('class', true));
  switches.step(sightOf('ann', true), 1_000, stale);
  expect(switches.step(sightOf('ann', true), 1_000 + SETTLE_MS, stale).is).toBe('pending');
  switches.step(sightOf('ann'), 1_400, fresh);
  expect(switches.step(sightOf('ann'), 1_400 + SETTLE_MS, fresh)).toMatchObject({
    is: 'switched',
    current: { conversation: { group: false } },
  });
});

test('chats side by side keep their panes, in whatever order the page shows them', () => {
  const [ann, ben] = [sightOf('ann'), sightOf('ben')];
  expect(assignPanes([ben, ann], [ann, ben])).toEqual([ann, ben]);
  expect(assignPanes([ben], [ann, ben])).toEqual([null, ben]);
});
