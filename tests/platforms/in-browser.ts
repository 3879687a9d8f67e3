// The adapters and their changes as one script for a real page: tests/e2e/adapters-in-page.ts builds it and puts it into
// fixture pages, where layout, shadow roots and idle time are real.
import type { Adapter, RequestCard } from '../../page/adapter';
import { watchPage } from '../../page/watch';
import { adapters } from '../../platforms/index';
import { liveChanges } from './live-changes';
import { mutations, readRows, sampleOf, type World } from './mutate';
import { showPage } from './page';
import { misread } from './verdict';

/** A message as the watcher told it. */
export type Told = { readonly text: string; readonly history: boolean };

export type Checks = {
  readonly names: readonly string[];
  /** Changes the page; what was misread afterwards, or null where it is read right, said to be unreadable, or has nothing to change. */
  mutate(adapter: string, name: string): ReturnType<typeof misread>;
  /** The requests that the page shows, without their elements. */
  requests(adapter: string): readonly Omit<RequestCard, 'element'>[];
  /** Starts the watcher; what it tells stands in `told`. */
  watch(): void;
  readonly told: Told[];
  readonly errors: string[];
  readonly liveNames: readonly string[];
  /** Changes the page while the watcher looks on; what must be told of it. */
  changeLive(adapter: string, name: string): Promise<readonly string[]>;
  /** Opens another chat without a reload. */
  openAnother(html: string, url: string): void;
  /** The row that copies are made from: as `Growth` wants it. */
  sample(adapter: string): { readonly row: string; readonly id: string; readonly text: string } | null;
};

function look(id: string): World | null {
  const url = new URL(location.href);
  const adapter = adapters.find((each) => each.id === id && each.covers(url)) as Adapter;
  const conversation = adapter.open(document, url);
  return conversation && { adapter, url, conversation, ...readRows(adapter, conversation) };
}

const told: Told[] = [];
const errors: string[] = [];

export const checks: Checks = {
  names: Object.keys(mutations),
  told,
  errors,
  mutate(id, name) {
    const world = look(id);
    if (!world || world.readings.length === 0) return { wanted: ['a chat'], read: [] };
    const wanted = mutations[name]?.(world) ?? null;
    return wanted && misread(world, wanted);
  },
  requests(id) {
    const adapter = adapters.find((each) => each.id === id);
    const cards = adapter?.requests?.(document, new URL(location.href)) ?? [];
    return cards.map(({ id: sender, name, facts }) => ({ id: sender, name, facts }));
  },
  watch() {
    watchPage({
      document,
      adapters,
      signal: new AbortController().signal,
      events: {
        onConversation: () => {},
        onMessages: (arrivals) =>
          void told.push(...arrivals.map(({ message, history }) => ({ text: message.text, history }))),
        onRequests: () => {},
        onHealth: () => {},
      },
      onError: (error, where) => void errors.push(`${where}: ${error}`),
    });
  },
  liveNames: Object.keys(liveChanges),
  async changeLive(id, name) {
    const world = look(id);
    const change = liveChanges[name];
    if (!world || !change) throw new Error(`${id}: no chat for "${name}"`);
    return change(world);
  },
  openAnother(html, url) {
    history.pushState(null, '', url);
    showPage(html);
  },
  sample(id) {
    const world = look(id);
    const found = world && sampleOf(world);
    return found && { row: world.adapter.row, id: found.reading.id, text: found.reading.text };
  },
};
