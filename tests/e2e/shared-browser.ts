// One browser for many tests of a worker: a launch costs more than most tests. Between two of them the browser is put back
// to how it stands after an install, so that nothing of one test is left for the next; shared-browser.spec.ts proves it.
import type { BrowserContext } from '@playwright/test';
import { downloadsOf, type Launched, launchWithExtension } from '../../scripts/browser/launch';
import { openWorkers, startWorker, stopWorker } from './workers';

/** So many tests, then another browser: what grows in one, as its memory, stays small. */
const MOST_TESTS = 60;
/** Whatever a test may have begun to listen to. */
const EVENTS = [
  'page',
  'request',
  'requestfinished',
  'requestfailed',
  'response',
  'console',
  'dialog',
] as const;
/** What can't be taken back. */
const OUTLIVES = ['addInitScript', 'exposeBinding', 'exposeFunction'];

export type SharedBrowser = {
  /** A browser as it stands after an install. Give it back before the next is taken. */
  take(): Promise<Launched>;
  /** After a test that failed the browser is thrown away: one failure must not become many. */
  giveBack(passed: boolean): Promise<void>;
  close(): Promise<void>;
};

export function createSharedBrowser(extension: string, mostTests = MOST_TESTS): SharedBrowser {
  let kept: Launched | null = null;
  let tests = 0;
  const close = async () => {
    const old = kept;
    kept = null;
    tests = 0;
    await old?.close();
  };
  return {
    async take() {
      if (kept !== null)
        await renew(kept).catch(async (error: unknown) => {
          console.warn(`The shared browser is replaced: ${error}`);
          await close();
        });
      kept ??= withoutOutliving(await launchWithExtension({ extension, headless: true }));
      tests += 1;
      return kept;
    },
    async giveBack(passed) {
      if (!passed || tests >= mostTests) await close();
    },
    close,
  };
}

/** The browser without its pages and all that was stored, and with another worker. */
async function renew(launched: Launched): Promise<void> {
  const { context, profile } = launched;
  const blank = await context.newPage(); // before the others are closed: a browser ends with its last page
  const closeOthers = () => Promise.all(context.pages().map((page) => page !== blank && page.close()));
  await closeOthers(); // first, since an open page still writes
  for (const event of EVENTS) context.removeAllListeners(event);
  await context.unrouteAll({ behavior: 'ignoreErrors' });
  await context.setOffline(false);
  const session = await openWorkers(launched, blank);
  await stopWorker(launched, session); // it may still be writing
  await blank.evaluate(forgetAll);
  await stopWorker(launched, session); // what was forgotten may have woken another
  await startWorker(blank);
  await session.send('Storage.clearDataForOrigin', { origin: '*', storageTypes: 'all' });
  await session.send('Network.clearBrowserCache');
  await blank.goto('about:blank');
  await session.send('Page.resetNavigationHistory');
  await session.detach();
  await blank.evaluate(emptyClipboard);
  await context.clearPermissions();
  await keepDownloads(context, profile);
  await closeOthers(); // also what the last test's pages were about to open when they were closed
}

/** In a page of the extension's own. */
async function forgetAll(): Promise<void> {
  type Areas = Record<'local' | 'session', { clear(): Promise<void> }>;
  const { chrome } = globalThis as unknown as { chrome: { storage: Areas } };
  await Promise.all([chrome.storage.local.clear(), chrome.storage.session.clear()]);
}

/** In the page, by the old way: the new one needs a site and a permission. */
function emptyClipboard(): void {
  addEventListener(
    'copy',
    (event) => {
      event.clipboardData?.setData('text/plain', '');
      event.preventDefault();
    },
    { once: true },
  );
  document.execCommand('copy');
}

/** Whoever else was connected, as `openPopup` is, took the downloads along. It holds while the session is attached. */
async function keepDownloads(context: BrowserContext, profile: string): Promise<void> {
  const session = await context.browser()?.newBrowserCDPSession();
  await session?.send('Browser.setDownloadBehavior', {
    ...{ behavior: 'allowAndName', downloadPath: downloadsOf(profile), eventsEnabled: false },
  });
}

function withoutOutliving(launched: Launched): Launched {
  for (const name of OUTLIVES)
    Object.assign(launched.context, {
      [name]: () => {
        throw new Error(`context.${name} outlives the test: it needs test.use({ ownBrowser: true }).`);
      },
    });
  return launched;
}
