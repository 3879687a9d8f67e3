// @vitest-environment happy-dom
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { describe, expect, it, vi } from 'vitest';
import { type Catalogue, createTranslator } from '../utils/i18n';
import { createPageContext } from './page-context';
import { PageFrame, type PageFrameProps } from './page-frame';

const catalogue = JSON.parse(
  readFileSync(join(import.meta.dirname, '../locales/en.json'), 'utf8'),
) as Catalogue;
const t = createTranslator(catalogue, 'en');

function draw(change: Partial<PageFrameProps>): HTMLElement {
  const root = document.createElement('div');
  document.body.replaceChildren(root);
  const context = { t, language: 'en', copy: async () => true } as const;
  act(() =>
    render(
      <PageFrame page="options" context={context} {...change}>
        <p>Content</p>
      </PageFrame>,
      root,
    ),
  );
  return root;
}

describe('the frame of a page', () => {
  it('has one heading, a way to the content, and says which page this is', () => {
    const root = draw({});
    expect([...root.querySelectorAll('h1')].map((h) => h.textContent)).toEqual([t('page.nav.options')]);
    expect(root.querySelector('.skip')?.getAttribute('href')).toBe(`#${root.querySelector('main')?.id}`);
    const current = root.querySelectorAll('[aria-current="page"]');
    expect([...current].map((link) => link.getAttribute('href'))).toEqual(['/options.html']);
  });

  it('says on every page what it cannot see', () => {
    expect(draw({}).querySelector('footer')?.textContent).toBe(t('page.phone-apps'));
  });

  it('says that the family view is on, and nothing where it is off', () => {
    expect(draw({ familyOn: true }).querySelector('.family-on')?.textContent).toBe(t('page.family-on'));
    expect(draw({ familyOn: false }).querySelector('.family-on')).toBeNull();
    const link = (page: 'help' | 'family') =>
      draw({ familyOn: true, page }).querySelector('.family-on a')?.getAttribute('href');
    expect(link('help')).toBe('/family.html');
    expect(link('family')).toBe('#shows-title'); // drawn anew, it would lock what was opened
  });

  it('has a quick way out only where the page gives one', () => {
    const onLeave = vi.fn();
    draw({ onLeave }).querySelector<HTMLButtonElement>('.button-leave')?.click();
    expect(onLeave).toHaveBeenCalledOnce();
    expect(draw({}).querySelector('.button-leave')).toBeNull();
  });

  it('puts the pages below what a frightened person came for', () => {
    const root = draw({ nav: 'below' });
    expect(root.querySelector('header nav')).toBeNull();
    expect(root.querySelector('footer nav [aria-current="page"]')?.textContent).toBe(t('page.nav.options'));
  });

  it('leaves the pages out where there is nowhere to go yet', () => {
    expect(draw({ nav: false, page: 'welcome' }).querySelector('nav')).toBeNull();
  });
});

describe('the words of a page', () => {
  it.each(['en', 'km'] as const)('come with the title and language of the document: %s', async (language) => {
    const context = await createPageContext('options', language);
    expect(document.documentElement.lang).toBe(language);
    expect(document.documentElement.dir).toBe('ltr');
    expect(document.title).toBe(`${context.t('page.nav.options')} · Porchlight`);
  });

  it.each([
    ['en', 'Notes'],
    ['km', 'កំណត់ត្រា'],
  ] as const)("of the note tell the browser's history nothing: %s", async (language, title) => {
    const { t: own } = await createPageContext('note', language);
    expect(document.title).toBe(title);
    expect(own('note.sheet.traces')).toContain(title);
  });
});
