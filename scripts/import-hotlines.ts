// Writes help/hotlines/*.yaml and help/platform-routes.yaml from a gathered list: npx tsx scripts/import-hotlines.ts <list.json>
// Done once for each list: afterwards people edit the YAML, so that an existing file is kept unless --replace is given.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { AMENDMENTS, EU_MEMBERS, FIRST } from './hotline-amendments';
import { amendmentOf, compact, type Gathered, lineOf, routeOf, setApart } from './hotline-entries';

function save(path: string, heading: string, content: unknown, replace: boolean) {
  if (existsSync(path) && !replace) return console.log(`kept    ${path}`);
  writeFileSync(
    path,
    `# ${heading}\n# How to change and check this file: help/README.md\n${stringify(content, { lineWidth: 110 })}`,
  );
  console.log(`written ${path}`);
}

/** A file a country, and one of the lines that every country has. */
function saveCountries(entries: readonly Gathered[], folder: string, replace: boolean) {
  const regions = new Intl.DisplayNames('en', { type: 'region' });
  const lines = entries.filter((entry) => entry.kind !== 'platform' && !amendmentOf(entry).skip);
  for (const country of new Set(lines.map((entry) => entry.country))) {
    const name = country === 'INT' ? 'every country' : regions.of(country);
    const content = compact({
      country,
      first: FIRST[country],
      members: country === 'EU' ? EU_MEMBERS : undefined,
      lines: setApart(lines.filter((entry) => entry.country === country).map(lineOf)),
    });
    const path = join(folder, 'hotlines', `${country.toLowerCase()}.yaml`);
    save(path, `Help lines for ${name}.`, content, replace);
  }
}

function saveRoutes(entries: readonly Gathered[], folder: string, replace: boolean) {
  const routes = entries.filter((entry) => entry.kind === 'platform').map(routeOf);
  const heading = 'How to report to the services themselves.';
  save(join(folder, 'platform-routes.yaml'), heading, { routes }, replace);
}

/** An amendment whose entry was renamed changes nothing any more. */
function warnOfStrays(entries: readonly Gathered[]) {
  const names = new Set(entries.map((entry) => `${entry.country}|${entry.name}`));
  for (const key of Object.keys(AMENDMENTS)) {
    const [country, name] = key.split('|');
    if (!names.has(`${country}|${name}`)) console.warn(`no entry for the amendment ${key}`);
  }
}

function main(args: readonly string[]) {
  const source = args.find((argument) => !argument.startsWith('--'));
  if (source === undefined)
    throw new Error('say which list to read: npx tsx scripts/import-hotlines.ts <list.json> [--replace]');
  const replace = args.includes('--replace');
  const entries = JSON.parse(readFileSync(source, 'utf8')) as readonly Gathered[];
  const folder = join(import.meta.dirname, '..', 'help');
  mkdirSync(join(folder, 'hotlines'), { recursive: true });
  saveCountries(entries, folder, replace);
  saveRoutes(entries, folder, replace);
  warnOfStrays(entries);
}

main(process.argv.slice(2));
