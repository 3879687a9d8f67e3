// @vitest-environment happy-dom
// A name in another language than the reader's says so wherever a line is drawn: a voice that reads English is silent at
// Khmer letters, or spells them.
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { expect, it } from 'vitest';
import { linesFor } from '../help/choose';
import type { Language } from '../utils/settings';
import { CardLine } from './card-line';
import { contextIn } from './help/testing';
import { helpContact } from './help-contact';
import { PageLine } from './lines/page-line';
import { shippedHelp } from './lines/testing';

/** Lines of `country` as a page and as a card draw them. */
function draw(country: string, language: Language): HTMLElement {
  const context = contextIn(language);
  const { t } = context;
  const root = document.createElement('div');
  document.body.replaceChildren(root);
  const lines = linesFor(shippedHelp(), country);
  act(() =>
    render(
      <>
        <ul>
          {lines.map((line) => (
            <PageLine key={line.id} line={line} heading="h3" context={context} />
          ))}
        </ul>
        {lines.map((line) => (
          <CardLine
            key={line.id}
            contact={helpContact(line, null, t, language)}
            t={t}
            onCopy={async () => true}
            withForm
          />
        ))}
      </>,
      root,
    ),
  );
  return root;
}

/** Of each text with such letters, the language it stands in; a part of a label has none of its own. */
function languagesOf(root: HTMLElement, letters: RegExp): readonly (string | undefined)[] {
  const elements = [...root.querySelectorAll('*')];
  const labels = elements.map((element) => element.getAttribute('aria-label') ?? '');
  if (labels.some((label) => letters.test(label))) return ['in a label'];
  const nodes = elements.flatMap((element) => [...element.childNodes]);
  return nodes
    .filter((node) => node.nodeType === Node.TEXT_NODE && letters.test(node.textContent ?? ''))
    .map((node) => node.parentElement?.closest('[lang]')?.getAttribute('lang') ?? undefined);
}

it.each([
  ['KH', 'en', /\p{Script=Khmer}/u, 'km'],
  ['TH', 'en', /\p{Script=Thai}/u, 'th'],
  ['TH', 'km', /\p{Script=Thai}/u, 'th'],
  ['GB', 'km', /Childline/, 'en'],
] as const)('lines of %s for a reader of %s', (country, language, letters, expected) => {
  const found = languagesOf(draw(country, language), letters);
  expect(found.length).toBeGreaterThan(1);
  expect(new Set(found)).toEqual(new Set([expected]));
});
