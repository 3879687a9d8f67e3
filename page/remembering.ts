// Answers that are slow to work out and asked for with each row. A page may change its language or its dates without end.

/** What is longer is nothing that a page repeats. */
const LONGEST = 100;

/** `work`, whose answers are kept; once there are `most` of them, they are worked out anew. */
export function remembering<Args extends readonly (string | number)[], Answer extends object | number | null>(
  most: number,
  work: (...args: Args) => Answer,
): (...args: Args) => Answer {
  const known = new Map<string, Answer>();
  return (...args) => {
    const key = args.join('\0');
    const before = known.get(key);
    if (before !== undefined) return before;
    const answer = work(...args);
    if (key.length > LONGEST) return answer;
    if (known.size >= most) known.clear();
    known.set(key, answer);
    return answer;
  };
}
