// `npm run licences`: writes docs/licences.md, the packages that are in the extension or build it, with their licences as
// node_modules has them. A test fails where the page is stale or a licence is not allowed.
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const ROOT = path.resolve(import.meta.dirname, '..');
const PAGE = path.join(ROOT, 'docs/licences.md');

/** Licences that go with Apache-2.0 in what is shipped: permissive, or (MPL) bound to its own files. */
export const ALLOWED_SHIPPED = [
  'MIT',
  'ISC',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  '0BSD',
  'MPL-2.0',
];
/** Beside those, what only builds or tests: nothing of it is handed on. */
export const ALLOWED_TOOLS = [
  ...ALLOWED_SHIPPED,
  ...[
    'BlueOak-1.0.0',
    'CC0-1.0',
    'CC-BY-4.0',
    'CC-BY-3.0',
    'Unlicense',
    'WTFPL',
    'Python-2.0',
    'MIT-0',
    'LGPL-3.0-or-later',
  ],
];

/** A build tool of which small parts (the frame around each script) go into the extension. */
const BUNDLED_TOOLS = ['wxt'];

type Locked = {
  readonly version?: string;
  readonly license?: string;
  readonly dev?: boolean;
  readonly optional?: boolean;
  readonly link?: boolean;
};
export type Package = {
  readonly name: string;
  readonly version: string;
  readonly licence: string;
};

/** All packages of package-lock.json: those that may be in the extension, and those that only make it. */
export function packages(root = ROOT): { readonly shipped: Package[]; readonly tools: Package[] } {
  const { packages: locked } = JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8')) as {
    packages: Readonly<Record<string, Locked>>;
  };
  const shipped: Package[] = [];
  const tools: Package[] = [];
  for (const [where, entry] of Object.entries(locked)) {
    if (where === '' || entry.link) continue;
    const name = where.slice(where.lastIndexOf('node_modules/') + 'node_modules/'.length);
    const one = { name, version: entry.version ?? '?', licence: licenceOf(root, where, entry) };
    (entry.dev && !BUNDLED_TOOLS.includes(name) ? tools : shipped).push(one);
  }
  const byName = (a: Package, b: Package) => a.name.localeCompare(b.name, 'en');
  return { shipped: shipped.sort(byName), tools: tools.sort(byName) };
}

/** As the package itself says where it is installed (packages for other systems are not), else as the lock file does. */
function licenceOf(root: string, where: string, entry: Locked): string {
  try {
    const { license, licenses } = JSON.parse(readFileSync(path.join(root, where, 'package.json'), 'utf8'));
    const said = license ?? licenses;
    const one = Array.isArray(said) ? said.map(({ type }) => type).join(' OR ') : (said?.type ?? said);
    if (typeof one === 'string') return one;
  } catch {
    // Not installed here.
  }
  return entry.license ?? 'unknown';
}

/** True where one of the alternatives is allowed, or all that apply together are. */
export function isAllowed(licence: string, allowed: readonly string[]): boolean {
  const plain = licence.replace(/[()]/g, '');
  return plain
    .split(/ OR /i)
    .some((one) => one.split(/ AND /i).every((part) => allowed.includes(part.trim())));
}

/** Heading of the part that is about tools. */
export const TOOLS = '## Only on a developer’s machine';

/** The page as it should be. Only what is shipped is named one by one; of the tools, how many have which licence. */
export function freshLicences(root = ROOT): string {
  const { shipped, tools } = packages(root);
  const counts = new Map<string, number>();
  for (const { licence } of tools) counts.set(licence, (counts.get(licence) ?? 0) + 1);
  return [
    '# Licences of what others wrote',
    '',
    'Made by `npm run licences` from package-lock.json and what is installed. A test fails where the first table is stale, or',
    'where a licence is not on the list in `scripts/licences.ts`.',
    '',
    '## In the extension',
    '',
    'Porchlight is under Apache-2.0. These packages, or what is used of them, are built into it:',
    '',
    '| package | version | licence |',
    '|---|---|---|',
    ...shipped.map(({ name, version, licence }) => `| ${name} | ${version} | ${licence} |`),
    '',
    'Data that is not from a package (names in Khmer, letters that look alike, everyday and sexual words in English) is named in NOTICE,',
    'which stands in each package at the end of `third-party-licences.txt`.',
    '',
    TOOLS,
    '',
    'These build, check and measure it; nothing of them is handed on.',
    '',
    '| licence | packages |',
    '|---|---|',
    ...[...counts]
      .sort(([a], [b]) => a.localeCompare(b, 'en'))
      .map(([licence, count]) => `| ${licence} | ${count} |`),
    '',
  ].join('\n');
}

if (process.argv[1]?.endsWith('licences.ts')) {
  const { shipped, tools } = packages();
  const wrong = [
    ...shipped.filter(({ licence }) => !isAllowed(licence, ALLOWED_SHIPPED)),
    ...tools.filter(({ licence }) => !isAllowed(licence, ALLOWED_TOOLS)),
  ];
  for (const { name, version, licence } of wrong)
    process.stderr.write(`${name} ${version}: ${licence} is not on the list\n`);
  writeFileSync(PAGE, freshLicences());
  process.exitCode = wrong.length === 0 ? 0 : 1;
}
