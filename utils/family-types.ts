// The shapes of the family view: whether it is on, and how often warnings came, week by week. Types and limits alone.
import type { Level } from '../engine/types';
import type { Audience } from './settings';

/** A PIN: digits, so that it is typed alike on every keyboard. Six, since four are guessed by watching a thumb. */
export const PIN_SHORTEST = 6;
export const PIN_LONGEST = 12;
export const PIN_PATTERN = new RegExp(`^[0-9]{${PIN_SHORTEST},${PIN_LONGEST}}$`);

/** What everybody at this browser may know. */
export type FamilyStatus = {
  readonly on: boolean;
  /** The day (since 1970) from which cards are counted for it; null where it is off. */
  readonly since: number | null;
  /** False where it is on but its PIN was deleted or damaged: the next `set-pin` starts from nothing. */
  readonly hasPin: boolean;
  /** Audience `parent` alone: a danger card was shown and no PIN has acknowledged it yet. */
  readonly pending: boolean;
  readonly audience: Audience | null;
};

/** How many cards: never a number. */
export type Amount = 'none' | 'few' | 'several';

export type FamilyWeek = {
  /** ISO week, e.g. '2026-W46'. */
  readonly week: string;
  /** Its Monday, in days since 1970. */
  readonly monday: number;
  readonly amounts: Readonly<Record<Exclude<Level, 'calm'>, Amount>>;
};

/** Why a PIN was not taken; `waitMs` is how long to wait before the next try, in milliseconds, else 0. */
export type PinRefusal = {
  readonly ok: false;
  readonly why: 'wrong' | 'wait' | 'no-pin' | 'off';
  readonly waitMs: number;
};
