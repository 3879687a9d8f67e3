// Asks the adapters what the page shows now: which of them cover the address, and which conversation is open.

import { lazy } from '../utils/lazy';
import type { Adapter, OpenConversation } from './adapter';
import type { Guard } from './guard';
import type { Sight } from './switches';

export type PageState = {
  readonly url: URL;
  /** Adapters in working order that cover the address. */
  readonly covering: readonly Adapter[];
  /** What is open: more than one only where a site shows conversations side by side. */
  readonly sights: readonly Sight[];
  /** The adapter to name when speaking of this page, or null where none covers it. */
  readonly adapter: Adapter | null;
  /** Whether the address, or the page, says that a conversation should be open. Asked only where none is: pages are long. */
  expects(): boolean;
  /** An adapter for this page has thrown and is switched off. */
  readonly broken: boolean;
};

/** Gives the look at the page. An address is taken apart and shown to the adapters once, until it changes. */
export function createPageStates(
  document: Document,
  adapters: readonly Adapter[],
  guard: Guard,
): () => PageState {
  let place: { readonly href: string; readonly url: URL; readonly covering: readonly Adapter[] } | null =
    null;
  return () => {
    const { href } = document.location;
    if (place?.href !== href) {
      const url = new URL(href);
      place = { href, url, covering: adapters.filter((adapter) => covers(adapter, url, guard)) };
    }
    return stateOfPage(document, place.url, place.covering, guard);
  };
}

function stateOfPage(document: Document, url: URL, all: readonly Adapter[], guard: Guard): PageState {
  const sights = firstOpen(document, url, all, guard);
  const [sight = null] = sights;
  const expecting = lazy(() =>
    all.find((adapter) =>
      guard.run(adapter, 'expectsConversation', () => adapter.expectsConversation(url, document), false),
    ),
  );
  const broken = all.find((adapter) => guard.isOff(adapter));
  return {
    url,
    covering: all.filter((adapter) => !guard.isOff(adapter)),
    sights,
    adapter: sight?.adapter ?? broken ?? expecting() ?? all[0] ?? null,
    expects: () => expecting() !== undefined,
    broken: broken !== undefined && sight === null,
  };
}

/** An adapter that is switched off still covers its pages, so that they are known to be unread. */
function covers(adapter: Adapter, url: URL, guard: Guard): boolean {
  if (!guard.isOff(adapter)) return guard.run(adapter, 'covers', () => adapter.covers(url), true);
  try {
    return adapter.covers(url);
  } catch {
    return true; // reported when it was switched off
  }
}

/** The first adapter that finds something open speaks for the page. */
function firstOpen(document: Document, url: URL, adapters: readonly Adapter[], guard: Guard): Sight[] {
  for (const adapter of adapters) {
    const found = guard.run(adapter, 'open', () => openedBy(adapter, document, url), []);
    if (found.length > 0) return found.map((conversation) => ({ adapter, conversation }));
  }
  return [];
}

function openedBy(adapter: Adapter, document: Document, url: URL): readonly OpenConversation[] {
  if (adapter.openAll) return adapter.openAll(document, url);
  const conversation = adapter.open(document, url);
  return conversation ? [conversation] : [];
}
