// Plays the practice story with every name mapped to a server of ours and the browser's own record switched on, and tells
// what was asked for. Used by `npm run prove-private` and by tests/e2e/zero-network.spec.ts.
import path from 'node:path';
import { loadHelp, readHelpFiles } from '../../help/load';
import { readNetLog } from '../../tests/e2e/net-log';
import { shownLevel } from '../../tour/cards';
import { createRun } from '../../tour/run';
import { readStory } from '../../tour/story';
import { expectedAt } from '../../tour/story-pages';
import { currentWorker, type Launched, launchWithExtension } from '../browser/launch';
import { startLocalSites } from '../browser/local-sites';
import { openPopup } from '../browser/popup';

export type Watched = {
  /** Every address that was asked for by anything but the browser itself or the opening of a page. */
  readonly strays: readonly string[];
  /** Requests that arrived. */
  readonly requests: number;
  /** Hosts of the story's pages, and those that the browser asked for by itself. */
  readonly hosts: readonly string[];
  readonly ofBrowser: readonly string[];
  /** Requests in the browser's own record, its own ones included. */
  readonly recorded: number;
  /** Keys in storage when the story had ended; what follows a ':' is a fingerprint. */
  readonly keys: readonly string[];
};

type Options = {
  /** Folder of the build. */
  readonly extension: string;
  /** A folder for the browser's record. */
  readonly folder: string;
  /** False for builds that are broken on purpose: else each level of the story must have been shown, so that a build that does nothing can't pass. */
  readonly mustWarn: boolean;
};

const HELP = path.resolve(import.meta.dirname, '../../help');

/** A card comes within so many milliseconds, on however slow a machine. */
const CARD_WAIT_MS = 60_000;

/** Plays the whole story, popup included. Throws where a level of the story does not come. */
export async function watchStory({ extension, folder, mustWarn }: Options): Promise<Watched> {
  const record = path.join(folder, 'net-log.json');
  const run = createRun(readStory(), 'en');
  const sites = await startLocalSites(run.answer);
  const launched = await launchWithExtension({
    extension,
    headless: true,
    args: [...sites.args, `--log-net-log=${record}`, '--net-log-capture-mode=Everything'],
  });
  let keys: readonly string[] = [];
  try {
    const page = launched.context.pages()[0] ?? (await launched.context.newPage());
    let last: string | null = null;
    const shows = async (level: string, where: string) => {
      const until = Date.now() + CARD_WAIT_MS;
      for (;;) {
        const shown = await shownLevel(page);
        if (shown === level) return;
        if (Date.now() > until) throw new Error(`${where}: ${shown}, not ${level}`);
        await page.waitForTimeout(100);
      }
    };
    for (const step of run.steps) {
      await run.perform(step, page);
      const expected = mustWarn ? expectedAt(run.story, step) : null;
      if (expected !== null) await shows(expected, `${step.scene.id} ${step.line}`);
      last = expected ?? last;
    }
    const popup = await openPopup(launched);
    await popup.page.locator('body').innerText();
    await popup.close();
    if (mustWarn) await shows(last ?? 'danger', 'at the end');
    keys = mustWarn ? await storedKeys(launched) : [];
  } finally {
    await launched.close(); // the record is complete only now
    await sites.close();
  }
  const asked = readNetLog(record);
  const hosts = hostsOf(run.opened);
  return {
    strays: straysOf(asked, sites.hits, run.opened),
    requests: sites.hits.length,
    hosts,
    ofBrowser: hostsOf(sites.hits).filter((host) => !hosts.includes(host)),
    recorded: asked.length,
    keys,
  };
}

function hostsOf(urls: readonly string[]): string[] {
  return [...new Set(urls.map((url) => new URL(url).host))].sort();
}

async function storedKeys(launched: Launched): Promise<readonly string[]> {
  const worker = await currentWorker(launched);
  return worker.evaluate(async () => {
    const { chrome } = globalThis as unknown as {
      chrome: { storage: { local: { get(keys: null): Promise<object> } } };
    };
    return Object.keys(await chrome.storage.local.get(null));
  });
}

/** The hosts of all that help names. */
function hotlines(): Set<string> {
  const { data } = loadHelp(readHelpFiles(HELP));
  const addresses = JSON.stringify(data).match(/https:\/\/[^"\s]+/g) ?? [];
  if (addresses.length === 0) throw new Error('help/ names no address: then nothing would be found.');
  return new Set(hostsOf(addresses));
}

/**
 * What no page's opening explains. The browser's own requests have no origin behind them; nor has what it fetches ahead for a
 * page, which is why one to a hotline is never its own.
 */
function straysOf(
  asked: ReturnType<typeof readNetLog>,
  hits: readonly string[],
  opened: readonly string[],
): string[] {
  const pages = new Set(opened.map((url) => url.replace(/#.*/, '')));
  const fromOrigins = asked
    .filter(({ url, initiator }) => initiator !== null && !pages.has(url))
    .map(({ url }) => url);
  const lines = hotlines();
  for (const host of hostsOf(opened)) lines.delete(host); // help leads to the sites too
  const toLines = asked.filter(({ url }) => lines.has(new URL(url).host)).map(({ url }) => url);
  const ofBrowser = new Set(asked.filter(({ initiator }) => initiator === null).map(({ url }) => url));
  const unexplained = hits.filter((url) => !pages.has(url) && !ofBrowser.has(url));
  // A request to the very address of a page would hide among its visits: these are counted.
  const visits = hits.filter((url) => pages.has(url)).length;
  const more = visits === opened.length ? [] : [`${visits} visits, ${opened.length} openings`];
  return [...new Set([...fromOrigins, ...toLines, ...unexplained, ...more])];
}
