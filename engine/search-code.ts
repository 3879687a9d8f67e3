// How the build writes for a page where to look for a phrase (prepare.ts writes, keyword-index.ts reads): so many numbers each.

/**
 * What the numbers of a phrase are (see `Search` in keywords.ts): the set of the anchor, how many words a match begins before
 * the anchor's word at least and at most, how many it ends behind it at most, and `AT` added up; then the checks.
 */
export const SEARCH = { anchor: 0, least: 1, most: 2, after: 3, at: 4, checks: 5 } as const;
/** Of each check its set, NO_SET where there is none, and from where to where its word may stand. */
export const CHECK = { set: 0, low: 1, high: 2 } as const;
export const CHECK_SIZE = 3;
/** More checks than this hardly filter better. */
export const CHECKS_MOST = 2;
export const SEARCH_SIZE = SEARCH.checks + CHECKS_MOST * CHECK_SIZE;
export const AT = { start: 1, end: 2, question: 4 } as const;
/** In place of a set: none. A phrase without an anchor is never found. */
export const NO_SET = -1;
