// Everything that a school without a store puts on its own web server: the signed package, the list of updates for each
// browser family, and the templates of docs/admin with the id and the address filled in.
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { extensionId, packCrx } from './crx';
import { requireSigned, withUpdateUrl } from './xpi';

/** What stands in the templates until a school fills it in. */
export const PLACEHOLDERS = {
  id: 'EXTENSION_ID',
  address: 'https://files.school.example/porchlight/',
};
/** The id that wxt.config.ts gives the Firefox build. */
export const FIREFOX_ID = 'porchlight@porchlight-extension';

export type SchoolFolderOptions = {
  /** The repository, with packages in .output. */
  readonly root: string;
  readonly folder: string;
  /** Private key as PEM. It is read and never written. */
  readonly key: string;
  /** Where the folder will be served, with the slash at the end. */
  readonly address: string;
  /** The Firefox package as Mozilla signed it; without it the one to be signed is listed. */
  readonly signed?: Buffer | undefined;
  /** Templates to fill in, by their path under templates/. */
  readonly templates: ReadonlyMap<string, string>;
};

/**
 * Writes the folder and answers with the id of Chrome's package and the name of the one that Firefox's policies lead to. Throws
 * where the packages are not made yet.
 */
export function makeSchoolFolder(options: SchoolFolderOptions): { id: string; xpi: string } {
  const { root, folder, key, address, signed, templates } = options;
  if (!address.endsWith('/')) throw new Error(`The address must end with a slash: ${address}`);
  const { version, chrome, firefox: unsigned } = readPackages(root, signed);
  const id = extensionId(key);
  const crx = `porchlight-${version}.crx`;
  const firefox = signed ?? forSigning(unsigned, address);
  const xpi = `porchlight-${version}${signed === undefined ? '-unsigned' : ''}.xpi`;
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, crx), packCrx(chrome, key));
  writeFileSync(path.join(folder, 'updates.xml'), updatesXml(id, version, `${address}${crx}`));
  writeFileSync(path.join(folder, xpi), firefox);
  writeFileSync(path.join(folder, 'updates.json'), updatesJson(version, `${address}${xpi}`, firefox));
  for (const [file, text] of templates) {
    const target = path.join(folder, 'templates', file);
    mkdirSync(path.dirname(target), { recursive: true });
    writeFileSync(target, filledIn(text, id, address, xpi));
  }
  return { id, xpi };
}

/** What is packed for both browsers. Throws where it is not made yet, or where `signed` is not the same version, signed. */
export function readPackages(root: string, signed: Buffer | undefined) {
  const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
    version: string;
  };
  const [chrome, firefox] = [readPackage(root, version, 'chrome'), readPackage(root, version, 'firefox')];
  if (signed !== undefined) requireSigned(signed, FIREFOX_ID, version);
  return { version, chrome, firefox };
}

/** What the person is told of it: a run that leaves the signed package out would lead every machine to one that is refused. */
export function firefoxNote(xpi: string, isSigned: boolean): string {
  if (isSigned) return `Firefox gets ${xpi}, as Mozilla signed it.`;
  return `Firefox's policies name ${xpi}, which only the trial takes: with --signed <file> they name the one that Mozilla signed.`;
}

/** Firefox refuses a package that would look for updates anywhere but at https. */
function forSigning(zip: Buffer, address: string): Buffer {
  return address.startsWith('https:') ? withUpdateUrl(zip, `${address}updates.json`) : zip;
}

function readPackage(root: string, version: string, browser: string): Buffer {
  const file = path.join(root, '.output', `porchlight-${version}-${browser}.zip`);
  try {
    return readFileSync(file);
  } catch {
    throw new Error(`${file} is missing: run \`npm run zip\` first.`);
  }
}

/** https://developer.chrome.com/docs/extensions/how-to/distribute/host-on-linux#update_manifest */
function updatesXml(id: string, version: string, crx: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<gupdate xmlns="http://www.google.com/update2/response" protocol="2.0">
  <app appid="${id}">
    <updatecheck codebase="${crx}" version="${version}" />
  </app>
</gupdate>
`;
}

/** https://extensionworkshop.com/documentation/manage/updating-your-extension/ */
function updatesJson(version: string, xpi: string, bytes: Buffer): string {
  const hash = createHash('sha256').update(bytes).digest('hex');
  const update = { version, update_link: xpi, update_hash: `sha256:${hash}` };
  return `${JSON.stringify({ addons: { [FIREFOX_ID]: { updates: [update] } } }, null, 2)}\n`;
}

function filledIn(text: string, id: string, address: string, xpi: string): string {
  return text
    .replaceAll(PLACEHOLDERS.id, id)
    .replaceAll(`${PLACEHOLDERS.address}porchlight.xpi`, `${address}${xpi}`)
    .replaceAll(PLACEHOLDERS.address, address);
}
