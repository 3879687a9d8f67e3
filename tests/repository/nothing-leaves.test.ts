// What must always hold, as far as reading the source can show it: no request, no markup from strings, no code from text.
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { expect, test } from 'vitest';

const ROOT = resolve(__dirname, '../..');
const SHIPPED = [
  'entrypoints',
  'components',
  'platforms',
  'page',
  'engine',
  'help',
  'utils',
  'rules',
  'public',
];

const FORBIDDEN: readonly (readonly [string, RegExp])[] = [
  [
    'a request',
    /\b(fetch|XMLHttpRequest|WebSocket|EventSource|WebTransport|RTCPeerConnection|sendBeacon|importScripts)\s*\(/,
  ],
  // Nor read as strings: what stands in a page is asked of its elements.
  [
    'markup from strings',
    /\b(innerHTML|outerHTML|insertAdjacentHTML|setHTML\w*|createContextualFragment|DOMParser)\b|document\.write|dangerouslySetInnerHTML/,
  ],
  ['code from text', /\beval\s*\(|new Function\s*\(/],
  [
    'an address of a server in code',
    /['"`](https?|wss?):\/\/(?!\*|www\.w3\.org)[^'"`\s]*\.[a-z]+[^'"`]*['"`]\s*(,\s*\{|\))/,
  ],
  ['storage outside the background', /\blocalStorage\b|\bsessionStorage\b|\bindexedDB\b|document\.cookie/],
];

const sources = SHIPPED.flatMap((folder) =>
  readdirSync(join(ROOT, folder), { withFileTypes: true, recursive: true })
    .filter(
      (entry) => entry.isFile() && /\.(tsx?|css|html)$/.test(entry.name) && !/\.test\.tsx?$/.test(entry.name),
    )
    .map((entry) => join(entry.parentPath, entry.name)),
);

test('the sources were found', () => expect(sources.length).toBeGreaterThan(40));

test.each(FORBIDDEN)('no shipped source makes %s', (_, pattern) => {
  const found = sources.flatMap((file) =>
    readFileSync(file, 'utf8')
      .split('\n')
      .flatMap((line, i) =>
        pattern.test(line) && !/^\s*(\/\/|\*)/.test(line)
          ? [`${relative(ROOT, file)}:${i + 1} ${line.trim()}`]
          : [],
      ),
  );
  expect(found).toEqual([]);
});

const pages = sources.filter((file) => file.endsWith('index.html') && !file.includes('gallery'));

test('the pages were found', () => expect(pages.length).toBeGreaterThan(5));

test('no page of ours lets the browser send what is typed to a spelling or writing help', () => {
  const off = '<html lang="en" spellcheck="false" writingsuggestions="false">';
  expect(pages.filter((file) => !readFileSync(file, 'utf8').includes(off))).toEqual([]);
});

test('no page of ours has the names of its links looked up ahead', () => {
  const off = '<meta http-equiv="x-dns-prefetch-control" content="off" />';
  expect(pages.filter((file) => !readFileSync(file, 'utf8').includes(off))).toEqual([]);
});

test('a page of ours reads of storage the settings alone, and writes nothing', () => {
  const reader = readFileSync(join(ROOT, 'utils/storage-language.ts'), 'utf8');
  expect(reader.match(/\bstorage\.[^;]*/g)).toEqual(["storage.local.get('settings')"]);
});

test('only the background touches storage, beside that', () => {
  const found = sources.filter((file) => {
    const path = relative(ROOT, file);
    const isBackground = path.startsWith('entrypoints/background') || path.startsWith('utils/storage');
    return (
      !isBackground &&
      /browser\.storage|storage\.(local|sync|session|managed)\b/.test(readFileSync(file, 'utf8'))
    );
  });
  expect(found.map((file) => relative(ROOT, file))).toEqual([]);
});
