// The lamp: a shade, its light, a door-step. One drawing for cards, popup and the icons that scripts/icons.ts makes.
import type { Level } from '../engine/types';
import type { PageState } from '../utils/tab-messages';

/** States of the lamp; they differ by shape, not only by colour. */
export type LampState = 'off' | 'on' | 'dot' | 'mark' | 'crossed';

/** The lamp of a tab, in the toolbar as in the popup. */
export function lampOf(state: PageState, level: Level): LampState {
  if (state === 'paused') return 'off';
  if (state === 'unreadable' || state === 'broken') return 'crossed';
  if (level === 'danger') return 'mark';
  return level === 'calm' ? 'on' : 'dot';
}

/** Paths on a grid of 32 x 32, drawn on whole pixels of a 16-pixel icon. */
export const LAMP = {
  /** The bracket and the shade above. */
  shade: 'M14 2h4v4.3a8 8 0 0 1 6 7.7H8a8 8 0 0 1 6-7.7z',
  /** The cone of light, from the shade to the step. */
  light: 'M10 16h12l5 10H5z',
  /** The step in front of the door. */
  step: 'M2 26h28v4H2z',
} as const;
