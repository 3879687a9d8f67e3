import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { ToBackground } from '../../utils/messages';
import { createLink } from './background-link';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** A background that is away for the first so many messages, and says which it heard. */
function setUp({ missed }: { readonly missed: number }) {
  const heard: ToBackground[] = [];
  let calls = 0;
  const sendMessage = async (message: unknown) => {
    calls += 1;
    if (calls <= missed) return undefined;
    heard.push(message as ToBackground);
    return { answer: heard.length };
  };
  const link = createLink(
    () => ({ id: 'ours', sendMessage }),
    () => {},
  );
  return { heard, link };
}

const snooze = (on: boolean, conversation = 'a') => ({ type: 'snooze', conversation, on }) as const;
const state = (level: 'calm' | 'danger') => ({ type: 'state', state: 'reading', level }) as const;

it.each([
  ['a snooze that was ended since', snooze(true), snooze(false)],
  ['a level that rose since', state('calm'), state('danger')],
])('an older message that is tried again does not overtake: %s', async (_, older, newer) => {
  const { heard, link } = setUp({ missed: 1 });
  const answers = Promise.all([link.ask(older), link.ask(newer)]);
  await vi.runAllTimersAsync();
  expect(heard).toEqual([newer]);
  expect(await answers).toEqual([{ answer: 1 }, { answer: 1 }]); // whoever asked first hears what holds now
});

it('where none is heard at first, the newer one alone is tried again', async () => {
  const { heard, link } = setUp({ missed: 2 });
  void link.ask(snooze(true));
  void link.ask(snooze(false));
  await vi.runAllTimersAsync();
  expect(heard).toEqual([snooze(false)]);
});

it.each([
  ['of two chats', snooze(true, 'a'), snooze(true, 'b')],
  [
    'of what counts in any order',
    { type: 'requested', conversation: 'a', flags: ['new-account'] } as const,
    { type: 'requested', conversation: 'a', flags: ['no-mutual-friends'] } as const,
  ],
])('messages %s are all tried again', async (_, one, other) => {
  const { heard, link } = setUp({ missed: 2 });
  void link.ask(one);
  void link.ask(other);
  await vi.runAllTimersAsync();
  expect(heard).toEqual([one, other]);
});
