// The lamp in the toolbar, tab by tab. States differ by shape as well as by colour. The browser keeps what was
// set while the worker is dead, and drops it when the tab goes elsewhere; the next page says its state anew.
import { type LampState, lampOf } from '../../components/mark-shape';
import type { Level } from '../../engine/types';
import type { PageState } from '../../utils/tab-messages';

/** Keys under `common.badge` in the catalogues: what a screen reader says of the lamp. */
export type BadgeTitle =
  | 'idle'
  | 'calm'
  | 'notice'
  | 'caution'
  | 'danger'
  | 'unreadable'
  | 'paused'
  | 'broken';

/** What one tab's lamp shows; `lamp` names a drawing in public/icon/. */
export type Badge = { readonly lamp: LampState; readonly title: BadgeTitle; readonly text: string };

/** Ember (components/tokens.css): for `danger` alone. */
export const BADGE_COLOUR = '#A62B1F';

/** The quiet mark that waits for a parent (family view of a child under 13): a dot, in the lamp's ink, on every tab. */
export const MARK_TEXT = '•';
const MARK_COLOUR = '#7A4700';

/**
 * The lamp for a state. Text stands beside the drawing at `danger` only: one sign that is seen on a small screen and
 * tells nothing of whom or what to somebody who looks over a shoulder.
 */
export function badgeFor(state: PageState, level: Level): Badge {
  const lamp = lampOf(state, level);
  switch (state) {
    case 'reading':
      return { lamp, title: level, text: level === 'danger' ? '!' : '' };
    case 'idle':
      return { lamp, title: level === 'calm' ? 'idle' : level, text: '' };
    default:
      return { lamp, title: state, text: '' };
  }
}

/** The part of `browser.action` that is used; without `tabId` for all tabs. Text null: that of all tabs. */
export type ActionApi = {
  setIcon(details: { tabId: number; path: Record<number, string> }): Promise<void>;
  setTitle(details: { tabId?: number; title: string }): Promise<void>;
  setBadgeText(details: { tabId?: number; text: string | null }): Promise<void>;
  setBadgeBackgroundColor(details: { tabId?: number; color: string }): Promise<void>;
};

/** Shows a badge on a tab. Rejects where the tab is gone: callers let that pass. */
export async function showBadge(
  action: ActionApi,
  tabId: number,
  badge: Badge,
  title: string,
): Promise<void> {
  const text = badge.text === '' ? null : badge.text; // null lets the mark of all tabs through
  await Promise.all([
    action.setIcon({ tabId, path: { 16: `/icon/${badge.lamp}-16.png`, 32: `/icon/${badge.lamp}-32.png` } }),
    action.setTitle({ tabId, title }),
    action.setBadgeText({ tabId, text }),
    action.setBadgeBackgroundColor({ tabId, color: text === null ? MARK_COLOUR : BADGE_COLOUR }),
  ]);
}

/** Shows or ends the quiet mark on all tabs. The browser forgets it when it closes: say it anew at each start. */
export async function showMark(action: ActionApi, on: boolean, title: string): Promise<void> {
  await Promise.all([
    action.setTitle({ title }),
    action.setBadgeText({ text: on ? MARK_TEXT : '' }),
    action.setBadgeBackgroundColor({ color: MARK_COLOUR }),
  ]);
}
