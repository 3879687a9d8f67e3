// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { allBeside, findBeside } from './beside';

const PAGE = `<main><i id="head"></i><div id="middle"><b><i id="above"></i></b><ol><li><i id="row"></i></li></ol>
  <i id="below"></i></div><p><i id="foot"></i></p></main>`;

function page(): { readonly body: Element; readonly list: Element } {
  const { body } = new DOMParser().parseFromString(`<body>${PAGE}</body>`, 'text/html');
  return { body, list: body.querySelector('ol') as Element };
}

test('finds all that stands beside a list, in page order, and nothing in it', () => {
  const { body, list } = page();
  expect(allBeside(body, list, 'i').map(({ id }) => id)).toEqual(['head', 'above', 'below', 'foot']);
  expect(findBeside(body, list, 'i')?.id).toBe('head');
  expect(findBeside(body, list, 'b i')?.id).toBe('above');
  expect(findBeside(body, list, '#row')).toBeNull();
});

test('what holds the list is beside it', () => {
  const { body, list } = page();
  expect(findBeside(body, list, 'div')?.id).toBe('middle');
});

test('the list itself is not, unless it is what is looked through', () => {
  const { body, list } = page();
  expect(findBeside(body, list, 'ol')).toBeNull();
  expect(findBeside(list, list, 'i')?.id).toBe('row');
});

test('without a list the whole is looked through', () => {
  const { body } = page();
  expect(allBeside(body, null, 'i')).toEqual([...body.querySelectorAll('i')]);
});
