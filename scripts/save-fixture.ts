// `npm run save-fixture -- page.html --site discord [--name thread]`: turns a saved page, or a copy from the page "help fix
// a site", into a fixture. Nothing that the page says is written anywhere: every word, name, number, address and picture that it
// shows is replaced first (page/structure.ts). What the adapter reads of it now stands beside it, to be looked through.
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { Adapter } from '../page/adapter';
import { helpIfAsked } from './arguments';
import { copyOf, openPage } from './fixture-page';
import { loadAdapters } from './tables-parts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const FILL_IN = 'FILL IN';
/** Chrome's single file, .mhtml, and Safari's .webarchive: their pages are written in a way that nothing here reads. */
const ARCHIVE = /^(From: |MIME-Version: |bplist)/;

type Saved = { readonly files: readonly string[]; readonly messages: number; readonly cut: boolean };

/** Writes the two files of a fixture under `root`. Throws, with words for the person, where it can't. */
export function saveFixture(
  root: string,
  adapter: Adapter,
  html: string,
  name: string,
  now = new Date(),
): Saved {
  if (!/^[a-z0-9-]+$/.test(name)) throw new Error('A name has small letters, digits and hyphens.');
  const folder = path.join(root, 'tests/fixtures', adapter.id);
  const files = [path.join(folder, `${name}.html`), path.join(folder, `${name}.expected.json`)] as const;
  const taken = files.find((file) => existsSync(file));
  if (taken) throw new Error(`${path.relative(root, taken)} exists: choose another name with --name.`);
  if (ARCHIVE.test(html) || !/<[a-z]/i.test(html))
    throw new Error('The file holds no page as HTML. Save it as "Webpage, Complete", not as a single file.');
  const copy = copyOf(html);
  const origin = adapter.matches[0]?.replace(/\*.*$/, '').replace(/\/$/, '') ?? '';
  const url = new URL(origin + copy.path);
  const { conversation, messages } = readNow(adapter, copy.html, url);
  const day = new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
  const expected = { adapter: adapter.id, url: url.href, now: `${day}T12:00:00`, conversation, messages };
  const head = `<!-- ${FILL_IN}: which state of the site this is, and when it was saved.\n     Words, names, numbers and addresses were replaced. -->`;
  mkdirSync(folder, { recursive: true });
  writeFileSync(files[0], copy.html.replace(/<!-- address: .* -->/, head));
  writeFileSync(files[1], `${JSON.stringify(expected, null, 2)}\n`);
  return { files: files.map((file) => path.relative(root, file)), messages: messages.length, cut: copy.cut };
}

/** What the adapter makes of the copy: the start of an expectation, and none where it reads nothing. */
function readNow(adapter: Adapter, html: string, url: URL) {
  const page = openPage(html, url.href);
  try {
    const open = adapter.open(page.document, url);
    if (!open)
      return { conversation: { peer: `${FILL_IN}: the adapter opens no chat on this page` }, messages: [] };
    const { list, peer, title, group, request, weak, composer } = open;
    const messages = [...list.querySelectorAll(adapter.row)].flatMap((row) => {
      const reading = adapter.read(row, open);
      return reading ? [{ speaker: reading.speaker, text: reading.text }] : [];
    });
    return { conversation: { peer, title, group, request, weak, composer: composer !== null }, messages };
  } catch (error) {
    return { conversation: { peer: `${FILL_IN}: the adapter throws here: ${error}` }, messages: [] };
  } finally {
    page.close();
  }
}

const helpOf = (ids: string) => `npm run save-fixture -- <page.html> --site <site> [--name <name>]

  page.html  a page that a browser saved, or a copy from "Help fix this site"
  --site     one of ${ids}
  --name     what the fixture is called: small letters, digits and hyphens; saved-page without it`;

async function main(): Promise<void> {
  const adapters = await loadAdapters(ROOT);
  const ids = adapters.map(({ id }) => id).join(', ');
  helpIfAsked(helpOf(ids));
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { site: { type: 'string' }, name: { type: 'string', default: 'saved-page' } },
  });
  const [file, ...more] = positionals;
  if (!file || !values.site || more.length > 0) throw new Error(helpOf(ids));
  const adapter = adapters.find(({ id }) => id === values.site);
  if (!adapter) throw new Error(`No site "${values.site}". There are: ${ids}.`);
  if (!statSync(file, { throwIfNoEntry: false })?.isFile()) throw new Error(`There is no file ${file}`);
  const saved = saveFixture(ROOT, adapter, readFileSync(file, 'utf8'), values.name);
  process.stdout.write(
    `${saved.files.join('\n')}\n${saved.messages} messages are read of it now.${saved.cut ? ' Parts that look alike were left out.' : ''}
Next: look through both files. A person's name that the page says nowhere can stand in a class: replace it. Give rows that must differ different words (all say "xxx"), correct what was misread,
delete what is not needed, then: npm run unit -- tests/platforms\n`,
  );
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  await main().catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
    process.exitCode = 2;
  });
