// A school of the tests: the package signed with a key of its own, and the templates of docs/admin filled in as the guide
// says. What an administrator would do by hand is done here by the same script.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { newKey } from '../../scripts/packages/crx';
import { makeSchoolFolder } from '../../scripts/packages/school-folder';

export const ROOT = path.resolve(import.meta.dirname, '../..');

export type School = {
  readonly id: string;
  readonly folder: string;
  /** A template as the script filled it in, by its path under templates/. */
  template(name: string): Record<string, unknown>;
  close(): void;
};

export function makeSchool(): School {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'porchlight-school-'));
  const address = `${pathToFileURL(folder).href}/`;
  const { id } = makeSchoolFolder({ root: ROOT, folder, key: newKey(), address });
  return {
    id,
    folder,
    template: (name) => JSON.parse(readFileSync(path.join(folder, 'templates', name), 'utf8')),
    close: () => rmSync(folder, { recursive: true, force: true }),
  };
}
