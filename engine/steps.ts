// Work in steps, so that a page stays smooth.

/** Runs steps to their end, without rest. */
export function finish<T>(steps: Generator<undefined, T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
