// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { allInside, firstInside } from './inside';

const PAGE = `<ol class="list"><li class="row"><p class="bubble"><i class="words" id="one"></i><i class="words" id="two"></i></p>
  <i class="words" id="loose"></i></li><li class="row"><p class="bubble"><i class="words" id="other"></i></p></li></ol>`;

const row = () =>
  new DOMParser().parseFromString(`<body>${PAGE}</body>`, 'text/html').querySelector('.row') as Element;

test('finds what a selector fits inside a row, in page order, and nothing of another row', () => {
  expect(allInside(row(), '.bubble > .words').map(({ id }) => id)).toEqual(['one', 'two']);
  expect(firstInside(row(), '.bubble > .words')?.id).toBe('one');
  expect(firstInside(row(), '.row > .words')?.id).toBe('loose');
  expect(firstInside(row(), '.bubble > .nothing')).toBeNull();
  expect(allInside(row(), '.bubble > .nothing')).toEqual([]);
});
