// A school of the tests: the package signed with a key of its own, and the templates of docs/admin filled in as the guide
// says, with the sample's settings, which `npm run school` itself takes from nobody.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { sampleTemplates } from '../../scripts/admin/docs';
import { newKey } from '../../scripts/packages/crx';
import { makeSchoolFolder } from '../../scripts/packages/school-folder';
import { readZip, textOf, writeZip } from '../../scripts/packages/zips';

export const ROOT = path.resolve(import.meta.dirname, '../..');

export type School = {
  readonly id: string;
  readonly folder: string;
  readonly version: string;
  /** A template as the script filled it in, by its path under templates/. */
  template(name: string): Record<string, unknown>;
  /** Puts a newer version beside the first, in the lists of updates too, as the next release would. */
  release(version: string): void;
  close(): void;
};

/** `address` is where its server hands the folder out; without it, the folder is the address. */
export function makeSchool(address?: string): School {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'porchlight-school-'));
  const at = address ?? `${pathToFileURL(folder).href}/`;
  const key = newKey();
  const { id } = makeSchoolFolder({ root: ROOT, folder, key, address: at, templates: sampleTemplates(ROOT) });
  const { version } = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8'));
  return {
    ...{ id, folder, version },
    template: (name) => JSON.parse(readFileSync(path.join(folder, 'templates', name), 'utf8')),
    release(newer) {
      const root = nextRelease(version, newer);
      makeSchoolFolder({ root, folder, key, address: at, templates: new Map() });
      rmSync(root, { recursive: true });
    },
    close: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** A folder as `npm run zip` would leave it after the version was raised. */
function nextRelease(version: string, newer: string): string {
  const root = mkdtempSync(path.join(os.tmpdir(), 'porchlight-next-'));
  mkdirSync(path.join(root, '.output'));
  writeFileSync(path.join(root, 'package.json'), JSON.stringify({ version: newer }));
  for (const browser of ['chrome', 'firefox']) {
    const files = readZip(readFileSync(path.join(ROOT, '.output', `porchlight-${version}-${browser}.zip`)));
    const manifest = JSON.stringify({ ...JSON.parse(textOf(files, 'manifest.json')), version: newer });
    const zip = writeZip({ ...files, 'manifest.json': new Uint8Array(Buffer.from(manifest)) });
    writeFileSync(path.join(root, '.output', `porchlight-${newer}-${browser}.zip`), zip);
  }
  return root;
}
