// Firefox looks up the names of all that a page leads to before anybody follows a link, on our own pages too: whoever keeps the
// list of looked-up names (a router, a school) would know which help was looked at. What a card leads to has no address in the
// page (tests/e2e/page-cannot-see.spec.ts).
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { loadHelp, readHelpFiles } from '../../help/load';
import { BUILD, expect, openWorld, test } from './firefox';
import { pagesOf } from './own-tab';

test.describe.configure({ retries: 0 }); // not even once

/** Long enough for names to be looked up once a page stands, in milliseconds. */
const LOOKING_MS = 2_000;

const LOOKED_UP = `const dashboard = Cc['@mozilla.org/network/dashboard;1'].getService(Ci.nsIDashboard);
  return new Promise((done) => dashboard.requestDNSInfo(({ entries }) => done(entries.map(({ hostname }) => hostname))));`;

const OTHER = 'looked-up.example';
/** What our pages lead to; Firefox looks up names of its own as well. */
const { data } = loadHelp(readHelpFiles(path.resolve(import.meta.dirname, '../../help')));
const LED_TO = new Set([
  OTHER,
  ...[...JSON.stringify(data).matchAll(/https:\/\/([^"\s/?#]+)/g)].map(([, host]) => host),
]);

const IN_FRONT = `gBrowser.selectedTab = gBrowser.addTab(arguments[0], {
  triggeringPrincipal: Services.scriptSecurityManager.getSystemPrincipal(),
});`;

test('no hotline is looked up before somebody goes there', async () => {
  const world = await openWorld({ looksUp: true });
  const other = createServer((_, answer) => {
    answer.setHeader('content-type', 'text/html').end(`<a href="https://${OTHER}/">a link</a>`);
  });
  await new Promise<void>((listening) => other.listen(0, '127.0.0.1', listening));
  try {
    const lookedUp = async () =>
      (await world.remote.runInChrome<string[]>(LOOKED_UP)).filter((name) => LED_TO.has(name));
    expect(LED_TO.size).toBeGreaterThan(100);
    await world.install(BUILD);
    const base = await pagesOf(world.remote);
    for (const page of ['welcome', 'options', 'family', 'note', 'fix-site', 'popup', 'help']) {
      await world.remote.runInChrome(IN_FRONT, [`${base}${page}.html`]); // behind another, no link of it is looked at
      await new Promise((done) => setTimeout(done, LOOKING_MS));
      expect(await lookedUp(), page).toEqual([]);
    }
    // What another page leads to is looked up, so it is no blind test.
    await world.page.goto(`http://127.0.0.1:${(other.address() as AddressInfo).port}/`);
    await expect.poll(lookedUp).toContain(OTHER);
  } finally {
    other.close();
    await world.close();
  }
});
