// Where a Firefox lies on this machine; on Debian as root the ESR can be installed.
import path from 'node:path';
import { canInstall, installFromDebian } from './debian';
import { isProgram, programNamedIn } from './find-browser';

/** The ESR first: schools have it, and it takes an unsigned package. Snap's comes last, it can't see the temporary folder. */
const LINUX_NAMES = ['firefox-esr', 'firefox'];
const DEBIAN_BROWSER = 'firefox-esr';

/** Every place to look on this system, best first. */
export function firefoxPlaces(platform = process.platform, env: NodeJS.ProcessEnv = process.env): string[] {
  if (platform === 'darwin') {
    const folders = ['/Applications', path.posix.join(env.HOME ?? '', 'Applications')];
    return folders.map((folder) => `${folder}/Firefox.app/Contents/MacOS/firefox`);
  }
  if (platform === 'win32') {
    const folders = [env.PROGRAMFILES, env['PROGRAMFILES(X86)']].filter((folder) => folder !== undefined);
    return folders.map((folder) => path.win32.join(folder, 'Mozilla Firefox\\firefox.exe'));
  }
  const folders = [
    ...new Set([...(env.PATH ?? '').split(':'), '/usr/bin', '/usr/local/bin', '/opt/firefox']),
  ];
  const places = LINUX_NAMES.flatMap((name) => folders.map((folder) => path.posix.join(folder, name)));
  const isSnap = (place: string) => place.startsWith('/snap/');
  return [...places.filter((place) => !isSnap(place)), ...places.filter(isSnap)];
}

/** The Firefox to use, or null. `PORCHLIGHT_FIREFOX` overrides the search; where it names no program, this throws. */
export function findFirefox(): string | null {
  return programNamedIn('PORCHLIGHT_FIREFOX') ?? firefoxPlaces().find(isProgram) ?? null;
}

/** The Firefox to use; installs Debian's ESR where that is possible. Throws one line that says what to install. */
export function ensureFirefox(say: (line: string) => void): string {
  const found = findFirefox();
  if (found !== null) return found;
  if (canInstall()) installFromDebian([DEBIAN_BROWSER], say);
  const installed = findFirefox();
  if (installed !== null) return installed;
  throw new Error(
    'No Firefox found: install one (https://www.firefox.com, or "apt install firefox-esr"), or name it in PORCHLIGHT_FIREFOX.',
  );
}
