// Starts a real Firefox on a profile of its own, with every web address led to a server of ours and each one written down.
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { findFirefox } from './find-firefox';
import { connectMarionette, type Marionette } from './marionette';

/** Where Firefox asks for its own settings at each start; no preference stops it in a release. */
export const FIREFOX_OWN = 'firefox.settings.services.mozilla.com';
/** How long Firefox gets to open its port, in milliseconds; it takes about three seconds on two busy cores. */
const START_WAIT = 60_000;
const LOOK_EVERY = 100;
/** Where Firefox writes the port that it chose, in its profile. */
const PORT_FILE = 'MarionetteActivePort';

export type HostLog = {
  readonly port: number;
  /** Every host that the browser asked for, with its port, whoever in it did. */
  readonly hosts: readonly string[];
  close(): void;
};

/** A proxy that leads every host to one port of this machine, where a server stands in for all of them. */
export async function startProxy(to: number): Promise<HostLog> {
  const hosts: string[] = [];
  const server = createServer((request, response) => {
    hosts.push(request.url ?? '');
    response.writeHead(502).end();
  });
  server.on('connect', (request, client, head) => {
    hosts.push(request.url ?? '');
    const upstream = connect(to, '127.0.0.1', () => {
      client.write('HTTP/1.1 200 OK\r\n\r\n');
      upstream.write(head);
      upstream.pipe(client);
      client.pipe(upstream);
    });
    upstream.on('error', () => client.destroy());
    client.on('error', () => upstream.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    hosts,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** Keeps the browser's own services quiet: what is left on the network is the pages' and ours. */
const QUIET: Readonly<Record<string, string | number | boolean>> = {
  'app.normandy.enabled': false,
  'app.update.disabledForTesting': true,
  'browser.aboutwelcome.enabled': false,
  'browser.safebrowsing.blockedURIs.enabled': false,
  'browser.safebrowsing.malware.enabled': false,
  'browser.safebrowsing.phishing.enabled': false,
  'browser.safebrowsing.update.enabled': false,
  'browser.search.update': false,
  'browser.startup.homepage': 'about:blank',
  'browser.startup.page': 0,
  'browser.newtabpage.enabled': false,
  'browser.region.network.url': '',
  'datareporting.policy.dataSubmissionEnabled': false,
  'dom.push.connection.enabled': false,
  'extensions.blocklist.enabled': false,
  'extensions.getAddons.cache.enabled': false,
  'extensions.systemAddon.update.enabled': false,
  'extensions.update.enabled': false,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'network.trr.mode': 5,
  'services.settings.server': 'data:,#remote-settings-dummy/v1',
  'toolkit.telemetry.enabled': false,
  'toolkit.telemetry.server': '',
};

export type Firefox = {
  readonly remote: Marionette;
  readonly profile: string;
  close(): Promise<void>;
};

export type FirefoxOptions = {
  readonly proxyPort: number;
  readonly prefs?: Readonly<Record<string, string | number | boolean>>;
  /** A folder that outlives the browser, for a second start; without it one of its own, deleted with it. */
  readonly profile?: string | undefined;
};

/** Starts it without a window. Throws where there is none, or where it does not open its port. */
export async function launchFirefox(options: FirefoxOptions): Promise<Firefox> {
  const { proxyPort, prefs = {} } = options;
  const program = findFirefox();
  if (program === null)
    throw new Error('No Firefox found: `npx tsx scripts/browser/ensure.ts firefox` says what to install.');
  const profile = options.profile ?? mkdtempSync(path.join(os.tmpdir(), 'porchlight-firefox-'));
  rmSync(path.join(profile, PORT_FILE), { force: true }); // of an earlier start
  const proxy = { 'network.proxy.type': 1, 'network.proxy.allow_hijacking_localhost': false };
  const proxies = Object.fromEntries(
    ['http', 'ssl'].flatMap((kind) => [
      [`network.proxy.${kind}`, '127.0.0.1'],
      [`network.proxy.${kind}_port`, proxyPort],
    ]),
  );
  const all = { ...QUIET, ...proxy, ...proxies, 'marionette.port': 0, ...prefs };
  writeFileSync(
    path.join(profile, 'user.js'),
    Object.entries(all)
      .map(([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`)
      .join(''),
  );
  const child = spawn(
    program,
    [
      '--headless',
      '--no-remote',
      '--marionette',
      '--remote-allow-system-access',
      '--profile',
      profile,
      'about:blank',
    ],
    { stdio: 'ignore', env: { ...process.env, HOME: profile, MOZ_CRASHREPORTER_DISABLE: '1' } },
  );
  const close = async () => {
    await ended(child);
    if (options.profile === undefined) rmSync(profile, { recursive: true, force: true, maxRetries: 10 });
  };
  try {
    const remote = await connectMarionette(await marionettePort(profile));
    return {
      remote,
      profile,
      async close() {
        await remote.send('Marionette:Quit', { flags: ['eForceQuit'] }).catch(() => null);
        remote.close();
        await close();
      },
    };
  } catch (error) {
    await close();
    throw error;
  }
}

async function marionettePort(profile: string): Promise<number> {
  for (const end = Date.now() + START_WAIT; Date.now() < end; ) {
    try {
      const port = Number(readFileSync(path.join(profile, PORT_FILE), 'utf8'));
      if (port > 0) return port;
    } catch {
      // not yet
    }
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY));
  }
  throw new Error('Firefox did not open its port.');
}

async function ended(child: ChildProcess): Promise<void> {
  const QUIT_WAIT = 10_000;
  if (child.exitCode !== null) return;
  const exit = new Promise((resolve) => child.once('exit', resolve));
  const late = new Promise<'late'>((resolve) => setTimeout(resolve, QUIT_WAIT, 'late').unref());
  if ((await Promise.race([exit, late])) === 'late') child.kill('SIGKILL');
}
