// What a person can choose. One shape, one set of defaults; the background is its only writer.
import type { Lockable } from './policy-types';

/** Interface languages; a new one is a file in locales/. */
export type Language = 'en' | 'km';

/** Who uses this browser: a teen, a child under 13 whose parent set it up, parent and teen together, a school. */
export type Audience = 'teen' | 'parent' | 'together' | 'school';

export type Settings = {
  readonly version: 1;
  /** null = not chosen yet: follow the browser's language, else English. */
  readonly language: Language | null;
  /** ISO 3166 alpha-2 of the help to show, or null = not chosen yet: suggested, never looked up. */
  readonly country: string | null;
  /** Services that are switched off, e.g. ['telegram']. */
  readonly offServices: readonly string[];
  /** Paused everywhere. */
  readonly paused: boolean;
  /** How soon a `caution` card is shown. `danger` is the same in all. */
  readonly sensitivity: 'fewer' | 'standard' | 'more';
  /** Days that memory is kept after the last sight. */
  readonly retentionDays: number;
  /** null = the welcome was not finished yet. Set by `finish-welcome` alone. */
  readonly audience: Audience | null;
  /**
   * Settings that the person set to their default on purpose: there a school's starting value no longer holds. Absent:
   * none of them.
   */
  readonly chosen?: readonly Lockable[] | undefined;
};

/** What `set-settings` may change. */
export type SettingsChange = Partial<Omit<Settings, 'version' | 'audience' | 'chosen'>>;

export const DEFAULT_SETTINGS: Settings = {
  version: 1,
  language: null,
  country: null,
  offServices: [],
  paused: false,
  sensitivity: 'standard',
  retentionDays: 90,
  audience: null,
};
