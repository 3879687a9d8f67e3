// Watches the friend and message requests that a page shows, and reports when they change.
import type { Adapter, RequestCard } from './adapter';
import type { Guard } from './guard';
import { withRisk } from './risk-facts';

export type RequestsWatch = {
  /** Looks at the page through every covering adapter that knows requests. */
  check(url: URL, covering: readonly Adapter[]): void;
};

type Shown = { readonly adapter: Adapter; readonly requests: readonly RequestCard[] };

export function createRequests(
  document: Document,
  guard: Guard,
  onRequests: (requests: readonly RequestCard[], adapter: Adapter) => void,
): RequestsWatch {
  const shown = new Map<string, Shown>();
  const tell = (adapter: Adapter, requests: readonly RequestCard[]): void => {
    const before = shown.get(adapter.id)?.requests ?? [];
    shown.set(adapter.id, { adapter, requests });
    if (!isSame(before, requests)) onRequests(requests, adapter);
  };
  return {
    check(url, covering) {
      const now = covering.filter((adapter) => adapter.requests);
      for (const { adapter } of shown.values()) if (!now.includes(adapter)) tell(adapter, []);
      for (const adapter of now) {
        tell(
          adapter,
          guard
            .run(adapter, 'requests', () => adapter.requests?.(document, url) ?? [], [])
            .map((card) => ({ ...card, facts: withRisk(card.facts) })),
        );
      }
    },
  };
}

/** The same people, facts and elements: a card that was drawn anew needs its hint drawn anew. */
function isSame(before: readonly RequestCard[], after: readonly RequestCard[]): boolean {
  if (before.length !== after.length) return false;
  return before.every((card, index) => {
    const other = after[index];
    if (!other || card.id !== other.id || card.name !== other.name || card.element !== other.element)
      return false;
    return JSON.stringify(card.facts) === JSON.stringify(other.facts);
  });
}
