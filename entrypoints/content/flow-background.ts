// For tests: the background of a browser, with the real router, handlers and store over a fake storage area. Its worker
// dies whenever nothing keeps it busy, and at a word. Tabs are added by flow-harness.ts.
import { packPacks } from '../../engine/packed';
import type { PreparedRules } from '../../engine/rules';
import type { HelpData } from '../../help/types';
import english from '../../locales/en.json';
import type { Adapter } from '../../page/adapter';
import { createFakeArea, type FakeArea } from '../../utils/fake-area';
import { serviceOf } from '../../utils/service-of';
import { createStorage } from '../../utils/storage';
import type { StorageArea } from '../../utils/storage-items';
import type { ToTab } from '../../utils/tab-messages';
import type { Badge } from '../background/badge';
import { createHandlers } from '../background/handlers';
import type { Policy } from '../background/policy';
import { createRouter, type Sender } from '../background/router';

export type TabListener = (message: unknown) => Promise<unknown> | undefined;

type Options = {
  readonly items: Record<string, unknown>;
  readonly rules: PreparedRules;
  readonly help: HelpData;
  readonly adapters: readonly Adapter[];
  readonly policy: Policy;
  /** Milliseconds since 1970. */
  readonly now: number;
};

/** A running worker: what it is asked, and how it is cut off. */
type Worker = { readonly route: ReturnType<typeof createRouter>; readonly end: AbortController };

export type FlowBackground = ReturnType<typeof createFlowBackground>;

export function createFlowBackground({ items, rules, help, adapters, ...first }: Options) {
  const area: FakeArea = createFakeArea(items);
  const held = { ...rules, count: rules.packs.packs.length, packs: packPacks(rules.packs) };
  const state = { now: first.now, policy: first.policy };
  const badges: Badge[] = [];
  const opened: string[] = [];
  /** The messages that the router did not let in. */
  const refused: unknown[] = [];
  const tabs = new Set<TabListener>();
  const tellTabs = async () => {
    const message: ToTab = { type: 'settings-changed' };
    await Promise.all([...tabs].map((listener) => listener(message)));
  };

  function startWorker(): Worker {
    const end = new AbortController();
    const route = createRouter({
      extensionId: 'ours',
      ownPages: 'chrome-extension://ours/',
      serviceOf: (url) => serviceOf(adapters, url),
      onRefused: () => {}, // see `deliver`
      ...createHandlers({
        storage: createStorage(untilEnd(area, end.signal), () => state.now),
        rules: held,
        ...{ help, services: [], refused: () => 0, suggestedCountry: () => null },
        browserLanguages: () => ['en'],
        loadCatalogue: async () => english,
        policy: () => state.policy,
        showBadge: async (_, badge) => void badges.push(badge),
        showMark: async () => {},
        openPage: async (address) => void opened.push(address),
        tellTabs,
      }),
    });
    return { route, end };
  }

  let worker = startWorker();
  let busy = 0;
  return {
    ...{ area, items, state, badges, opened, refused, tabs, tellTabs },
    /** Hands a message to the worker, which has died and started anew whenever nothing kept it busy. */
    async deliver(message: unknown, sender: Sender): Promise<unknown> {
      if (busy === 0) worker = startWorker();
      const { route, end } = worker;
      busy += 1;
      const dead = new Promise<never>((_, reject) => {
        end.signal.addEventListener('abort', () => reject(new Error('The message port closed.')));
      });
      try {
        const answer = route(structuredClone(message), sender);
        if (answer === undefined) refused.push(message);
        return structuredClone(await Promise.race([answer, dead]));
      } finally {
        busy -= 1;
      }
    },
    /** The worker dies in the middle of what it does: nobody hears its answers, and it touches storage no more. */
    kill(): void {
      worker.end.abort();
      worker = startWorker();
    },
  };
}

/** Calls of a worker that is dead neither happen nor come back. */
function untilEnd(area: StorageArea, signal: AbortSignal): StorageArea {
  const never = new Promise<never>(() => {});
  const alive = async <T>(call: () => Promise<T>): Promise<T> => {
    if (signal.aborted) return never;
    const result = await call();
    return signal.aborted ? never : result;
  };
  return {
    get: (keys) => alive(() => area.get(keys)),
    set: (items) => alive(() => area.set(items)),
    remove: (keys) => alive(() => area.remove(keys)),
  };
}
