// Text on our own pages is as large as the person told the browser to write: no size in px, which would not follow. Cards
// are written in px, since they stand in a site that has sizes of its own (tokens.css, card.css).
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';

/** Units of a drawing. */
const NOT_TEXT = /\.weeks text \{[^}]*\}/g;
const IN_PX = /(?:font(?:-size)?|--text[\w-]*):[^;]*\dpx[^;]*;/g;

const sheets = ['components', 'entrypoints/popup'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.css') && !file.endsWith('tokens.css'))
    .map((file) => path.join(folder, file)),
);

it('finds the sheets of the pages', () => {
  expect(sheets).toEqual(expect.arrayContaining(['components/page.css', 'entrypoints/popup/popup.css']));
});

it.each(sheets)('%s has no size of text in px', (sheet) => {
  const css = readFileSync(sheet, 'utf8').replace(NOT_TEXT, '');
  expect(css.match(IN_PX) ?? []).toEqual([]);
});

it.each(['components/page.css', 'entrypoints/popup/popup.css'])(
  '%s has sizes of its own for text',
  (sheet) => {
    const css = readFileSync(sheet, 'utf8');
    for (const size of ['--text', '--text-small']) expect(css).toMatch(new RegExp(`${size}: [\\d.]+rem;`));
  },
);
