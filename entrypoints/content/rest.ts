// Lets the page breathe between two slices of work. A message to oneself is not slowed down in a hidden tab, as timers are.

/** `rest` resolves in a task of its own; `close` frees the channel. */
export type Resting = { rest(): Promise<void>; close(): void };

export function createResting(): Resting {
  const { port1, port2 } = new MessageChannel();
  return {
    rest: () =>
      new Promise((resolve) => {
        port1.onmessage = () => resolve();
        port2.postMessage(null);
      }),
    close: () => port1.close(),
  };
}
