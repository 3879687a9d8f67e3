// What is known of this page: told to the background as two words for the lamp, and to the popup as a report.
import { louder } from '../../engine/levels';
import type { Level } from '../../engine/types';
import type { Adapter, ContactFact } from '../../page/adapter';
import type { Health } from '../../page/watch-types';
import type { PageState, TabReport } from '../../utils/tab-messages';
import type { Link } from './background-link';
import type { Who } from './speakers';

/** What the open conversation adds to the report. */
export type ChatView = Pick<TabReport, 'level' | 'past' | 'crisis' | 'seen' | 'snoozedUntil'> & {
  readonly facts: readonly ContactFact[];
  readonly who: Who;
};

/** The facts of the page; each is set by whoever knows it. */
export type Facts = {
  state: PageState;
  why: TabReport['why'];
  adapter: Adapter | null;
  requests: number;
  failedPacks: readonly string[];
  memoryFailed: boolean;
  chat: ChatView | null;
};

export type Status = {
  /** Changes some facts; the lamp follows. */
  set(change: Partial<Facts>): void;
  /** Tells the background once more: the lamp goes out where a tab shows another page. */
  tellAgain(): void;
  /** For the popup. */
  report(): TabReport;
};

const NO_CHAT: ChatView = {
  level: 'calm',
  who: 'person',
  past: false,
  crisis: false,
  seen: [],
  facts: [],
  snoozedUntil: null,
};

/** What a frame in which nothing happens never says: the page around it may be reading. */
const IDLE = 'idle calm';

/** Makes the status of a page that nothing is known of yet. */
export function createStatus(link: Link, inFrame = false): Status {
  const facts: Facts = {
    state: 'idle',
    why: null,
    adapter: null,
    requests: 0,
    failedPacks: [],
    memoryFailed: false,
    chat: null,
  };
  const untold = inFrame ? IDLE : '';
  let told = untold;
  const tell = async () => {
    const level: Level = louder(facts.chat?.level ?? 'calm', facts.requests > 0 ? 'notice' : 'calm');
    const next = `${facts.state} ${level}`;
    if (next === told) return;
    told = next;
    const reply = await link.ask({ type: 'state', state: facts.state, level });
    if (reply === null && told === next) told = ''; // not heard: the next change tells it again
  };
  return {
    set(change) {
      Object.assign(facts, change);
      void tell();
    },
    tellAgain() {
      told = untold;
      void tell();
    },
    report() {
      const { chat, adapter, ...rest } = facts;
      return { ...rest, ...(chat ?? NO_CHAT), adapter: adapter === null ? null : describe(adapter) };
    },
  };
}

function describe({ id, name, evidence, experimental }: Adapter): TabReport['adapter'] {
  return { id, name, seenLive: evidence.seenLive, ...(experimental ? { experimental } : {}) };
}

/** The watcher's health as the popup's words. */
export function stateOf(health: Health): Pick<Facts, 'state' | 'why'> {
  if (health.state === 'unreadable') return { state: 'unreadable', why: health.why };
  return { state: health.state, why: null };
}
