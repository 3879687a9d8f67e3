// The gallery of components is for whoever works on the look: no package holds it (docs/adr/0012).
import { readdirSync } from 'node:fs';
import { EXTENSION, expect, test } from './browser';

test('only the pages that a person is meant to meet are in the package', () => {
  const pages = readdirSync(EXTENSION).filter((name) => name.endsWith('.html'));
  expect(pages.sort()).toEqual([
    'family.html',
    'fix-site.html',
    'help.html',
    'note.html',
    'options.html',
    'popup.html',
    'welcome.html',
  ]);
});
