// What the rows say that a bench adds to a chat, phase by phase.

/** How many rows, how many at once, and the pause after those in milliseconds; `from` is the number of the first line. */
export type Phase = {
  readonly count: number;
  readonly per: number;
  readonly pause: number;
  readonly from: number;
};

/** 200 messages a second, ten at a time. */
export const ARRIVING: Phase = { count: 1_000, per: 10, pause: 50, from: 0 };
/** As a quick hand scrolls: fifty rows at once. Its lines go on counting: where an id is made of the words, no two are one. */
export const HISTORY: Phase = { count: 5_000, per: 50, pause: 20, from: ARRIVING.count };

/** The lines of a phase in page order: texts in turn, each with its number. */
export function linesOf(texts: readonly string[], { count, from }: Phase): readonly string[] {
  return Array.from(
    { length: count },
    (_, index) => `${texts[(from + index) % texts.length]} ${from + index}`,
  );
}

/** The same lines in the order in which the site adds them: history grows from the bottom up, a piece at a time. */
export function piecesUpwards<T>(lines: readonly T[], { per }: Phase): readonly T[] {
  const pieces: T[][] = [];
  for (let end = lines.length; end > 0; end -= per) pieces.push(lines.slice(Math.max(0, end - per), end));
  return pieces.flat();
}
