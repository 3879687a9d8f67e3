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

export default defineConfig({
  imports: false,
  modules: ['@wxt-dev/webextension-polyfill'],
  manifestVersion: 3,
  zip: { excludeSources: ['**/*.pem', 'shared/**'] },
  manifest: ({ mode }) => ({
    name: '__MSG_name__',
    description: '__MSG_description__',
    default_locale: 'en',
    permissions: ['storage'],
    minimum_chrome_version: '120',
    ...(mode === 'production' ? { content_security_policy: { extension_pages: PAGE_CSP } } : {}),
  }),
  hooks: {
    // The gallery of components is for whoever works on the look, and is in no package (docs/adr/0009).
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
