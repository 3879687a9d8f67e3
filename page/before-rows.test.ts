// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { allBefore, firstBefore } from './before-rows';

const PAGE = `<main><i id="head"></i><div><ol><b><i id="above"></i></b><li><i id="in-row"></i></li>
  <i id="between"></i><li></li></ol><i id="below"></i></div></main>`;

const body = () => new DOMParser().parseFromString(`<body>${PAGE}</body>`, 'text/html').body;

test('finds what stands above the first row, in page order, and nothing in or below it', () => {
  expect(allBefore(body(), 'li', 'i').map(({ id }) => id)).toEqual(['head', 'above']);
  expect(firstBefore(body(), 'li', 'i')?.id).toBe('head');
  expect(firstBefore(body(), 'li', 'b i')?.id).toBe('above');
  expect(firstBefore(body(), 'li', '#between')).toBeNull();
});

test('what holds the rows begins above them', () => {
  expect(firstBefore(body(), 'li', 'ol')?.firstElementChild?.tagName).toBe('B');
});

test('without a row all is above', () => {
  expect(allBefore(body(), 'tr', 'i')).toHaveLength(5);
});
