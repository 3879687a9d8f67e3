// The build: which browsers, which permission, which policy for our own pages.
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import preact from '@preact/preset-vite';
import { defineConfig } from 'wxt';
import { helpData } from './scripts/help-data';
import { minifyAgain } from './scripts/packages/minify-again';
import { noInnerHtml } from './scripts/packages/no-inner-html';
import { FIREFOX_ID } from './scripts/packages/school-folder';
import { licencesOf, noteShipped, type ShippedPackage } from './scripts/packages/shipped';
import { rulePacks } from './scripts/rule-packs';

/** WXT's own context announces itself by events that a page can hear and answer; ours says nothing. */
const QUIET_CONTEXT = fileURLToPath(new URL('entrypoints/content/quiet-context.ts', import.meta.url));

/** What a browser puts into each page that it reads. */
const IN_EVERY_PAGE = ['content-scripts/content.js', 'keys.js'];

/** What extension pages and the worker may do in a production build (docs/permissions.md). */
const PAGE_CSP = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'none'",
  "form-action 'none'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Chrome and Edge take a school's settings by a schema; storage in memory and `action.openPopup` need 120 at most. */
const CHROMIUM = { minimum_chrome_version: '120', storage: { managed_schema: 'managed-schema.json' } };

/**
 * Firefox: an id of our own, since policies name it. The declaration that nothing is collected exists from 140 on, on
 * Android from 142 (docs/firefox.md).
 */
const FIREFOX = {
  browser_specific_settings: {
    gecko: {
      id: FIREFOX_ID,
      strict_min_version: '140.0',
      data_collection_permissions: { required: ['none' as const] },
    },
    gecko_android: { strict_min_version: '142.0' },
  },
};

/** The packages of which something is in this build. */
const shipped = new Map<string, ShippedPackage>();

export default defineConfig({
  imports: false,
  modules: ['@wxt-dev/webextension-polyfill'],
  manifestVersion: 3,
  // What .gitignore leaves out, and keys by whatever name: scripts/zip.ts looks into the files as well.
  zip: {
    excludeSources: [
      '**/*.{pem,key,p12,pfx,jks,keystore,log}',
      ...['shared/**', 'test-results/**', 'playwright-report/**'],
    ],
  },
  manifest: ({ mode, browser }) => ({
    name: '__MSG_name__',
    description: '__MSG_description__',
    default_locale: 'en',
    icons: Object.fromEntries([16, 32, 48, 128].map((size) => [size, `icon/on-${size}.png`])),
    permissions: ['storage'],
    ...(browser === 'firefox' ? FIREFOX : CHROMIUM),
    ...(mode === 'production' ? { content_security_policy: { extension_pages: PAGE_CSP } } : {}),
  }),
  hooks: {
    // The gallery of components is for whoever works on the look, and is in no package (docs/adr/0012).
    'entrypoints:found': (wxt, found) => {
      if (wxt.config.mode !== 'production') return;
      const gallery = found.findIndex(({ name }) => name === 'gallery');
      if (gallery !== -1) found.splice(gallery, 1);
    },
    'build:done': ({ config: { mode, browser, outDir, outBaseDir } }) => {
      if (mode !== 'production') return;
      const notice = readFileSync(new URL('NOTICE', import.meta.url), 'utf8');
      writeFileSync(path.join(outDir, 'third-party-licences.txt'), licencesOf(shipped.values(), notice));
      writeFileSync(
        path.join(outBaseDir, `${browser}-packages.json`),
        JSON.stringify([...shipped.keys()].sort()),
      );
    },
  },
  vite: () => ({
    plugins: [
      preact({ devToolsEnabled: false }),
      rulePacks(),
      helpData(),
      noInnerHtml(),
      minifyAgain((file) => IN_EVERY_PAGE.includes(file)),
      noteShipped(shipped),
    ],
    resolve: { alias: { 'wxt/utils/content-script-context': QUIET_CONTEXT } },
    // Without Vite's preloader: it holds a `fetch`, and our files lie beside the page anyway.
    build: { assetsInlineLimit: 0, modulePreload: false },
  }),
});
