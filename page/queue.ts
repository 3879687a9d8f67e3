// What the observer leaves for later. It only notes nodes; rows are looked up when they are read.

/**
 * A node rests this long, in milliseconds, before it is read. On Telegram Web A the address follows the rows by
 * 30 to 45 ms without any event: a row read sooner would be booked to the chat that was left.
 */
export const REST_MS = 150;
/** A node that never rests (a running upload) is read after this long anyway. */
const FORCE_MS = 2_000;
/**
 * Beyond this many nodes the root is scanned once instead: looking at each would hold up the page. Below it that is far
 * cheaper, since a scan reads every row anew.
 */
const MAX_NODES = 4_000;

/** `deep`: the node was added, so rows may be inside it; else something changed in it, and only its own row counts. */
export type Noted = { readonly node: Element; readonly deep: boolean };

export type Queue = {
  note(node: Element, deep: boolean, at: number): void;
  /** Asks for a scan of the whole root. */
  noteAll(at: number): void;
  /** What has rested by `at`: nodes, or everything. */
  take(at: number): { readonly all: boolean; readonly nodes: readonly Noted[] };
  clear(): void;
  readonly isEmpty: boolean;
};

type Entry = { deep: boolean; first: number; last: number };

export function createQueue(): Queue {
  const entries = new Map<Element, Entry>();
  let all: Entry | null = null;
  const rested = (entry: Entry, at: number) => at - entry.last >= REST_MS || at - entry.first >= FORCE_MS;
  const noteAll = (at: number): void => {
    entries.clear();
    if (all) all.last = at;
    else all = { deep: true, first: at, last: at };
  };
  return {
    note(node, deep, at) {
      if (all) return noteAll(at);
      const known = entries.get(node);
      if (known) {
        known.deep ||= deep;
        known.last = at;
      } else entries.set(node, { deep, first: at, last: at });
      if (entries.size > MAX_NODES) noteAll(at);
    },
    noteAll,
    take(at) {
      if (all) {
        if (!rested(all, at)) return { all: false, nodes: [] };
        all = null;
        return { all: true, nodes: [] };
      }
      const nodes: Noted[] = [];
      for (const [node, entry] of entries) {
        if (!rested(entry, at)) continue;
        nodes.push({ node, deep: entry.deep });
        entries.delete(node);
      }
      return { all: false, nodes };
    },
    clear() {
      entries.clear();
      all = null;
    },
    get isEmpty() {
      return all === null && entries.size === 0;
    },
  };
}
