// Stops the extension's worker and starts it, as the browser does when it is idle and when something happens.
import { type CDPSession, expect, type Page } from '@playwright/test';
import type { Launched } from '../../scripts/browser/launch';

/** A picture of ours: a page of the extension's own, as the browser asks for, without a script that would wake the worker. */
const PICTURE = 'icon/off-16.png';

/** Opens a session that knows of the workers, in a page which goes to a picture of ours for it. */
export async function openWorkers({ context, id }: Launched, page: Page): Promise<CDPSession> {
  await page.goto(`chrome-extension://${id}/${PICTURE}`);
  const session = await context.newCDPSession(page);
  await session.send('ServiceWorker.enable');
  return session;
}

/** Stops the worker. A page that has still something to say may start it again: then once more. */
export async function stopWorker(launched: Launched, session: CDPSession): Promise<void> {
  await expect
    .poll(async () => {
      await session.send('ServiceWorker.stopAllWorkers');
      return countWorkers(launched);
    })
    .toBe(0);
}

/** Starts it from the page that `openWorkers` brought to a picture. Playwright's `Worker` goes on as that of the new one. */
export async function startWorker(page: Page): Promise<void> {
  await page.evaluate(() => {
    const { chrome } = globalThis as unknown as { chrome: { runtime: { sendMessage(m: object): unknown } } };
    return chrome.runtime.sendMessage({ type: 'get-settings' });
  });
}

/** How many run. */
export async function countWorkers({ context, id }: Launched): Promise<number> {
  const session = await context.browser()?.newBrowserCDPSession();
  const { targetInfos } = (await session?.send('Target.getTargets')) ?? { targetInfos: [] };
  await session?.detach();
  return targetInfos.filter(({ type, url }) => type === 'service_worker' && url.includes(id)).length;
}
