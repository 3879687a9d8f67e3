// The build: which browsers, which permission, which policy for our own pages.
import { fileURLToPath } from 'node:url';
import preact from '@preact/preset-vite';
import { defineConfig } from 'wxt';
import { helpData } from './scripts/help-data';
import { rulePacks } from './scripts/rule-packs';

/** WXT's own context announces itself by events that a page can hear and answer; ours says nothing. */
const QUIET_CONTEXT = fileURLToPath(new URL('entrypoints/content/quiet-context.ts', import.meta.url));

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
      id: 'porchlight@porchlight-extension',
      strict_min_version: '140.0',
      data_collection_permissions: { required: ['none' as const] },
    },
    gecko_android: { strict_min_version: '142.0' },
  },
};

export default defineConfig({
  imports: false,
  modules: ['@wxt-dev/webextension-polyfill'],
  manifestVersion: 3,
  zip: { excludeSources: ['**/*.pem', 'shared/**'] },
  manifest: ({ mode, browser }) => ({
    name: '__MSG_name__',
    description: '__MSG_description__',
    default_locale: 'en',
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
  },
  vite: () => ({
    plugins: [preact({ devToolsEnabled: false }), rulePacks(), helpData()],
    resolve: { alias: { 'wxt/utils/content-script-context': QUIET_CONTEXT } },
    // Without Vite's preloader: it holds a `fetch`, and our files lie beside the page anyway.
    build: { assetsInlineLimit: 0, modulePreload: false },
  }),
});
