// Keeps keys that are pressed inside a card from the page. Sites listen on window and document, where a shadow root can't
// stop them: Telegram Web A moves to its composer at Tab and Space, Web K closes the chat at Escape. What a key does by
// itself (Tab, Enter, Space, arrows) goes on: nothing is prevented. Firefox needs more to be kept: kept-targets.ts.
import { keepTarget, TELLING } from './kept-targets';

type Holder = (event: Event) => void;
type Keys = { holder: Holder | null };

/** Our scripts of one page share a world, which the page has no part in. */
const world = globalThis as { porchlightKeys?: Keys };

const TYPES = ['keydown', 'keypress', 'keyup', ...(import.meta.env.FIREFOX ? TELLING : [])];

/**
 * Listens on the window, once, and hands each key to whoever holds them. Of listeners on the window the first is the first
 * to hear: entrypoints/keys.ts calls this before the page's own scripts run.
 */
export function listenForKeys(window: Window): Keys {
  if (world.porchlightKeys !== undefined) return world.porchlightKeys;
  const keys: Keys = { holder: null };
  for (const type of TYPES)
    window.addEventListener(type, (event) => keys.holder?.(event), { capture: true, passive: true });
  world.porchlightKeys = keys;
  return keys;
}

/** Until `signal` aborts, a key that is pressed inside the element of `root` is heard by `onKey` alone. */
export function keepKeys(root: ShadowRoot, onKey: (event: KeyboardEvent) => void, signal: AbortSignal): void {
  const { host } = root;
  const view = host.ownerDocument.defaultView;
  if (view === null) return;
  const keys = listenForKeys(view);
  const down = new Set<string>();
  const holdKey = (event: KeyboardEvent) => {
    const isInside = event.composedPath().includes(host);
    const wasInside = event.type !== 'keypress' && down.delete(event.code);
    const isRelease = event.type === 'keyup' && wasInside; // what it pressed may be gone by now
    if (!isInside && !isRelease) return;
    if (event.type === 'keydown') down.add(event.code);
    event.stopImmediatePropagation();
    onKey(event);
  };
  const hold: Holder = (event) => {
    if (import.meta.env.FIREFOX && TELLING.includes(event.type)) keepTarget(event, root);
    else holdKey(event as KeyboardEvent);
  };
  keys.holder = hold;
  const release = () => {
    if (keys.holder === hold) keys.holder = null;
  };
  signal.addEventListener('abort', release, { once: true });
}
