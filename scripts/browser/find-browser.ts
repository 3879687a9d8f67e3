// Where a Chromium, Chrome or Edge lies on this machine; on Debian as root it can be installed.
import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import path from 'node:path';
import { canInstall, installFromDebian } from './debian';

/** Chromium first: it takes an unpacked extension most willingly. Snap's comes last, it can't see the temporary folder. */
const LINUX_NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'microsoft-edge-stable',
  'microsoft-edge',
];
const MAC_APPS = ['Chromium', 'Google Chrome', 'Microsoft Edge'];
const WINDOWS_PATHS = [
  'Chromium\\Application\\chrome.exe',
  'Google\\Chrome\\Application\\chrome.exe',
  'Microsoft\\Edge\\Application\\msedge.exe',
];
/** What Debian calls the browser, and the fonts that Khmer needs. */
const DEBIAN_BROWSER = 'chromium';
const DEBIAN_FONTS = 'fonts-noto-core';

/** Every place to look on this system, best first. */
export function placesToLook(platform = process.platform, env: NodeJS.ProcessEnv = process.env): string[] {
  if (platform === 'darwin') {
    const folders = ['/Applications', path.posix.join(env.HOME ?? '', 'Applications')];
    return MAC_APPS.flatMap((app) => folders.map((folder) => `${folder}/${app}.app/Contents/MacOS/${app}`));
  }
  if (platform === 'win32') {
    const folders = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].filter(
      (folder) => folder !== undefined,
    );
    return WINDOWS_PATHS.flatMap((name) => folders.map((folder) => path.win32.join(folder, name)));
  }
  const folders = [
    ...new Set([...(env.PATH ?? '').split(':'), '/usr/bin', '/usr/local/bin', '/opt/google/chrome']),
  ];
  const places = LINUX_NAMES.flatMap((name) => folders.map((folder) => path.posix.join(folder, name)));
  return [
    ...places.filter((place) => !place.startsWith('/snap/')),
    ...places.filter((place) => place.startsWith('/snap/')),
  ];
}

/** The browser to use, or null. `PORCHLIGHT_BROWSER` overrides the search; where it names no program, this throws. */
export function findBrowser(): string | null {
  return programNamedIn('PORCHLIGHT_BROWSER') ?? placesToLook().find(isProgram) ?? null;
}

/** The program that an environment variable names, or null where it is not set. @throws where it names no program */
export function programNamedIn(variable: string): string | null {
  const named = process.env[variable];
  if (!named) return null;
  if (!isProgram(named)) throw new Error(`${variable} names no program: ${named}`);
  return named;
}

/** The browser to use; installs Debian's where that is possible. Throws one line that says what to install. */
export function ensureBrowser(say: (line: string) => void): string {
  const found = findBrowser();
  if (found !== null) {
    if (canInstall() && !hasKhmerFont()) installFromDebian([DEBIAN_FONTS], say);
    return found;
  }
  if (canInstall()) installFromDebian([DEBIAN_BROWSER, DEBIAN_FONTS], say);
  const installed = findBrowser();
  if (installed !== null) return installed;
  throw new Error(
    'No Chromium, Chrome or Edge found: install one (https://www.google.com/chrome, or "apt install chromium"), or name it in PORCHLIGHT_BROWSER.',
  );
}

/** True where the file can be run. */
export function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function hasKhmerFont(): boolean {
  const listed = spawnSync('fc-list', [':lang=km', 'family'], { encoding: 'utf8' });
  return listed.status === 0 && listed.stdout.trim() !== '';
}
