// Zips whose bytes depend on nothing but their files: names in order, one date, and a packer that is the same in every Node.
import { unzipSync, zipSync } from 'fflate';

/** A package's files by their path in it. */
export type Files = Readonly<Record<string, Uint8Array>>;

/** The oldest date that a zip can hold; it is written as local time, so it is the same everywhere. */
const DATE = new Date(1980, 0, 1);

/** The files of a zip. Throws where it is none. */
export function readZip(zip: Uint8Array): Files {
  return unzipSync(zip);
}

export function writeZip(files: Files): Buffer {
  const sorted = Object.keys(files).sort(); // by code unit: no language has a say in it
  const entries = sorted.map((name) => [name, files[name] as Uint8Array] as const);
  return Buffer.from(zipSync(Object.fromEntries(entries), { mtime: DATE, level: 9 }));
}

/** The file's text. Throws where the package has no such file. */
export function textOf(files: Files, name: string): string {
  const bytes = files[name];
  if (bytes === undefined) throw new Error(`The package has no file ${name}.`);
  return Buffer.from(bytes).toString('utf8');
}
