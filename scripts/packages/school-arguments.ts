// What `npm run school` is given: where its files will be, and where its key lies.
import path from 'node:path';
import { PLACEHOLDERS } from './school-folder';

/**
 * The address as every reader of it writes it: 'HTTPS://Files.Hill.example/' in small letters. It goes into XML, JSON, a
 * registry file and a script: nothing in it may end a text there. Throws, with words for the person, where it can't be taken.
 */
export function checkedAddress(address: string): string {
  const url = URL.canParse(address) ? new URL(address) : null;
  const isPlain = /^[\w.~:/%+@-]+\/$/.test(address);
  if (url !== null && !isPlain && address.endsWith('/'))
    throw new Error(`--address: write it without spaces, ? and #, in letters from a to z: ${address}`);
  if (url === null || !['https:', 'file:'].includes(url.protocol) || !isPlain)
    throw new Error(
      `--address must be an https address that ends with a slash (file: for one machine): ${address}`,
    );
  if (url.username !== '' || url.password !== '')
    throw new Error(
      '--address: leave the name and the password out. Policies hold the address, and every student can read them.',
    );
  if (url.href === PLACEHOLDERS.address)
    throw new Error(
      `--address: ${address} is the guide's. Give the one at which your own server hands the files out.`,
    );
  return url.href;
}

/** Whether a file lies in a folder, or is it. `paths`: the rules of this machine, in tests those of another one. */
export function isInside(folder: string, file: string, paths: path.PlatformPath = path): boolean {
  const to = paths.relative(folder, file);
  return to.split(paths.sep)[0] !== '..' && !paths.isAbsolute(to);
}
