// `npm run prove-private`: for somebody who does not believe us. Plays the story in a real browser under a trap that catches
// every request, plants leaks to show that the trap works, and reads the build itself. Ends with an error where anything is
// not as it should be.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { helpIfAsked } from './arguments';
import { PLANTED, type PlantedLeak, plantLeak } from './prove-private/leaking-build';
import { watchStory } from './prove-private/watch-story';
import { loadAdapters } from './tables-parts';

const ROOT = path.resolve(import.meta.dirname, '..');
const EXTENSION = path.join(ROOT, '.output/chrome-mv3');
const NETWORK =
  /\b(fetch|XMLHttpRequest|WebSocket|EventSource|WebTransport|RTCPeerConnection|sendBeacon|importScripts|eval)\s*\(|new Function\b/g;
const PERMISSIONS = ['permissions', 'host_permissions', 'optional_permissions', 'optional_host_permissions'];
/** A page of one host that is written out, and over https alone. */
const ONE_HOST = /^https:\/\/[a-z0-9-]+(\.[a-z0-9-]+)+\//;
const WIDE = 62;

helpIfAsked(`npm run prove-private

It takes no options: it builds, plays the story in a real browser, and says what was checked.`);
let wrong = 0;
/** One line of the report; `isSo` false makes the command fail. */
function line(what: string, isSo: boolean, found: string): void {
  if (!isSo) wrong += 1;
  process.stdout.write(`${isSo ? 'yes' : 'NO '}  ${what.padEnd(WIDE)} ${found}\n`);
}
const heading = (words: string) => process.stdout.write(`\n${words}\n`);

const folder = mkdtempSync(path.join(os.tmpdir(), 'porchlight-private-'));
try {
  await readBuild();
  await playStory();
  await plantLeaks();
} finally {
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}
process.stdout.write(
  wrong === 0
    ? '\nNothing was sent, and the check that says so catches what is.\n'
    : `\n${wrong} of these are not as they should be.\n`,
);
process.exitCode = wrong === 0 ? 0 : 1;

async function readBuild(): Promise<void> {
  heading('The build that was made just now (.output/chrome-mv3)');
  const manifest = JSON.parse(readFileSync(path.join(EXTENSION, 'manifest.json'), 'utf8'));
  const asked = PERMISSIONS.flatMap((key) => manifest[key] ?? []);
  line('asks for one permission, storage', asked.join() === 'storage', asked.join(', '));
  const adapters = await loadAdapters(ROOT);
  const known = new Set(adapters.flatMap(({ matches, frames = [] }) => [...matches, ...frames]));
  const sites = [
    ...new Set<string>(manifest.content_scripts.flatMap(({ matches }: { matches: string[] }) => matches)),
  ];
  const strays = sites.filter((site) => !known.has(site) || !ONE_HOST.test(site));
  line(
    'is in the pages of the sites in platforms/ alone',
    strays.length === 0,
    strays.length === 0
      ? `${sites.length} addresses: ${sites.join(' ')}`
      : `not one of theirs, or of more than one host: ${strays.join(' ')}`,
  );
  const { web_accessible_resources: open = [], externally_connectable: outside } = manifest;
  const doors = `${open.length} files open to pages, ${outside ? 'a' : 'no'} door for pages and other extensions`;
  line('has no door to the outside', open.length === 0 && outside === undefined, doors);
  const policy: string = manifest.content_security_policy?.extension_pages ?? '';
  const isStrict = ["default-src 'none'", "connect-src 'none'", "script-src 'self'"].every((rule) =>
    policy.includes(rule),
  );
  line('its pages and worker may connect to nothing', isStrict, policy);
  const scripts = readdirSync(EXTENSION, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.js'),
  );
  const found = scripts.flatMap((name) => {
    const hits = readFileSync(path.join(EXTENSION, name), 'utf8').match(NETWORK) ?? [];
    return hits.map((hit) => `${name}: ${hit}`);
  });
  const searched = `${scripts.length} scripts searched for fetch, XMLHttpRequest, WebSocket, EventSource, WebTransport, RTCPeerConnection, sendBeacon, importScripts, eval, new Function`;
  line(
    'no script in it calls the network by one of its known names',
    found.length === 0,
    found.join('; ') || `${searched}: none`,
  );
}

async function playStory(): Promise<void> {
  heading(
    'The whole story, in a real browser, with every name in the world mapped to a server on this machine',
  );
  const seen = await watchStory({ extension: EXTENSION, folder, mustWarn: true });
  line('every card of the story was shown', true, 'so the extension was awake');
  const pages = `${seen.requests} requests reached the server, ${seen.recorded} stand in the browser's own record`;
  line('only the pages were asked for', seen.strays.length === 0, seen.strays.join(', ') || pages);
  line('hosts of the story’s pages', seen.hosts.length > 0, seen.hosts.join(', '));
  const own = seen.ofBrowser.join(', ') || 'none';
  line('hosts that the browser itself asked for', true, `${own} (no page and no extension began these)`);
  const kinds = new Map<string, number>();
  for (const key of seen.keys) {
    const [kind = key] = key.split(':');
    kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
  }
  const written = [...kinds].map(([kind, count]) => (count === 1 ? kind : `${kind} (${count})`)).sort();
  const isNamed = seen.keys.every((key) => /^[a-z-]+(:[0-9a-f]{32})?$/.test(key));
  line(
    'what was written to this browser’s storage',
    isNamed,
    `${written.join(', ')} (docs/privacy.md says what each is)`,
  );
}

async function plantLeaks(): Promise<void> {
  heading('The same, with leaks planted into copies of the build');
  for (const [name, leak] of Object.entries(PLANTED) as [string, PlantedLeak][]) {
    const copy = plantLeak(EXTENSION, path.join(folder, name), leak);
    const { strays } = await watchStory({ extension: copy, folder, mustWarn: false });
    const isSo = leak.finds === null ? strays.length === 0 : strays.includes(leak.finds);
    const outcome = leak.finds === null ? 'stopped by the policy alone' : `caught: ${leak.finds}`;
    line(leak.says, isSo, isSo ? outcome : `found ${strays.join(', ') || 'nothing'}`);
  }
}
