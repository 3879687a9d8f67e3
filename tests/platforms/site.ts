// For tests alone: a made-up chat site, its adapter, and a log of what the watcher says about it.
import { vi } from 'vitest';
import { type Adapter, type ContactFact, defineAdapter } from '../../page/adapter';
import { watchPage } from '../../page/watch';
import type { Arrival, Health } from '../../page/watch-types';

export const HOUR_MS = 3_600_000;

/** The site keeps its chat in `#list[data-peer]`, its title in `#title`, and the address in the hash. */
export function createSite(over: Partial<Adapter> = {}): Adapter {
  return defineAdapter({
    id: 'site',
    service: 'site',
    name: 'A site',
    matches: ['https://site.example/*'],
    evidence: { from: 'guess', seenLive: null },
    reads: ['threads'],
    covers: () => true,
    expectsConversation: (url) => url.hash !== '',
    row: '.row',
    rowAttributes: ['data-id'],
    open(document, url) {
      const list = document.querySelector('#list');
      const peer = url.hash.slice(1);
      if (!list || peer === '') return null;
      const title = document.querySelector('#title')?.textContent ?? '';
      const composer = document.querySelector('#composer');
      return {
        list,
        peer,
        weak: false,
        group: false,
        title,
        composer,
        pane: document.body,
        request: composer === null,
      };
    },
    read(row) {
      const id = row.getAttribute('data-id') ?? '';
      const text = row.textContent ?? '';
      if (id.includes('.') || text === '') return null;
      const at = row.getAttribute('data-at');
      const speaker = (row.getAttribute('data-by') ?? 'other') as 'other' | 'self' | 'unknown';
      return { id, author: 'peer', speaker, text, at: at ? Number(at) : null };
    },
    ...over,
  });
}

export function row(id: string, text: string, at: number | null = null): HTMLElement {
  const element = document.createElement('div');
  element.className = 'row';
  element.setAttribute('data-id', id);
  if (at !== null) element.setAttribute('data-at', String(at));
  element.textContent = text;
  return element;
}

export function list(): HTMLElement {
  return document.querySelector('#list') as HTMLElement;
}

/** An empty chat with `peer`. */
export function showSite(peer: string, rows: readonly HTMLElement[] = []): void {
  location.hash = peer;
  const make = (id: string) => Object.assign(document.createElement('div'), { id });
  document.body.replaceChildren(make('title'), make('list'), make('composer'));
  list().append(...rows);
}

export type Log = {
  /** 'open peer', 'close', 'update', and of each message '[history |found ]id: text' (found: history in order), in order. */
  readonly said: string[];
  readonly health: Health[];
  readonly errors: string[];
  readonly slices: number[];
  /** Of each message that was scrolled in 'id run'. */
  readonly runs: string[];
  /** Ids of those at the head of what was found. */
  readonly heads: string[];
  /** Ids of those that are another text of a message. */
  readonly edits: string[];
  readonly facts: (readonly ContactFact[])[];
  readonly requests: string[];
  stop(): void;
};

/** Watches the document and logs. Call after `vi.useFakeTimers()`. */
export function watch(adapters: readonly Adapter[] = [createSite()]): Log {
  const stop = new AbortController();
  const log: Log = {
    said: [],
    health: [],
    errors: [],
    slices: [],
    runs: [],
    heads: [],
    edits: [],
    facts: [],
    requests: [],
    stop: () => stop.abort(),
  };
  const placeOf = ({ history, inOrder }: Arrival) => (history ? (inOrder ? 'found ' : 'history ') : '');
  const line = (arrival: Arrival) => `${placeOf(arrival)}${arrival.message.id}: ${arrival.message.text}`;
  watchPage({
    document,
    adapters,
    signal: stop.signal,
    events: {
      onConversation(conversation, _, facts) {
        log.said.push(conversation ? `open ${conversation.peer}` : 'close');
        log.facts.push(facts);
      },
      onUpdate(_conversation, _, facts) {
        log.said.push('update');
        log.facts.push(facts);
      },
      onMessages(arrivals) {
        log.slices.push(arrivals.length);
        log.said.push(...arrivals.map(line));
        for (const { message, run } of arrivals) if (run) log.runs.push(`${message.id} ${run}`);
        log.edits.push(...arrivals.flatMap(({ message, edited }) => (edited ? [message.id] : [])));
        log.heads.push(...arrivals.flatMap(({ message, atHead }) => (atHead ? [message.id] : [])));
      },
      onRequests: (cards, adapter) =>
        log.requests.push(`${adapter.id} ${cards.map((card) => card.id).join(' ')}`),
      onHealth: (health) => log.health.push(health),
    },
    onError: (error, where) => log.errors.push(`${where}: ${(error as Error).message}`),
  });
  return log;
}

/**
 * Lets the page's clock run: observers, timers and idle time. happy-dom tells of a new address by the true clock, which
 * the made-up one doesn't hold: that is waited for first, or it would come at another moment on each machine.
 */
export async function pass(ms: number): Promise<void> {
  await simulated().happyDOM.waitUntilComplete();
  await vi.advanceTimersByTimeAsync(ms);
}

function simulated() {
  return window as unknown as { readonly happyDOM: { waitUntilComplete(): Promise<void> } };
}
