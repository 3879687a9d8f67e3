// The packages that `npm run zip` made, as a store or a school gets them.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { sampleTemplates } from '../../scripts/admin/docs';
import { commandOf, ROOT } from '../../scripts/install.mjs';
import { newKey } from '../../scripts/packages/crx';
import type { Bom } from '../../scripts/packages/sbom';
import { FIREFOX_ID, makeSchoolFolder } from '../../scripts/packages/school-folder';
import { findSecrets } from '../../scripts/packages/secrets';
import { type Files, readZip, textOf, writeZip } from '../../scripts/packages/zips';

const OUT = path.join(ROOT, '.output');
const ADDRESS = 'https://files.school.example/porchlight/';
/** Licences under which parts of others may be shipped. */
const LICENCES = ['MIT', 'MPL-2.0', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', 'ISC', '0BSD'];
const { version } = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8')) as { version: string };

const fileOf = (kind: string) => path.join(OUT, `porchlight-${version}-${kind}.zip`);
const filesOf = (kind: string): Files => readZip(readFileSync(fileOf(kind)));
const manifestOf = (files: Files) => JSON.parse(textOf(files, 'manifest.json'));
const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');

for (const kind of ['chrome', 'edge', 'firefox', 'sources']) {
  test(`${kind}: has the form that is the same everywhere, holds no key, and is the file that SHA256SUMS names`, () => {
    const bytes = readFileSync(fileOf(kind));
    const files = filesOf(kind);
    expect(writeZip(files).equals(bytes)).toBe(true);
    expect(findSecrets(files)).toEqual([]);
    const sums = readFileSync(path.join(OUT, 'SHA256SUMS'), 'utf8');
    expect(sums).toContain(`${sha256(bytes)}  ${path.basename(fileOf(kind))}\n`);
  });
}

for (const kind of ['chrome', 'firefox']) {
  test(`${kind}: asks for storage alone, runs no words as code, and brings the licences of what is in it`, () => {
    const files = filesOf(kind);
    const { manifest_version, permissions, version: ours, ...manifest } = manifestOf(files);
    expect({ manifest_version, permissions, ours }).toEqual({
      ...{ manifest_version: 3, permissions: ['storage'], ours: version },
    });
    expect(manifest.content_security_policy.extension_pages).toContain("connect-src 'none'");
    const scripts = Object.keys(files).filter((name) => name.endsWith('.js'));
    expect(scripts).toContain('background.js');
    const code = /\.innerHTML\s*=[^=]|\beval\s*\(|new Function\b|\b(fetch|XMLHttpRequest|WebSocket)\s*\(/;
    expect(scripts.filter((name) => code.test(textOf(files, name)))).toEqual([]);
    const odd = Object.keys(files).filter((name) => !/\.(js|css|html|json|png|svg|txt)$/.test(name));
    expect(odd).toEqual([]);
    const licences = textOf(files, 'third-party-licences.txt');
    const packages = JSON.parse(readFileSync(path.join(OUT, `${kind}-packages.json`), 'utf8')) as string[];
    expect(packages.length).toBeGreaterThan(3);
    const unnamed = packages.filter((one) => !licences.includes(one.replace(/@(?=[^@]+$)/, ' ')));
    expect(unnamed).toEqual([]);
    expect(licences).toContain(readFileSync(path.join(OUT, '../NOTICE'), 'utf8'));
  });
}

test('Edge’s package is Chrome’s, byte for byte', () => {
  expect(readFileSync(fileOf('edge')).equals(readFileSync(fileOf('chrome')))).toBe(true);
});

test('each browser gets its own part of the manifest and not the other’s', () => {
  const [chrome, firefox] = ['chrome', 'firefox'].map((kind) => manifestOf(filesOf(kind)));
  expect(chrome.storage).toEqual({ managed_schema: 'managed-schema.json' });
  expect(chrome.browser_specific_settings).toBeUndefined();
  expect(chrome.background).toEqual({ service_worker: 'background.js' });
  expect(firefox.background).toEqual({ scripts: ['background.js'] });
  expect(firefox.minimum_chrome_version).toBeUndefined();
  expect(firefox.browser_specific_settings).toEqual({
    gecko: {
      id: FIREFOX_ID,
      strict_min_version: '140.0',
      data_collection_permissions: { required: ['none'] },
    },
    gecko_android: { strict_min_version: '142.0' },
  });
  expect(firefox.content_scripts).toEqual(chrome.content_scripts);
});

test('the sources hold what a reviewer needs to build it, and nothing that was built', () => {
  const names = Object.keys(filesOf('sources'));
  for (const needed of ['package.json', 'package-lock.json', 'wxt.config.ts', 'README.md', 'LICENSE'])
    expect(names).toContain(needed);
  expect(names.filter((name) => /^(node_modules|\.output|\.git|test-results|shared)\//.test(name))).toEqual(
    [],
  );
});

/** Errors, warnings and notices of Mozilla's linter, which addons.mozilla.org runs on what is handed in. */
function lint(file: string): string[] {
  const args = [commandOf('addons-linter'), '--output', 'json', file];
  const { stdout } = spawnSync(process.execPath, args, { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
  const { errors, warnings, notices } = JSON.parse(stdout);
  return [...errors, ...warnings, ...notices].map(({ code, file: place }) => `${code} ${place}`);
}

test('Mozilla’s linter has nothing to say of the package, and has something to say of one that writes HTML', () => {
  expect(lint(fileOf('firefox'))).toEqual([]);
  const folder = mkdtempSync(path.join(os.tmpdir(), 'porchlight-lint-'));
  const manifest = { manifest_version: 3, name: 'Planted', version: '1', background: { scripts: ['a.js'] } };
  const settings = manifestOf(filesOf('firefox')).browser_specific_settings;
  const bytes = (text: string) => new Uint8Array(Buffer.from(text));
  const zip = writeZip({
    'manifest.json': bytes(JSON.stringify({ ...manifest, browser_specific_settings: settings })),
    'a.js': bytes('document.body.innerHTML = location.hash;'),
  });
  writeFileSync(path.join(folder, 'planted.zip'), zip);
  expect(lint(path.join(folder, 'planted.zip'))).toEqual(['UNSAFE_VAR_ASSIGNMENT a.js']);
  rmSync(folder, { recursive: true });
});

test('the bill of materials names what is shipped, with licences that allow it', () => {
  type Part = Bom['components'][number] & { licenses: { license: { id: string } }[]; hashes: object[] };
  const bom = JSON.parse(readFileSync(path.join(OUT, `porchlight-${version}.cdx.json`), 'utf8'));
  expect(bom).toMatchObject({
    bomFormat: 'CycloneDX',
    metadata: { component: { name: 'porchlight', version } },
  });
  const parts: Part[] = bom.components;
  const packages = readdirSync(OUT)
    .filter((name) => name.endsWith('-packages.json'))
    .flatMap((name) => JSON.parse(readFileSync(path.join(OUT, name), 'utf8')) as string[]);
  expect(parts.map((one) => `${one.name}@${one.version}`).toSorted()).toEqual(
    [...new Set(packages)].toSorted(),
  );
  expect(parts.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['preact', 'zod', '@noble/hashes', 'wxt']),
  );
  const odd = parts.filter(({ licenses }) => !licenses.some(({ license }) => LICENCES.includes(license.id)));
  expect(odd.map(({ name }) => name)).toEqual([]);
  expect(parts.filter(({ hashes }) => hashes.length === 0)).toEqual([]);
});

test.describe('a school’s own server', () => {
  let folder: string;
  test.beforeEach(() => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'porchlight-school-'));
  });
  test.afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const read = (name: string) => readFileSync(path.join(folder, name));
  const templates = sampleTemplates(ROOT);

  test('gets lists of updates that name the packages beside them', () => {
    const { id } = makeSchoolFolder({ root: ROOT, folder, key: newKey(), address: ADDRESS, templates });
    const xml = read('updates.xml').toString();
    expect(xml).toContain(`appid="${id}"`);
    expect(xml).toContain(`codebase="${ADDRESS}porchlight-${version}.crx" version="${version}"`);
    expect(read(`porchlight-${version}.crx`).subarray(0, 4).toString()).toBe('Cr24');
    const xpi = `porchlight-${version}-unsigned.xpi`;
    expect(JSON.parse(read('updates.json').toString())).toEqual({
      addons: {
        [FIREFOX_ID]: {
          updates: [{ version, update_link: `${ADDRESS}${xpi}`, update_hash: `sha256:${sha256(read(xpi))}` }],
        },
      },
    });
    const { gecko } = manifestOf(readZip(read(xpi))).browser_specific_settings;
    expect(gecko.update_url).toBe(`${ADDRESS}updates.json`);
    // The store's own package would be refused with such an address.
    expect(manifestOf(filesOf('firefox')).browser_specific_settings.gecko.update_url).toBeUndefined();
  });

  test('lists the package that came back signed, and no other', () => {
    const signed = writeZip({ ...filesOf('firefox'), 'META-INF/mozilla.rsa': new Uint8Array([1]) });
    const options = { root: ROOT, folder, key: newKey(), address: ADDRESS, templates };
    makeSchoolFolder({ ...options, signed });
    const xpi = `porchlight-${version}.xpi`;
    expect(read(xpi).equals(signed)).toBe(true);
    expect(read('updates.json').toString()).toContain(`${ADDRESS}${xpi}`);
    expect(read('templates/firefox/policies.json').toString()).toContain(`"install_url": "${ADDRESS}${xpi}"`);
    expect(() => makeSchoolFolder({ ...options, signed: readFileSync(fileOf('firefox')) })).toThrow(
      'not signed',
    );
  });
});
