// Drives Firefox by its own remote protocol (Marionette), a line of JSON over a local socket: no driver to download.
// https://firefox-source-docs.mozilla.org/testing/marionette/Protocol.html
import { connect, type Socket } from 'node:net';

/** A message is `[type, id, name or error, parameters or result]`, after its length and a colon. */
type Answer = readonly [type: 1, id: number, error: { readonly message: string } | null, result: unknown];

export type Marionette = {
  /** Sends a command, e.g. 'WebDriver:Navigate'. Rejects with the browser's words where it fails, or gives no answer. */
  send(name: string, parameters?: Readonly<Record<string, unknown>>): Promise<unknown>;
  /**
   * Runs the body of a function in the page. 'system' sees what the browser's own code sees: closed shadow roots too, in a
   * browser that was started with --remote-allow-system-access.
   */
  run<T>(body: string, args?: readonly unknown[], sandbox?: 'default' | 'system'): Promise<T>;
  /** Runs the body of an async function in the browser's own code. */
  runInChrome<T>(body: string, args?: readonly unknown[]): Promise<T>;
  close(): void;
};

/** How long a script and a page may take, in milliseconds: Firefox itself says so then. */
const TIMEOUTS = { script: 20_000, pageLoad: 40_000 };
/** No command takes longer, in milliseconds. One that is never answered would hold a test until its own end, unnamed. */
const LONGEST = 60_000;

/** Connects and begins a session that takes our practice server's certificate. */
export async function connectMarionette(port: number): Promise<Marionette> {
  const socket = await open(port);
  const waiting = new Map<number, (answer: Answer) => void>();
  readMessages(socket, (message) => {
    if (Array.isArray(message)) waiting.get(message[1])?.(message as unknown as Answer);
  });
  let last = 0;
  const send = (name: string, parameters: Readonly<Record<string, unknown>> = {}) =>
    new Promise<unknown>((resolve, reject) => {
      last += 1;
      const late = setTimeout(() => reject(new Error(`${name}: no answer in ${LONGEST} ms`)), LONGEST);
      waiting.set(last, ([, , error, result]) => {
        clearTimeout(late);
        if (error === null) resolve(result);
        else reject(new Error(`${name}: ${error.message}`));
      });
      const text = JSON.stringify([0, last, name, parameters]);
      socket.write(`${Buffer.byteLength(text)}:${text}`);
    });
  const run = async <T>(script: string, args: readonly unknown[] = [], sandbox = 'default') => {
    const answer = (await send('WebDriver:ExecuteScript', { script, args, sandbox })) as { value: T };
    return answer.value;
  };
  await send('WebDriver:NewSession', {
    acceptInsecureCerts: true,
    timeouts: TIMEOUTS,
  });
  return {
    send,
    run,
    async runInChrome(body, args) {
      await send('Marionette:SetContext', { value: 'chrome' });
      try {
        return await run(`return (async () => {${body}\n})()`, args, 'system');
      } finally {
        await send('Marionette:SetContext', { value: 'content' });
      }
    },
    close: () => socket.destroy(),
  };
}

function open(port: number): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => resolve(socket));
    socket.once('error', reject);
  });
}

function readMessages(socket: Socket, onMessage: (message: unknown) => void): void {
  let rest = Buffer.alloc(0);
  socket.on('data', (chunk) => {
    rest = Buffer.concat([rest, chunk]);
    for (;;) {
      const colon = rest.indexOf(':');
      const length = Number(rest.subarray(0, Math.max(colon, 0)).toString());
      if (colon < 0 || rest.length < colon + 1 + length) return;
      onMessage(JSON.parse(rest.subarray(colon + 1, colon + 1 + length).toString()));
      rest = rest.subarray(colon + 1 + length);
    }
  });
}
