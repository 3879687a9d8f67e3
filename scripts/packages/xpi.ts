// What a school that hosts Firefox's package itself needs: the package knows where its updates are listed before Mozilla
// signs it, and the list names the package that came back.
import { type Files, readZip, textOf, writeZip } from './zips';

/** Mozilla's signature; older packages have the first alone. */
const SIGNATURES = ['META-INF/mozilla.rsa', 'META-INF/cose.sig'];

type Manifest = {
  readonly version: string;
  readonly browser_specific_settings: { readonly gecko: { readonly id: string } };
};

/** The package with the address of its list of updates, which must be https. */
export function withUpdateUrl(zip: Uint8Array, url: string): Buffer {
  const files = readZip(zip);
  const manifest = manifestOf(files);
  const { gecko, ...others } = manifest.browser_specific_settings;
  const settings = { gecko: { ...gecko, update_url: url }, ...others };
  const text = JSON.stringify({ ...manifest, browser_specific_settings: settings });
  return writeZip({ ...files, 'manifest.json': new Uint8Array(Buffer.from(text)) });
}

/** Throws where the file is not this version of Porchlight, signed by Mozilla. */
export function requireSigned(xpi: Uint8Array, id: string, version: string): void {
  const files = readPackage(xpi);
  const manifest = manifestOf(files);
  const { gecko } = manifest.browser_specific_settings;
  if (gecko.id !== id || manifest.version !== version)
    throw new Error(`The signed file is ${gecko.id} ${manifest.version}, not ${id} ${version}.`);
  if (!SIGNATURES.some((name) => name in files))
    throw new Error('The file is not signed: addons.mozilla.org hands the signed one out.');
}

function readPackage(xpi: Uint8Array): Files {
  try {
    return readZip(xpi);
  } catch {
    throw new Error('--signed: the file is no package. Give the .xpi that addons.mozilla.org handed out.');
  }
}

function manifestOf(files: Files): Manifest {
  return JSON.parse(textOf(files, 'manifest.json')) as Manifest;
}
