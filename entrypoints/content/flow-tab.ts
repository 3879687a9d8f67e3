// For tests: a tab on Telegram, as the browser's background knows it (flow-harness.ts).
import type { ToBackground } from '../../utils/messages';
import type { FlowBackground } from './flow-background';

type Options = {
  /** False where nobody answers, as while a worker starts. */
  readonly reachable: boolean;
  readonly incognito: boolean;
};

/** `world` is what a test may change of it, `sent` what the background was sent, `runtime` the browser's own. */
export function createFlowTab({ state, deliver }: FlowBackground, { reachable, incognito }: Options) {
  const sent: ToBackground[] = [];
  const world = {
    alive: true,
    reachable,
    /** So long the memory of a chat takes to come, in milliseconds. */
    openTakes: 0,
    get now() {
      return state.now;
    },
    set now(at: number) {
      state.now = at;
    },
  };
  const tab = { id: 'ours', url: 'https://web.telegram.org/k/', frameId: 0, tab: { id: 5, incognito } };
  const runtime = {
    get id() {
      return world.alive ? 'ours' : undefined;
    },
    async sendMessage(message: unknown) {
      if (!world.alive) throw new Error('Extension context invalidated.');
      if (!world.reachable) throw new Error('Could not establish connection. Receiving end does not exist.');
      sent.push(structuredClone(message as ToBackground));
      if ((message as ToBackground).type === 'open' && world.openTakes > 0)
        await new Promise((resolve) => setTimeout(resolve, world.openTakes));
      return deliver(message, tab);
    },
  };
  return { world, sent, runtime };
}
