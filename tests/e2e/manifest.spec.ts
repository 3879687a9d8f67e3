// The build that ships: what it asks for, what it may do, and what it weighs in a page.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { EXTENSION, expect, test } from './browser';

const manifest = JSON.parse(readFileSync(path.join(EXTENSION, 'manifest.json'), 'utf8'));
const CONTENT = path.join(EXTENSION, 'content-scripts/content.js');

/** Every site that Porchlight reads. A later one is an optional permission: this list is frozen at 1.0 (docs/permissions.md). */
const SITES = [
  'https://canary.discord.com/*',
  'https://chat.google.com/*',
  'https://chat.reddit.com/*',
  'https://discord.com/*',
  'https://mail.google.com/chat/*',
  'https://mobile.x.com/*',
  'https://ptb.discord.com/*',
  'https://teams.cloud.microsoft/*',
  'https://teams.live.com/*',
  'https://teams.microsoft.com/*',
  'https://twitter.com/*',
  'https://web.facebook.com/*',
  'https://web.snapchat.com/*',
  'https://web.telegram.org/*',
  'https://web.whatsapp.com/*',
  'https://www.facebook.com/*',
  'https://www.instagram.com/*',
  'https://www.reddit.com/*',
  'https://www.roblox.com/*',
  'https://www.snapchat.com/web/*',
  'https://www.tiktok.com/*',
  'https://x.com/*',
];

/** Pages that their sites show in frames: there, and nowhere else, frames are read. */
const FRAMES = [
  'https://chat.google.com/*',
  'https://mail.google.com/chat/*',
  'https://teams.cloud.microsoft/*',
  'https://teams.live.com/*',
  'https://teams.microsoft.com/*',
  'https://www.tiktok.com/messages*',
];

/**
 * The code that every page of a site carries, in bytes of gzip; for the packs see tests/rules/packs.test.ts. Whoever raises it
 * says in the commit what for (docs/adding-a-platform.md).
 */
const HEAVIEST_CODE = 88 * 1024;

test('asks for storage and nothing else', () => {
  expect(manifest.permissions).toEqual(['storage']);
  expect(manifest.host_permissions ?? []).toEqual([]);
  expect(manifest.optional_permissions ?? []).toEqual([]);
});

test('shows its lamp where the browser lists it: a letter in its place looks like something unknown', () => {
  const icons: Readonly<Record<string, string>> = manifest.icons;
  const sizes = Object.entries(icons).map(([size, file]) => {
    const picture = readFileSync(path.join(EXTENSION, file));
    return [size, String(picture.readUInt32BE(16))]; // the width that a PNG states
  });
  expect(sizes.map(([size]) => size)).toEqual(['16', '32', '48', '128']);
  expect(sizes.filter(([size, width]) => size !== width)).toEqual([]);
});

test('runs on the supported sites alone, in the top frame and in the frames of their chats', () => {
  const entries: readonly { readonly js: readonly string[]; readonly run_at: string }[] =
    manifest.content_scripts;
  const [tabs, frames, ...others] = manifest.content_scripts.filter((one: { js: string[] }) =>
    one.js.includes('content-scripts/content.js'),
  );
  expect(others).toEqual([]);
  // One script listens for keys before the page does, in the same places.
  const first = entries.filter(({ js }) => js.includes('keys.js'));
  expect(first).toEqual(
    [tabs, frames].map((entry) => ({ ...entry, js: ['keys.js'], run_at: 'document_start' })),
  );
  expect(entries.length).toBe(4);
  expect(tabs.matches.toSorted()).toEqual(SITES);
  expect(tabs.exclude_matches.toSorted()).toEqual(FRAMES);
  expect(frames.matches.toSorted()).toEqual(FRAMES);
  expect([tabs.all_frames ?? false, frames.all_frames]).toEqual([false, true]);
  expect(frames.js).toEqual(tabs.js);
  expect([tabs.world ?? 'ISOLATED', frames.world ?? 'ISOLATED']).toEqual(['ISOLATED', 'ISOLATED']);
});

test('no page can reach into it', () => {
  expect(manifest.web_accessible_resources ?? []).toEqual([]);
  expect(manifest.externally_connectable).toBeUndefined();
});

test('its own pages and its worker may connect to nothing', () => {
  const policy: string = manifest.content_security_policy.extension_pages;
  const rules = Object.fromEntries(policy.split(';').map((rule) => rule.trim().split(/ (.*)/).slice(0, 2)));
  expect(rules).toEqual({
    'default-src': "'none'",
    'script-src': "'self'",
    'style-src': "'self'",
    'img-src': "'self'",
    'connect-src': "'none'",
    'form-action': "'none'",
    'base-uri': "'none'",
    'frame-ancestors': "'none'",
  });
});

test('no script in it can ask the network or run words as code', () => {
  const forbidden =
    /\b(fetch|XMLHttpRequest|WebSocket|EventSource|sendBeacon|importScripts|eval)\s*\(|new Function\b/g;
  const found = scripts().flatMap((file) => {
    const hits = readFileSync(file, 'utf8').match(forbidden) ?? [];
    return hits.map((hit) => `${path.relative(EXTENSION, file)}: ${hit}`);
  });
  expect(found).toEqual([]);
});

test('zod, which is for the background alone, is not in the page', () => {
  const marks = ['ZodError', 'invalid_type', '_zod'];
  const content = readFileSync(CONTENT, 'utf8');
  expect(marks.filter((mark) => content.includes(mark))).toEqual([]);
  // The marks are those of the zod that is built in elsewhere.
  const background = readFileSync(path.join(EXTENSION, 'background.js'), 'utf8');
  expect(marks.filter((mark) => background.includes(mark))).toEqual(marks);
});

test('no example of a rule and no test page is shipped', () => {
  const all = scripts()
    .map((file) => readFileSync(file, 'utf8'))
    .join('\n');
  expect(['falsePositives', 'Robin Fielder'].filter((word) => all.includes(word))).toEqual([]);
});

test('its code is light in the page', () => {
  const code = filesInPage().reduce((sum, file) => sum + gzipSync(readFileSync(file)).length, 0);
  expect(code).toBeLessThan(HEAVIEST_CODE);
});

/** All that the manifest puts into a page: a second script or a style sheet would count as well. */
function filesInPage(): string[] {
  type Entry = { readonly js?: readonly string[]; readonly css?: readonly string[] };
  const entries: readonly Entry[] = manifest.content_scripts;
  const names = entries.flatMap(({ js = [], css = [] }) => [...js, ...css]);
  // Frames of some sites have an entry of their own with the same script; no page gets both.
  return [...new Set(names)].map((name) => path.join(EXTENSION, name));
}

function scripts(): string[] {
  return readdirSync(EXTENSION, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.js'))
    .map((file) => path.join(EXTENSION, file));
}
