// The templates of docs/admin, made from one list of settings: each form says the same thing. `npm run tables` writes them
// with the sample settings; `npm run school` with a school's own.
import { FIREFOX_ID, PLACEHOLDERS } from '../packages/school-folder';
import { type PlistValue, toPlist } from './plist';
import {
  intuneRemoval,
  intuneScript,
  registryFile,
  registryRemoval,
  type Settings,
  type WindowsBrowser,
} from './windows';

const CHROMIUM_INSTALL = {
  installation_mode: 'force_installed',
  update_url: `${PLACEHOLDERS.address}updates.xml`,
  override_update_url: true,
};
/** Both show the lamp on the toolbar; each has its own word for it. */
const CHROME = {
  name: 'Chrome',
  key: 'SOFTWARE\\Policies\\Google\\Chrome',
  domain: 'com.google.Chrome',
  install: { ...CHROMIUM_INSTALL, toolbar_pin: 'force_pinned' },
};
const EDGE = {
  name: 'Edge',
  key: 'SOFTWARE\\Policies\\Microsoft\\Edge',
  domain: 'com.microsoft.Edge',
  install: { ...CHROMIUM_INSTALL, toolbar_state: 'force_shown' },
};
const FIREFOX_INSTALL = {
  installation_mode: 'force_installed',
  install_url: `${PLACEHOLDERS.address}porchlight.xpi`,
  default_area: 'navbar',
  private_browsing: false,
};
/** The ESR alone can be told to take what Mozilla has not signed, and then takes it from anybody: for a trial. */
const FIREFOX_UNSIGNED = {
  Preferences: { 'xpinstall.signatures.required': { Value: false, Status: 'locked' } },
};
/** Without a policy Firefox keeps what the policy installed, and lets the person remove it. */
const FIREFOX_REMOVAL = { ExtensionSettings: { [FIREFOX_ID]: { installation_mode: 'blocked' } } };
/** First digits of a profile's ids: a new profile with the same ids takes the place of the old one. */
const PROFILE_IDS = {
  chrome: '6F6E2C7A-0B1D-4C55-9E0A-A1B2C3D4',
  edge: '6F6E2C7A-0B1D-4C55-9E0A-A1B2C3D5',
  firefox: '6F6E2C7A-0B1D-4C55-9E0A-A1B2C3D6',
};

/** Each file's text by its path under templates/, with placeholders. `keys` are the settings that the schema knows. */
export function makeTemplates(settings: Settings, keys: readonly string[]): ReadonlyMap<string, string> {
  return new Map([
    ['settings.json', json(settings)],
    ['google-admin/settings.json', json(forGoogleAdmin(settings))],
    ['firefox/policies.json', json({ policies: forFirefox(settings) })],
    ['firefox/policies-esr-trial.json', json({ policies: { ...forFirefox(settings), ...FIREFOX_UNSIGNED } })],
    ['firefox/policies-remove.json', json({ policies: FIREFOX_REMOVAL })],
    ...[CHROME, EDGE].flatMap(({ domain, ...browser }) =>
      chromiumFiles({ ...browser, id: PLACEHOLDERS.id }, domain, settings, keys),
    ),
    ['macos/firefox.mobileconfig', firefoxProfile(forFirefox(settings))],
    ['macos/firefox-remove.mobileconfig', firefoxProfile(FIREFOX_REMOVAL)],
  ]);
}

function chromiumFiles(
  browser: WindowsBrowser,
  domain: string,
  settings: Settings,
  keys: readonly string[],
): [string, string][] {
  const { id, install, name } = browser;
  const file = name === 'Edge' ? 'edge' : 'chrome';
  return [
    [
      `linux/${file}.json`,
      json({ ExtensionSettings: { [id]: install }, '3rdparty': { extensions: { [id]: settings } } }),
    ],
    [`windows/${file}.reg`, registryFile(browser, settings, keys)],
    [`windows/${file}-remove.reg`, registryRemoval(browser)],
    [`intune/${file}.ps1`, intuneScript(browser, settings)],
    [`intune/${file}-remove.ps1`, intuneRemoval(browser)],
    [
      `macos/${file}.mobileconfig`,
      profile(file, name, [
        { type: domain, content: { ExtensionSettings: { [id]: install } } },
        { type: `${domain}.extensions.${id}`, content: settings },
      ]),
    ],
  ];
}

/** Google's console wants each value in a box of its own. */
const forGoogleAdmin = (settings: Settings) =>
  Object.fromEntries(Object.entries(settings).map(([key, value]) => [key, { Value: value }]));

const forFirefox = (settings: Settings) => ({
  ExtensionSettings: { [FIREFOX_ID]: FIREFOX_INSTALL },
  '3rdparty': { Extensions: { [FIREFOX_ID]: settings } },
});

const firefoxProfile = (policies: Settings) =>
  profile('firefox', 'Firefox', [
    { type: 'org.mozilla.firefox', content: { EnterprisePoliciesEnabled: true, ...policies } },
  ]);

type Payload = { readonly type: string; readonly content: Settings };

function profile(file: keyof typeof PROFILE_IDS, name: string, payloads: readonly Payload[]): string {
  const identifier = `example.school.porchlight.${file}`;
  const head = (type: string, identifiedBy: string, index: number) => ({
    PayloadType: type,
    PayloadVersion: 1,
    PayloadIdentifier: identifiedBy,
    PayloadUUID: `${PROFILE_IDS[file]}${index.toString(16).padStart(4, '0').toUpperCase()}`,
  });
  return toPlist({
    ...head('Configuration', identifier, 0),
    PayloadDisplayName: `Porchlight for ${name}`,
    PayloadScope: 'System',
    PayloadRemovalDisallowed: false,
    PayloadContent: payloads.map(({ type, content }, index) => ({
      ...head(type, `${identifier}.${index}`, index + 1),
      ...content,
    })),
  });
}

const json = (value: PlistValue) => `${JSON.stringify(value, null, 2)}\n`;
