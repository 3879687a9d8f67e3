// Firefox ESR under a real policy: installed by it, configured by it, changed at the next start, and taken away again. The
// policies are the templates of docs/admin, filled in by `npm run school`. The package is not signed by Mozilla, which the ESR
// alone can be told to take: the template for a trial does that.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from '@playwright/test';
import { FIREFOX_ID } from '../../scripts/packages/school-folder';
import { documentOf } from '../../tour/pages/site';
import { CHAT_SITES } from '../../tour/pages/sites';
import { lines } from '../e2e/browser';
import { words } from '../e2e/words';
import { openWorld, type World } from '../firefox/firefox';
import { type OwnTab, pagesOf } from '../firefox/own-tab';
import { shownCard } from '../firefox/shown';
import { removePolicy, writePolicy } from './machine-files';
import { makeSchool, type School } from './school';

/** Where a school's server would be, and the version that comes after the one that was installed. */
const ADDRESS = 'https://files.school.example/porchlight/';
const NEWER = '9.9.9';
const THREAT = 'Pay me 300 dollars today or I send your nude pictures to all your friends';

type Settings = Record<string, unknown>;
type Template = {
  policies: {
    ExtensionSettings: Record<string, Settings>;
    '3rdparty': { Extensions: Record<string, Settings> };
  };
};

let school: School;
let profile: string;
let world: World | null = null;

test.beforeAll(() => {
  school = makeSchool();
});
test.afterAll(() => school.close());
test.beforeEach(() => {
  profile = mkdtempSync(path.join(os.tmpdir(), 'porchlight-firefox-policy-'));
});
test.afterEach(async () => {
  await world?.close();
  world = null;
  removePolicy('firefox');
  rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
});

/** Writes the template with some settings changed. `install` changes the install itself. */
function setPolicy(change: Settings = {}, install: Settings = {}): void {
  const { policies } = school.template('firefox/policies-esr-trial.json') as Template;
  const settings = { ...policies['3rdparty'].Extensions[FIREFOX_ID], ...change };
  const forced = { ...policies.ExtensionSettings[FIREFOX_ID], ...install };
  writePolicy('firefox', {
    policies: {
      ...policies,
      ExtensionSettings: { [FIREFOX_ID]: forced },
      '3rdparty': { Extensions: { [FIREFOX_ID]: settings } },
    },
  });
}

/** Starts Firefox, or starts it anew on the same profile. */
async function start(): Promise<World> {
  await world?.close();
  world = null;
  world = await openWorld({ profile });
  return world;
}

type Addon = { readonly active: boolean; readonly removable: boolean; readonly disablable: boolean };

/** What Firefox itself says of the extension; null where it is not there. */
function addon({ remote }: World): Promise<Addon | null> {
  return remote.runInChrome(
    `const { AddonManager } = ChromeUtils.importESModule('resource://gre/modules/AddonManager.sys.mjs');
    const addon = await AddonManager.getAddonByID(arguments[0]);
    const may = (permission) => (addon.permissions & permission) !== 0;
    return addon && {
      active: addon.isActive,
      removable: may(AddonManager.PERM_CAN_UNINSTALL),
      disablable: may(AddonManager.PERM_CAN_DISABLE),
    };`,
    [FIREFOX_ID],
  );
}

/** Waits for the forced install, and opens a page of it behind the tab in front. */
async function openOptions(current: World): Promise<OwnTab> {
  await expect.poll(() => pagesOf(current.remote), { message: 'the forced install' }).not.toBeNull();
  const own = await current.openOwn();
  await expect.poll(() => own.run(`return document.querySelector('#managed-title') !== null`)).toBe(true);
  return own;
}

const textsOf = (own: OwnTab, selector: string) =>
  own.run<string[]>(
    `return [...document.querySelectorAll(arguments[0])].map((one) => one.innerText.trim())`,
    [selector],
  );
const problems = async (own: OwnTab) =>
  (await textsOf(own, '.managed-problems li')).map((text) => text.split(/[:៖]/)[0]);
const retention = (own: OwnTab) =>
  own.run(`const { value, disabled } = document.querySelector('#retention'); return { value, disabled };`);

test('is installed by the policy on the toolbar, and only the policy can take it away', async () => {
  setPolicy();
  const current = await start();
  await openOptions(current);
  expect(await addon(current)).toEqual({ active: true, removable: false, disablable: false });
  const area = await current.remote.runInChrome(
    'return CustomizableUI.getPlacementOfWidget(arguments[0])?.area',
    [`${FIREFOX_ID.replace(/[^a-z0-9-]/g, '_')}-browser-action`],
  );
  expect(area).toBe('nav-bar');
});

