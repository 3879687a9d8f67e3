// Opens a real browser with the built extension in it, on a profile of its own that is removed afterwards.
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { type BrowserContext, chromium, type Worker } from '@playwright/test';
import { findBrowser } from './find-browser';
import { welcomeOf } from './welcome';

/** Keeps the browser's own services quiet, so that what is left on the network is the pages' and ours. */
const QUIET = [
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-default-apps',
  '--no-pings',
  '--disable-domain-reliability',
  '--disable-client-side-phishing-detection',
];
/** How long a browser gets to start the extension's worker from the command line, in milliseconds; it takes under one second. */
const WORKER_WAIT = 3_000;
/** The same where there is no other way left, on however slow a machine. */
const LAST_WAIT = 30_000;

export type LaunchOptions = {
  /** Folder of the built extension, e.g. `.output/chrome-mv3`. */
  readonly extension: string;
  readonly headless: boolean;
  readonly args?: readonly string[];
  readonly viewport?: { readonly width: number; readonly height: number } | null;
  readonly colorScheme?: 'light' | 'dark';
  /** A profile to use and keep; without it, one is made and removed. */
  readonly profile?: string;
  readonly executable?: string;
  /** What to do with the welcome, which opens in a tab of its own on a new profile. Closed where nothing is said. */
  readonly welcome?: 'close' | 'keep';
  /** Keeps pages that were left for the way back, as a person's browser does and Playwright's does not. */
  readonly keepsLeftPages?: boolean;
  /** Which way to load: tests force the second one. */
  readonly load?: 'command-line, else pipe' | 'pipe';
};

export type Launched = {
  readonly context: BrowserContext;
  /** The extension's worker as it was at launch; it may sleep and come back, see `currentWorker`. */
  readonly worker: Worker;
  /** The extension's id: the host in its chrome-extension:// addresses. */
  readonly id: string;
  readonly profile: string;
  /** Closes the browser and removes its profile. */
  close(): Promise<void>;
};

/**
 * Launches with the extension loaded. From version 137 on, branded Chrome and Edge ignore `--load-extension`; the
 * debugging pipe (`Extensions.loadUnpacked`) works there. Throws, with the browser's path, unless the worker runs.
 */
export async function launchWithExtension(options: LaunchOptions): Promise<Launched> {
  const executable = options.executable ?? findBrowser();
  if (executable === null)
    throw new Error('No browser found: `npm start` and `npm test` say what to install.');
  if (!existsSync(path.join(options.extension, 'manifest.json'))) {
    throw new Error(`No built extension in ${options.extension}: run \`npm run build\` first.`);
  }
  const isNew = options.profile === undefined || !existsSync(path.join(options.profile, 'Default'));
  const profile = options.profile ?? mkdtempSync(path.join(os.tmpdir(), 'porchlight-'));
  const context = await chromium.launchPersistentContext(profile, {
    ...contextOptions(options, executable),
    downloadsPath: downloadsOf(profile),
  });
  const close = async () => {
    await context.close();
    if (options.profile === undefined) rmSync(profile, { recursive: true, force: true, maxRetries: 10 });
  };
  try {
    const worker = await loadedWorker(context, options);
    const id = new URL(worker.url()).host;
    // A tab in front of the others would hide the page that a test looks at.
    if (isNew && options.welcome !== 'keep') await (await welcomeOf(context, id))?.close();
    return { context, worker, id, profile, close };
  } catch (error) {
    await close();
    throw new Error(
      `${executable} did not start the extension: ${error instanceof Error ? error.message : error}`,
    );
  }
}

function contextOptions(options: LaunchOptions, executable: string) {
  const asRoot = process.getuid?.() === 0;
  const fromCommandLine =
    options.load === 'pipe'
      ? []
      : [`--disable-extensions-except=${options.extension}`, `--load-extension=${options.extension}`];
  return {
    executablePath: executable,
    headless: options.headless,
    chromiumSandbox: !asRoot,
    ignoreDefaultArgs: [
      '--disable-extensions',
      ...(options.keepsLeftPages ? ['--disable-back-forward-cache'] : []),
    ],
    viewport: options.viewport === undefined ? { width: 1280, height: 800 } : options.viewport,
    ...(options.colorScheme ? { colorScheme: options.colorScheme } : {}),
    args: [
      ...QUIET,
      ...(asRoot ? ['--no-sandbox'] : []),
      ...fromCommandLine,
      '--enable-unsafe-extension-debugging',
      // Beside the pipe, a port on this machine alone: the popup is no page of Playwright's own (see popup.ts).
      '--remote-debugging-port=0',
      ...(options.args ?? []),
    ],
  };
}

async function loadedWorker(context: BrowserContext, options: LaunchOptions): Promise<Worker> {
  if (options.load !== 'pipe') {
    const worker = context.serviceWorkers()[0] ?? (await nextWorker(context, WORKER_WAIT));
    if (worker) return worker;
  }
  return loadByPipe(context, options.extension);
}

/** Loads the extension into a browser that lacks it. Throws unless its worker runs. */
async function loadByPipe(context: BrowserContext, extension: string): Promise<Worker> {
  const session = await context.browser()?.newBrowserCDPSession();
  if (!session) throw new Error('no debugging session');
  const arriving = nextWorker(context, LAST_WAIT);
  // Not in Playwright's types yet: https://chromedevtools.github.io/devtools-protocol/tot/Extensions/
  await (session as unknown as LoadUnpacked).send('Extensions.loadUnpacked', { path: extension });
  await session.detach();
  const worker = context.serviceWorkers()[0] ?? (await arriving);
  if (!worker) throw new Error('its worker does not run');
  return worker;
}

type LoadUnpacked = {
  send(method: 'Extensions.loadUnpacked', params: { path: string }): Promise<{ id: string }>;
};

function nextWorker(context: BrowserContext, timeout: number): Promise<Worker | null> {
  return context.waitForEvent('serviceworker', { timeout }).catch(() => null);
}

/** The worker now: it stops when idle and is started anew by the next event. Stopped ones may still be listed before it. */
export async function currentWorker(launched: Launched): Promise<Worker> {
  const { context } = launched;
  return (
    context.serviceWorkers().at(-1) ?? (await context.waitForEvent('serviceworker', { timeout: LAST_WAIT }))
  );
}

/** Where files go that a page saves: Playwright's own place is gone with the first of the tests that share a browser. */
export const downloadsOf = (profile: string): string => path.join(profile, 'porchlight-downloads');

/** The port of remote debugging, written by the browser into its profile. */
export function debuggingPort(profile: string): number {
  return Number(readFileSync(path.join(profile, 'DevToolsActivePort'), 'utf8').split('\n')[0]);
}
