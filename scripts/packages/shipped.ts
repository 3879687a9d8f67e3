// Which npm packages are in the build, as the bundler put them there: what package.json calls a development dependency
// (WXT) ships a part of itself too. From that come the licences in the package and the bill of materials beside it.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Plugin } from 'vite';

export type ShippedPackage = { readonly name: string; readonly version: string; readonly folder: string };

const IN_PACKAGE = /^(.*\/node_modules\/((?:@[^/]+\/)?[^/]+))\//;
const LICENCE_FILE = /^(licen[cs]e|copying)(\.(md|txt))?$/i;

/** The package that a module lies in; null for our own and for what the build itself makes up. */
export function packageOf(module: string): ShippedPackage | null {
  const plain = module.replace(/^\0/, '').replace(/\?.*$/, '').replaceAll('\\', '/');
  const [, folder, name] = IN_PACKAGE.exec(plain) ?? [];
  if (folder === undefined || name === undefined || !existsSync(path.join(folder, 'package.json')))
    return null;
  const { version } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
  return { name, version, folder };
}

/** A plugin that notes every package of which something is left in a bundle, by name and version. */
export function noteShipped(into: Map<string, ShippedPackage>): Plugin {
  return {
    name: 'porchlight-shipped',
    apply: 'build',
    generateBundle(_, bundle) {
      const chunks = Object.values(bundle).filter((one) => one.type === 'chunk');
      for (const [module, { renderedLength }] of chunks.flatMap((one) => Object.entries(one.modules))) {
        const found = renderedLength > 0 ? packageOf(module) : null;
        if (found !== null) into.set(`${found.name}@${found.version}`, found);
      }
    },
  };
}

/** The licences of all, as one text, and last of data that is from no package. Throws where a package has none. @param notice the file NOTICE */
export function licencesOf(packages: Iterable<ShippedPackage>, notice: string): string {
  const texts = [...packages]
    .sort((one, other) => (one.name < other.name ? -1 : 1))
    .map((one) => `${one.name} ${one.version}\n\n${licenceOf(one)}\n`);
  const all = [...texts, notice].join(`\n${'-'.repeat(72)}\n\n`);
  return `Porchlight contains parts of these packages, under their licences. Data from elsewhere is named at the end.\n\n${all}`;
}

/** The licence's text; where the package brings none (WXT), its name as npm has it. */
function licenceOf({ name, folder }: ShippedPackage): string {
  const file = readdirSync(folder).find((one) => LICENCE_FILE.test(one));
  if (file !== undefined) return readFileSync(path.join(folder, file), 'utf8').trim();
  const { license, homepage } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
  if (typeof license !== 'string') throw new Error(`${name} has no licence, and we ship a part of it.`);
  return [`Licence: ${license}`, homepage].filter((line) => line !== undefined).join('\n');
}