test('names on its options page what is fixed and by whom, and the school’s contact after the crisis line', async () => {
  setPolicy();
  const own = await openOptions(await start());
  // The policy's start; where the policy came after the page, it goes over once all else is drawn.
  await expect.poll(() => own.run('return document.documentElement.lang')).toBe('km');
  expect((await textsOf(own, '[aria-labelledby=managed-title]')).join()).toContain('Example School');
  expect(await problems(own)).toEqual([]);
  expect(await retention(own)).toEqual({ value: '30', disabled: true });
  expect(await textsOf(own, '.fixed')).toEqual([
    words('km', 'options.managed.fixed-by').replace('{name}', 'Example School'),
  ]);
  expect(await own.run(`return document.querySelector('[name=sensitivity]').disabled`)).toBe(false);
  await own.open('help', '#threat');
  await expect.poll(async () => (await textsOf(own, '.line-school')).join()).toContain('+855 12 000 000');
  const numbers = await textsOf(own, '.line-number bdi');
  expect(numbers.indexOf('1280')).toBeGreaterThanOrEqual(0);
  expect(numbers.indexOf('1280')).toBeLessThan(numbers.indexOf('+855 12 000 000'));
});

test('takes an edit at the next start, and leaves bad values out one by one', async () => {
  setPolicy();
  expect(await retention(await openOptions(await start()))).toEqual({ value: '30', disabled: true });
  setPolicy({
    organisation: 'Hill School',
    retentionDays: 'seven', // Firefox checks no types
    sensitivity: 'loud',
    sitesOff: ['myspace'],
    hidden: true,
    locks: { sensitivity: true },
  });
  const own = await openOptions(await start());
  expect((await textsOf(own, '[aria-labelledby=managed-title]')).join()).toContain('Hill School');
  expect((await problems(own)).toSorted()).toEqual([
    'hidden',
    'locks.sensitivity',
    'retentionDays',
    'sensitivity',
    'sitesOff',
  ]);
  expect(await retention(own)).toMatchObject({ disabled: false });
});

test('keeps a site off that the school switched off, and warns of danger on the others', async () => {
  setPolicy({ sitesOff: ['facebook'], sensitivity: 'fewer', locks: { sitesOff: true, sensitivity: true } });
  const current = await start();
  const own = await openOptions(current);
  const open = async (site: (typeof CHAT_SITES)[keyof typeof CHAT_SITES]) => {
    const chat = {
      ...{ peer: '5550001111', title: 'Robin Fielder', stranger: true },
      lines: lines([
        ['self', 'hello'],
        ['other', THREAT],
      ]),
    };
    current.answer(() => ({ html: documentOf(chat.title, site.body(chat)) }));
    await current.page.goto(site.url(chat.peer));
  };
  await open(CHAT_SITES['telegram-k']);
  await expect.poll(async () => (await shownCard(current.remote)).kind).toBe('danger');
  await open(CHAT_SITES.messenger);
  await expect.poll(async () => (await own.report())?.state).toBe('paused');
  expect((await shownCard(current.remote)).kind).toBe('calm');
});

test('updates itself from the school’s own list, over https, and keeps what it had', async () => {
  const hosted = makeSchool(ADDRESS);
  try {
    const first = pathToFileURL(path.join(hosted.folder, `porchlight-${hosted.version}-unsigned.xpi`)).href;
    setPolicy({}, { install_url: first });
    const current = await start();
    current.answer((url) => {
      const name = url.href.startsWith(ADDRESS) ? url.href.slice(ADDRESS.length) : '';
      return /^[\w.-]+$/.test(name) ? { html: '', file: readFileSync(path.join(hosted.folder, name)) } : null;
    });
    const own = await openOptions(current);
    await own.choose({ sensitivity: 'more' });
    const before = await own.stored();
    expect(await findUpdate(current)).toBeNull();
    hosted.release(NEWER);
    expect(await findUpdate(current)).toBe(NEWER);
    await expect.poll(() => versionOf(current)).toBe(NEWER);
    expect(await (await current.openOwn()).stored()).toBe(before);
  } finally {
    hosted.close();
  }
});

function versionOf({ remote }: World): Promise<string | null> {
  return remote.runInChrome('return WebExtensionPolicy.getByID(arguments[0])?.extension.version ?? null', [
    FIREFOX_ID,
  ]);
}

/** Looks for an update as Firefox does every day, and installs it. The answer is its version; null where there is none. */
function findUpdate({ remote }: World): Promise<string | null> {
  return remote.runInChrome(
    `const { AddonManager } = ChromeUtils.importESModule('resource://gre/modules/AddonManager.sys.mjs');
    for (const kind of ['install', 'update']) // the server of the tests has a certificate of its own
      Services.prefs.setBoolPref('extensions.' + kind + '.requireBuiltInCerts', false);
    const addon = await AddonManager.getAddonByID(arguments[0]);
    const install = await new Promise((resolve) => addon.findUpdates({
      onUpdateAvailable: (_, found) => resolve(found),
      onNoUpdateAvailable: () => resolve(null),
    }, AddonManager.UPDATE_WHEN_PERIODIC_UPDATE));
    await install?.install();
    return install?.version ?? null;`,
    [FIREFOX_ID],
  );
}

test('stays, and a person may remove it, where the policy is only gone', async () => {
  setPolicy();
  await openOptions(await start());
  removePolicy('firefox');
  expect(await addon(await start())).toMatchObject({ removable: true, disablable: true });
});

test('goes at the next start by the policy for removal, and stays away after it', async () => {
  setPolicy();
  await openOptions(await start());
  writePolicy('firefox', school.template('firefox/policies-remove.json'));
  const blocked = await start();
  await expect.poll(() => addon(blocked)).toBeNull();
  removePolicy('firefox');
  expect(await addon(await start())).toBeNull();
});
