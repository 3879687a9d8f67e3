// How much memory keeps of one conversation: an open chat and the join of two memories (utils/memory.ts) keep alike.

/** Sightings kept a signal: more would say nothing new, and memory stays small. */
export const SIGHTINGS_KEPT = 16;
/** Days whose message counts are kept: the longest retention a person can choose. */
export const DAYS_KEPT = 90;
/** Different cards that are remembered for one contact; the oldest give way. */
export const CARDS_KEPT = 64;
