// One browser for many tests of a worker: a launch costs more than most tests. Between two of them the browser is put back
// to how it stands after an install, so that nothing of one test is left for the next; shared-browser.spec.ts proves it.
import type { BrowserContext } from '@playwright/test';
import { downloadsOf, type Launched, launchWithExtension, loadByPipe } from '../../scripts/browser/launch';
import { welcomeOf } from '../../scripts/browser/welcome';

/** So many tests, then another browser: what grows in one, as its memory, stays small. */
const MOST_TESTS = 25;
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
        kept = await renewed(kept, extension).catch(async (error: unknown) => {
          console.warn(`The shared browser is replaced: ${error}`);
          await close();
          return null;
        });
      // Only what was loaded over the pipe can be taken out again.
      kept ??= withoutOutliving(await launchWithExtension({ extension, headless: true, load: 'pipe' }));
      tests += 1;
      return kept;
    },
    async giveBack(passed) {
      if (!passed || tests >= mostTests) await close();
    },
    close,
  };
}

/** The browser without its pages and all that was stored, and the extension installed anew. */
async function renewed(launched: Launched, extension: string): Promise<Launched> {
  const { context, id, profile } = launched;
  const blank = await context.newPage(); // before the others are closed: a browser ends with its last page
  const closeOthers = () => Promise.all(context.pages().map((page) => page !== blank && page.close()));
  await closeOthers(); // first, since an open page still writes
  for (const event of EVENTS) context.removeAllListeners(event);
  await context.unrouteAll({ behavior: 'ignoreErrors' });
  await context.setOffline(false);
  await uninstall(context, id);
  const session = await context.newCDPSession(blank);
  await session.send('Storage.clearDataForOrigin', { origin: '*', storageTypes: 'all' });
  await session.send('Network.clearBrowserCache');
  await session.detach();
  await blank.evaluate(emptyClipboard);
  await context.clearPermissions();
  const worker = await loadByPipe(context, extension);
  await keepDownloads(context, profile);
  if ((await welcomeOf(context, id)) === null) throw new Error('The welcome did not open.');
  await closeOthers(); // also what the last test's pages were about to open when they were closed
  return { ...launched, worker };
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

/** Takes the extension out, with all that it stored. */
async function uninstall(context: BrowserContext, id: string): Promise<void> {
  const session = await context.browser()?.newBrowserCDPSession();
  // Not in Playwright's types yet, as in scripts/browser/launch.ts.
  await (session as unknown as Uninstall | undefined)?.send('Extensions.uninstall', { id });
  await session?.detach();
}

/** Whoever else was connected, as `openPopup` is, took the downloads along. It holds while the session is attached. */
async function keepDownloads(context: BrowserContext, profile: string): Promise<void> {
  const session = await context.browser()?.newBrowserCDPSession();
  await session?.send('Browser.setDownloadBehavior', {
    ...{ behavior: 'allowAndName', downloadPath: downloadsOf(profile), eventsEnabled: false },
  });
}

type Uninstall = { send(method: 'Extensions.uninstall', params: { id: string }): Promise<void> };

function withoutOutliving(launched: Launched): Launched {
  for (const name of OUTLIVES)
    Object.assign(launched.context, {
      [name]: () => {
        throw new Error(`context.${name} outlives the test: it needs test.use({ ownBrowser: true }).`);
      },
    });
  return launched;
}
