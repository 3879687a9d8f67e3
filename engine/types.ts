// The words of the engine: what goes in, what comes out. Pure types, no code.
import type { STAGES } from './stages';

/** Who wrote a message, seen from the protected person. */
export type Speaker = 'self' | 'other' | 'unknown';

/** A message as an adapter read it. Lives in the content script alone and is never stored. */
export type Message = {
  /** The site's own id for the row, or a hash; stable over re-rendering. */
  readonly id: string;
  /** Who wrote it, as far as the page tells; '' where it does not. */
  readonly author: string;
  readonly speaker: Speaker;
  readonly text: string;
  /** When it was sent, in milliseconds since 1970, or null where the page does not tell. */
  readonly at: number | null;
};

/** From quiet to loud. Their order is their rank: see `rankOf` in levels.ts. */
export type Level = 'calm' | 'notice' | 'caution' | 'danger';

/** Stages of grooming and of sextortion, the look of a talk as a whole, and context, which are none: rules/signals.yaml says of each signal which. */
export type Stage = (typeof STAGES)[number];

/** A signal found in one message. Offsets are UTF-16 positions in the original text. */
export type Hit = {
  readonly signal: string;
  readonly language: string;
  readonly span: readonly [start: number, end: number];
};

/** A hit with what the conversation needs to know: who must have said it. */
export type SpokenHit = Hit & { readonly speaker: 'self' | 'other' | 'any' };

/** One thing that was seen in a conversation: how many messages carried it, and the day of the last. */
export type Reason = {
  readonly signal: string;
  readonly stage: Stage;
  readonly count: number;
  /** Whole days since 1970 of the newest message that carried it. */
  readonly lastDay: number;
};

/** What the engine makes of a conversation with one other person. */
export type Assessment = {
  readonly level: Level;
  /** The id of the escalation that set the level, or null where the weights alone did. */
  readonly because: string | null;
  /** Strongest first. */
  readonly reasons: readonly Reason[];
  /** True where everything that counts towards the level is history (page/history.ts). */
  readonly past: boolean;
  /** True where the child's own words call for the crisis route, at any level. Never stored. */
  readonly crisis: boolean;
};

/** One sighting: the message's fingerprint (HMAC cut to 32 bits) and its own day. */
export type Sighting = readonly [fingerprint: number, day: number];

/** What outlives the tab, for one conversation: no text, no names. */
export type ConversationMemory = {
  readonly version: 1;
  /** Up to 16 sightings a signal. */
  readonly signals: Readonly<Record<string, readonly Sighting[]>>;
  /** How many messages were read on each day, newest 90 days. */
  readonly days: Readonly<Record<number, number>>;
  /** The day of the last sight, for retention. */
  readonly lastSeen: number;
};
