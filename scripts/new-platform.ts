// `npm run new-platform -- "My Site" chat.example.org`: an adapter, a fixture page and what is expected of it. The tests then
// fail and say what is to be filled in, until it is.
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { helpIfAsked } from './arguments';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** Writes the files under `root` and gives their names. Throws, with words for the person, where it can't. */
export function newPlatform(root: string, name: string, host: string): readonly string[] {
  const id = name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  if (id === '') throw new Error('The name needs a letter of a to z: it becomes the name of a file.');
  if (!/^[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(host))
    throw new Error(`"${host}" is no host, such as chat.example.org.`);
  const files: Readonly<Record<string, string>> = {
    [`platforms/${id}.ts`]: adapterOf(id, name, host),
    [`tests/fixtures/${id}/thread.html`]: pageOf(name, host),
    [`tests/fixtures/${id}/thread.expected.json`]: expectedOf(id, host),
  };
  for (const file of Object.keys(files))
    if (existsSync(path.join(root, file))) throw new Error(`${file} exists already.`);
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    writeFileSync(path.join(root, file), text);
  }
  return Object.keys(files);
}

const quoted = (text: string): string => `'${text.replace(/\\/g, '\\\\').replace(/'/g, "\\'")}'`;

function adapterOf(id: string, name: string, host: string): string {
  return `// ${name.replace(/\s+/g, ' ')}. FILL IN: from which source or capture, of which day. platforms/README.md says what each part must do.
import { defineAdapter, type OpenConversation, type RowReading } from '../page/adapter';
import { readText } from '../page/read-text';

const HOST = ${quoted(host)};
/** FILL IN: a message. Prefer roles and data-* attributes; never classes that a tool made. */
const ROW = '[data-message-id]';

/** FILL IN: the chat in the address, '' where none is open. */
const chatIn = (url: URL): string => /^\\/chat\\/([^/]+)/.exec(url.pathname)?.[1] ?? '';

/** FILL IN: null unless page and address say the same chat. */
function open(_document: Document, _url: URL): OpenConversation | null {
  return null;
}

/** FILL IN: null for rows without words; a side that the page does not tell is 'unknown'. */
function read(row: Element, { peer }: OpenConversation): RowReading | null {
  const text = readText(row);
  if (text === '') return null;
  return { id: row.getAttribute('data-message-id') ?? '', author: peer, speaker: 'unknown', text, at: null };
}

export default defineAdapter({
  id: ${quoted(id)},
  service: ${quoted(id)},
  name: ${quoted(name)},
  matches: [\`https://\${HOST}/*\`],
  evidence: { from: 'guess', seenLive: null },
  experimental: true,
  reads: ['threads'],
  covers: (url) => url.hostname === HOST,
  expectsConversation: (url) => chatIn(url) !== '',
  open,
  row: ROW,
  rowAttributes: ['data-message-id'],
  read,
});
`;
}

function pageOf(name: string, host: string): string {
  return `<!doctype html>
<!-- FILL IN: what this page shows. Stands for https://${host}/chat/1 of ${name.replace(/--/g, '-')}.
     A skeleton with invented words, not a copy of any page; or: npm run save-fixture. -->
<html lang="en">
<head><meta charset="utf-8"><title>page</title></head>
<body>
<main><h1>Robin Fielder</h1>
<div role="log"><div data-message-id="1"><span dir="auto">hey, did you finish the maths homework?</span></div>
<div data-message-id="2"><span dir="auto">almost, question 7 is hard</span></div>
<div data-message-id="3"><span dir="auto">which one is question 7?</span></div>
<div data-message-id="4"><span dir="auto">yes, the triangle</span></div>
<div data-message-id="5"><span dir="auto">ok, see you there</span></div>
<div data-message-id="6"><span dir="auto">oh right, thanks!</span></div></div>
<div role="textbox" contenteditable="true"></div></main>
</body>
</html>
`;
}

function expectedOf(id: string, host: string): string {
  const said = [
    ['other', 'hey, did you finish the maths homework?'],
    ['self', 'almost, question 7 is hard'],
    ['other', 'which one is question 7?'],
    ['self', 'yes, the triangle'],
    ['other', 'ok, see you there'],
    ['self', 'oh right, thanks!'],
  ];
  const expected = {
    adapter: id,
    url: `https://${host}/chat/1`,
    now: '2026-11-24T12:00:00',
    conversation: {
      peer: `FILL IN: make \`open\` in platforms/${id}.ts give the chat, then write its peer here`,
      title: 'Robin Fielder',
      ...{ group: false, request: false, weak: false, composer: true },
    },
    messages: said.map(([speaker, text], index) => ({ id: String(index + 1), speaker, text })),
  };
  return `${JSON.stringify(expected, null, 2)}\n`;
}

const HELP = `npm run new-platform -- "<name>" <host>

  name  as people call the site, in quotation marks where it has a space: "My Site"
  host  where its chats stand: chat.example.org`;

function main(): void {
  helpIfAsked(HELP);
  const [name, host, ...more] = process.argv.slice(2);
  if (!name || !host || more.length > 0) throw new Error(HELP);
  const files = newPlatform(ROOT, name, host);
  process.stdout.write(`${files.join('\n')}
Next: fill in the adapter (platforms/README.md), save real pages (npm run save-fixture), say in tests/platforms/quotes.ts how
the site quotes, add its addresses to tests/e2e/manifest.spec.ts, then: npm run unit -- tests/platforms && npm run tables
Mind: the sites that ship are frozen at 1.0, since one more would switch the extension off until the person agrees.\n`);
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  try {
    main();
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
    process.exitCode = 2;
  }
