// For tests: a stand-in for the card host, which puts nothing into the page.
import type { CardAction } from '../../components/card-actions';
import type { CardHost, CardHostOptions } from './card-host';

/** Remembers what it was asked to show. */
export function createFakeHost() {
  let alone = false;
  const state = {
    shown: [] as string[],
    /** Of the card shown last. */
    id: '',
    open: null as string | null,
    /** The number that the card names first. */
    number: null as string | null,
    requests: 0,
    pause: false,
    act: (_: CardAction): void => {},
  };
  return {
    state,
    /** Does on the card what a person would. */
    act: (action: CardAction) => state.act(action),
    /** The same, where one card is as good as another. */
    press: (type: Extract<CardAction, { card: string }>['type']) => state.act({ type, card: 'any' }),
    create({ signal, onAction }: CardHostOptions): CardHost {
      state.act = onAction;
      signal.addEventListener('abort', () => {
        if (!alone) state.open = null;
      });
      return {
        show: ({ id, content, hotline }) => {
          state.id = id;
          state.shown.push(content.kind);
          state.open = content.kind;
          state.number = hotline?.number ?? null;
        },
        fold: () => {
          state.open = 'folded';
        },
        leave: () => {
          alone = state.open === 'danger';
        },
        remove: () => {
          if (!alone) state.open = null;
        },
        place: () => {},
        placePause: () => {},
        showRequests: (requests) => {
          state.requests = requests.length;
        },
        showPause: (on) => {
          state.pause = on;
        },
        get state() {
          if (state.open === null) return 'none';
          return state.open === 'folded' ? 'folded' : 'open';
        },
      };
    },
  };
}
