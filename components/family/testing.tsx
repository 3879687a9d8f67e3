// What tests of the family view share: its states, and rendering into a page. Not shipped.
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { contextIn } from '../help/testing';
import { EXAMPLE_WEEKS } from './example-weeks';
import { Family } from './family';
import type { FamilyActions, FamilyProps, FamilyView } from './family-view';

export const LOCKED: FamilyView = {
  status: { on: true, since: 20_700, hasPin: true, pending: false, audience: 'together' },
  open: null,
  coverage: {
    on: ['Telegram Web K', 'Messenger'],
    off: ['Telegram Web A'],
    barred: [],
    paused: false,
    privateWindows: false,
  },
};
export const OPEN: FamilyView = { ...LOCKED, open: { weeks: EXAMPLE_WEEKS, since: 20_700 } };
export const PENDING: FamilyView = {
  ...LOCKED,
  status: { ...LOCKED.status, pending: true, audience: 'parent' },
};
export const NO_PIN: FamilyView = { ...LOCKED, status: { ...LOCKED.status, hasPin: false } };
export const OFF: FamilyView = {
  ...LOCKED,
  status: { on: false, since: null, hasPin: false, pending: false, audience: 'teen' },
};

/** Every action says yes; a test puts its own in their place. */
const WILLING: FamilyActions = {
  open: async () => ({ ok: true }),
  lock: () => {},
  acknowledge: async () => ({ ok: true }),
  setPin: async () => ({ ok: true }),
  turnOff: async () => ({ ok: true }),
  reset: async () => true,
  setLanguage: async () => true,
  reload: () => {},
};

export function drawFamily(
  view: FamilyProps['view'],
  actions: Partial<FamilyActions> = {},
  language: 'en' | 'km' = 'en',
  root: HTMLElement = document.createElement('div'),
): HTMLElement {
  if (!root.isConnected) document.body.replaceChildren(root);
  act(() =>
    render(
      <Family
        view={view}
        languages={['en', 'km']}
        context={contextIn(language)}
        actions={{ ...WILLING, ...actions }}
      />,
      root,
    ),
  );
  return root;
}
