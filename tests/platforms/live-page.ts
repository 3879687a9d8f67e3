// For tests: a fixture page under the watcher, at its time and address.
import { vi } from 'vitest';
import type { Adapter, OpenConversation, RowReading } from '../../page/adapter';
import { adapters } from '../../platforms/index';
import type { FixturePage } from './fixture-pages';
import { readRows } from './mutate';
import { moveTo, showPage } from './page';
import { type Log, pass, watch } from './site';

/** Until a chat is open and read; then until its opening is over. */
export const SETTLED_MS = 8_000;

export type Open = {
  readonly adapter: Adapter;
  readonly conversation: OpenConversation;
  readonly rows: readonly Element[];
  readonly readings: readonly RowReading[];
};

/** What is open now. */
export function look(url: string): Open {
  const adapter = adapters.find((each) => each.covers(new URL(url))) as Adapter;
  const conversation = adapter.open(document, new URL(url)) as OpenConversation;
  return { adapter, conversation, ...readRows(adapter, conversation) };
}

/** Opens a page and reads it. The log must be stopped, and real timers used again, by the test. */
export async function start({ html, expected }: FixturePage): Promise<Log> {
  vi.useFakeTimers({ now: new Date(expected.now) });
  moveTo(expected.url);
  showPage(html);
  const log = watch([...adapters]);
  await pass(SETTLED_MS);
  return log;
}

const MESSAGE = /^(history |found )?[^ ]+: /s;

/** What was told since `from`, without ids and whether it is history. */
export function told({ said }: Log, from = 0): string[] {
  return messages(said.slice(from)).map((line) => line.replace(MESSAGE, ''));
}

/** Those lines of a log that tell messages. */
export function messages(said: readonly string[]): string[] {
  return said.filter((line) => MESSAGE.test(line));
}
