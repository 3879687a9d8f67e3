// Each template says the same: our id, the forced install, and settings that the schema and Porchlight itself take. They
// are read as the system reads them that they are made for.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { freshAdminDocs, readSchema, type SchemaPart } from '../../scripts/admin/docs';
import { problemsOf } from '../../scripts/admin/own-settings';
import { makeTemplates } from '../../scripts/admin/templates';
import type { Settings } from '../../scripts/admin/windows';
import { FIREFOX_ID, PLACEHOLDERS } from '../../scripts/packages/school-folder';
import config from '../../wxt.config';
import { readIntuneScript, readPlist, readRegistryFile } from './readers';

const ROOT = path.resolve(import.meta.dirname, '../..');
const FOLDER = path.join(ROOT, 'docs/admin/templates');
const SCHEMA = readSchema(ROOT);
const KEYS = Object.keys(SCHEMA.properties ?? {});
const ID = PLACEHOLDERS.id;
const UPDATES = `${PLACEHOLDERS.address}updates.xml`;

const FILES = new Map(
  readdirSync(FOLDER, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .map((file) => [path.relative(FOLDER, file), readFileSync(file, 'utf8')]),
);
const SAMPLE = JSON.parse(FILES.get('settings.json') as string) as Settings;

/** Letters of Khmer, quotes, signs of XML, and a value or two left out. */
const OTHER: Settings = {
  organisation: 'វិទ្យាល័យ "Hill" & <Co> \\ 5',
  schoolContact: { name: 'អ្នកគ្រូ ចាន់', phone: '012 000 000' },
  sitesOff: ['telegram'],
  retentionDays: 7,
  locks: { sitesOff: true },
};

/** What arrives: the settings, and what is said of our id. */
type Arrived = { readonly settings: unknown; readonly install: unknown };

function fromJson(text: string, ...where: string[]): unknown {
  return where.reduce((value, key) => (value as Record<string, unknown>)[key], JSON.parse(text));
}

function fromProfile(text: string, domain: string): Arrived {
  const { PayloadContent, ...outer } = readPlist(text) as { PayloadContent: Record<string, unknown>[] };
  const payloads = [outer, ...PayloadContent];
  const all = (key: string) => payloads.map((payload) => (payload as Record<string, unknown>)[key]);
  for (const key of ['PayloadUUID', 'PayloadIdentifier']) {
    expect(new Set(all(key)).size, `${key} of each`).toBe(payloads.length);
    for (const value of all(key)) expect(value).toMatch(/^[\w.-]+$/);
  }
  expect(all('PayloadVersion')).toEqual(payloads.map(() => 1));
  const contentOf = (type: string) => {
    const found = PayloadContent.filter(({ PayloadType }) => PayloadType === type);
    expect(found).toHaveLength(1);
    return Object.fromEntries(Object.entries(found[0] ?? {}).filter(([key]) => !/^Payload[A-Z]/.test(key)));
  };
  const browser = contentOf(domain);
  if (domain === 'org.mozilla.firefox') {
    expect(browser.EnterprisePoliciesEnabled).toBe(true);
    return {
      install: browser.ExtensionSettings,
      settings: fromJson(JSON.stringify(browser), '3rdparty', 'Extensions', FIREFOX_ID),
    };
  }
  return { install: browser.ExtensionSettings, settings: contentOf(`${domain}.extensions.${ID}`) };
}

function fromRegistry(text: string, browser: string): Arrived {
  const registry = readRegistryFile(text);
  const base = `HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\${browser}`;
  const policy = `${base}\\3rdparty\\extensions\\${ID}\\policy`;
  expect([...registry.keys()]).toEqual([`${base}\\ExtensionSettings`, policy]);
  const install = Object.fromEntries([...(registry.get(`${base}\\ExtensionSettings`) ?? [])]);
  const values = [...(registry.get(policy) ?? [])];
  expect(values.map(([name]) => name)).toEqual(KEYS); // a key that is not set is taken away
  const set = values.filter(([, value]) => value !== null);
  return {
    install: Object.fromEntries(
      Object.entries(install).map(([id, value]) => [id, JSON.parse(String(value))]),
    ),
    settings: Object.fromEntries(set.map(([name, value]) => [name, bySchema(name, value)])),
  };
}

/** Chrome and Edge read a text as JSON where the schema wants a list or a group. */
function bySchema(name: string, value: unknown): unknown {
  const isText = SCHEMA.properties?.[name]?.type === 'string';
  return typeof value === 'string' && !isText ? JSON.parse(value) : value;
}

function fromIntune(text: string, browser: string): Arrived {
  const { id, base, install, settings } = readIntuneScript(text);
  expect([id, base]).toEqual([ID, `HKLM:\\SOFTWARE\\Policies\\${browser}`]);
  return { install: { [id]: JSON.parse(install) }, settings: JSON.parse(settings) };
}

function fromGoogle(text: string): Arrived {
  const boxes = Object.entries(JSON.parse(text) as Record<string, { Value: unknown }>);
  for (const [, box] of boxes) expect(Object.keys(box)).toEqual(['Value']);
  return { settings: Object.fromEntries(boxes.map(([key, { Value }]) => [key, Value])), install: null };
}

const fromChromiumFile = (text: string): Arrived => ({
  settings: fromJson(text, '3rdparty', 'extensions', ID),
  install: fromJson(text, 'ExtensionSettings'),
});

const fromFirefoxFile = (text: string): Arrived => ({
  settings: fromJson(text, 'policies', '3rdparty', 'Extensions', FIREFOX_ID),
  install: fromJson(text, 'policies', 'ExtensionSettings'),
});

const FORCED = { installation_mode: 'force_installed', update_url: UPDATES, override_update_url: true };
const CHROME = { [ID]: { ...FORCED, toolbar_pin: 'force_pinned' } };
const EDGE = { [ID]: { ...FORCED, toolbar_state: 'force_shown' } };
const FIREFOX = {
  [FIREFOX_ID]: {
    ...{ installation_mode: 'force_installed', install_url: `${PLACEHOLDERS.address}porchlight.xpi` },
    ...{ default_area: 'navbar', private_browsing: false },
  },
};

const READERS: Readonly<Record<string, { read(text: string): Arrived; install: unknown }>> = {
  'settings.json': { read: (text) => ({ settings: JSON.parse(text), install: null }), install: null },
  'google-admin/settings.json': { read: fromGoogle, install: null }, // installed in the console itself
  'linux/chrome.json': { read: fromChromiumFile, install: CHROME },
  'linux/edge.json': { read: fromChromiumFile, install: EDGE },
  'windows/chrome.reg': { read: (text) => fromRegistry(text, 'Google\\Chrome'), install: CHROME },
  'windows/edge.reg': { read: (text) => fromRegistry(text, 'Microsoft\\Edge'), install: EDGE },
  'intune/chrome.ps1': { read: (text) => fromIntune(text, 'Google\\Chrome'), install: CHROME },
  'intune/edge.ps1': { read: (text) => fromIntune(text, 'Microsoft\\Edge'), install: EDGE },
  'macos/chrome.mobileconfig': { read: (text) => fromProfile(text, 'com.google.Chrome'), install: CHROME },
  'macos/edge.mobileconfig': { read: (text) => fromProfile(text, 'com.microsoft.Edge'), install: EDGE },
  'macos/firefox.mobileconfig': {
    read: (text) => fromProfile(text, 'org.mozilla.firefox'),
    install: FIREFOX,
  },
  'firefox/policies-esr-trial.json': { read: fromFirefoxFile, install: FIREFOX },
  'firefox/policies.json': { read: fromFirefoxFile, install: FIREFOX },
};
const FIREFOX_REMOVALS = ['firefox/policies-remove.json', 'macos/firefox-remove.mobileconfig'];
const SCRIPTED_REMOVALS = {
  'intune/chrome-remove.ps1': 'Google\\Chrome',
  'intune/edge-remove.ps1': 'Microsoft\\Edge',
};
const REMOVALS = {
  'windows/chrome-remove.reg': 'Google\\Chrome',
  'windows/edge-remove.reg': 'Microsoft\\Edge',
};

it('there is no template that this test does not read', () => {
  expect([...FILES.keys()].sort()).toEqual(
    [
      ...Object.keys(READERS),
      ...Object.keys(REMOVALS),
      ...Object.keys(SCRIPTED_REMOVALS),
      ...FIREFOX_REMOVALS,
    ].sort(),
  );
});

it('they and the tables of settings.md are fresh: npm run tables', async () => {
  for (const [file, text] of await freshAdminDocs(ROOT))
    expect(readFileSync(path.join(ROOT, file), 'utf8'), file).toBe(text);
});

describe.each(Object.entries(READERS))('%s', (file, { read, install }) => {
  it('brings the sample settings and the forced install', () => {
    expect(read(FILES.get(file) as string)).toEqual({ settings: SAMPLE, install });
  });

  it('brings other settings just as well, in any letters', () => {
    const text = makeTemplates(OTHER, KEYS).get(file) as string;
    expect(read(text)).toEqual({ settings: OTHER, install });
  });
});

it.each(Object.entries(REMOVALS))('%s takes away what was set, and nothing else', (file, browser) => {
  const base = `HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\${browser}`;
  expect([...readRegistryFile(FILES.get(file) as string)]).toEqual([
    [`${base}\\ExtensionSettings`, new Map([[ID, null]])],
    [`${base}\\3rdparty\\extensions\\${ID}`, null],
  ]);
});

it.each(Object.entries(SCRIPTED_REMOVALS))(
  '%s takes away what was set, and nothing else',
  (file, browser) => {
    const [id, base, ...lines] = (FILES.get(file) as string)
      .split('\n')
      .filter((line) => !line.startsWith('#'));
    expect([id, base]).toEqual([`$id = '${ID}'`, `$base = 'HKLM:\\SOFTWARE\\Policies\\${browser}'`]);
    expect(lines).toEqual([
      'Remove-ItemProperty -Path "$base\\ExtensionSettings" -Name $id -ErrorAction SilentlyContinue',
      'Remove-Item -Path "$base\\3rdparty\\extensions\\$id" -Recurse -ErrorAction SilentlyContinue',
      '',
    ]);
  },
);

it('the trial for Firefox ESR is the template with one preference more, and no other file has it', () => {
  const { policies } = JSON.parse(FILES.get('firefox/policies-esr-trial.json') as string);
  const { Preferences, ...others } = policies;
  expect({ policies: others }).toEqual(JSON.parse(FILES.get('firefox/policies.json') as string));
  expect(Preferences).toEqual({ 'xpinstall.signatures.required': { Value: false, Status: 'locked' } });
  const holders = [...FILES].filter(([, text]) => text.includes('signatures')).map(([file]) => file);
  expect(holders).toEqual(['firefox/policies-esr-trial.json']);
});

it('Firefox is told to remove, since without a policy it keeps what it has', () => {
  const [file, profile] = FIREFOX_REMOVALS.map((name) => FILES.get(name) as string);
  const removal = { ExtensionSettings: { [FIREFOX_ID]: { installation_mode: 'blocked' } } };
  expect(JSON.parse(file as string)).toEqual({ policies: removal });
  const { PayloadContent, PayloadUUID } = readPlist(profile as string) as Record<string, unknown>;
  expect(PayloadContent).toEqual([expect.objectContaining({ EnterprisePoliciesEnabled: true, ...removal })]);
  const installing = readPlist(FILES.get('macos/firefox.mobileconfig') as string) as { PayloadUUID: string };
  expect(PayloadUUID).toBe(installing.PayloadUUID); // it takes the other's place
});

it.each(['chrome', 'edge'])('the script for %s never empties a key that others share', (name) => {
  const lines = (FILES.get(`intune/${name}.ps1`) as string).split('\n');
  const makers = lines.filter((line) => line.includes('New-Item ') && !line.startsWith('#'));
  expect(makers).toHaveLength(1);
  for (const line of makers) expect(line).toMatch(/^ {2}if \(-not \(Test-Path \$key\)\) \{ New-Item /);
});

it('the sample names every setting that there is, and all of it fits', async () => {
  expect(namesIn(SAMPLE)).toEqual(namesOf(SCHEMA));
  expect(await problemsOf(SAMPLE, ROOT)).toEqual([]);
  expect(await problemsOf(OTHER, ROOT)).toEqual([]);
});

it('Firefox’s id is the one of its build', () => {
  const { manifest } = config as {
    manifest(env: object): { browser_specific_settings?: { gecko: { id: string } } };
  };
  const built = manifest({ mode: 'production', browser: 'firefox' });
  expect(built.browser_specific_settings?.gecko.id).toBe(FIREFOX_ID);
});

const namesIn = (value: unknown, above = ''): string[] =>
  typeof value !== 'object' || value === null || Array.isArray(value)
    ? []
    : Object.entries(value).flatMap(([key, part]) => [`${above}${key}`, ...namesIn(part, `${above}${key}.`)]);
const namesOf = ({ properties = {} }: SchemaPart, above = ''): string[] =>
  Object.entries(properties).flatMap(([key, part]) => [
    `${above}${key}`,
    ...namesOf(part, `${above}${key}.`),
  ]);
