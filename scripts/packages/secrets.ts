// Finds keys that were about to go into a package, by their names and by what is in them.
import type { Files } from './zips';

const NAMES = /\.(pem|key|p12|pfx|jks|keystore)$|(^|\/)\.(env|npmrc)(\.|$)/i;
/** A key as text: the words that every kind begins with, and the start of what follows, itself or a header before it. */
const CONTENT = /-----BEGIN [A-Z ]*PRIVATE KEY( BLOCK)?-----\s+([A-Za-z0-9+/=:]{16}|[A-Z][A-Za-z-]+: )/;

/** Paths of files that are, or hold, a private key. */
export function findSecrets(files: Files): string[] {
  return Object.entries(files)
    .filter(([name, bytes]) => NAMES.test(name) || CONTENT.test(Buffer.from(bytes).toString('latin1')))
    .map(([name]) => name);
}
