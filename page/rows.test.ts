// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { countAbove, lastRows, lowestRead, rowsOf } from './rows';

/** `<i>` are rows. */
function listOf(html: string): Element {
  return new DOMParser()
    .parseFromString(`<body><ol>${html}</ol></body>`, 'text/html')
    .querySelector('ol') as Element;
}

const plain = (count: number) =>
  listOf(Array.from({ length: count }, (_, index) => `<i id="${index}"></i>`).join(''));

describe('the lowest rows', () => {
  const NESTED =
    '<p><i id="a"></i><b></b></p><i id="b"></i><u></u><div><i id="C"><i id="d"></i></i></div><u></u>';

  test.each([1, 2, 3, 4, 9])('%i of them, as the page has them, from the bottom up', (count) => {
    const list = listOf(NESTED);
    expect(lastRows(list, 'i', count)).toEqual([...list.querySelectorAll('i')].reverse().slice(0, count));
  });

  test('in a form whose fields have the names of functions', () => {
    const list = listOf('<form><i id="a"></i><i id="b"></i></form>');
    const form = list.firstElementChild as Element;
    for (const name of ['matches', 'querySelector', 'lastElementChild'])
      Object.defineProperty(form, name, { value: form.firstElementChild });
    expect(lastRows(list, 'i', 1)).toEqual([list.querySelector('#b')]);
  });

  test('none in a list without', () => {
    expect(lastRows(listOf('<p><b></b></p>'), 'i', 3)).toEqual([]);
  });
});

describe('rows that changed', () => {
  const ORDERS: [string, (rows: Element[]) => Element[]][] = [
    ['from top to bottom', (rows) => rows],
    ['from the bottom up', (rows) => rows.reverse()],
    ['in no order', (rows) => rows.toSorted((a, b) => ((Number(a.id) * 7) % 10) - ((Number(b.id) * 7) % 10))],
  ];
  test.each(ORDERS)('come in the order of the page, noted %s', (_title, order) => {
    for (const count of [3, 10, 60]) {
      const list = plain(count);
      const noted = order([...list.children]).map((node) => ({ node, deep: true }));
      expect(rowsOf(noted, list, 'i')).toEqual([...list.children]);
    }
  });
});

describe('rows in a row', () => {
  const list = listOf('<i id="a"></i><p><i id="outer"><b><i id="inner"></i></b></i></p>');
  const idsOf = (selector: string, deep: boolean) =>
    rowsOf([{ node: list.querySelector(selector) as Element, deep }], list, 'i').map(({ id }) => id);

  test.each(['p', '#outer', 'b'])('are found where %s was added, behind the one around them', (selector) => {
    expect(idsOf(selector, true)).toEqual(['outer', 'inner']);
  });

  test('are left alone where something else changed in the one around them', () => {
    expect(idsOf('b', false)).toEqual(['outer']);
  });
});

describe('how many rows stand above another', () => {
  const list = plain(9);
  const rows = [...list.children];
  const all = rows.map((_, index) => index);

  test.each(all)('above row %i', (index) => {
    expect(countAbove(rows, rows[index] as Element)).toBe(index);
    const others = rows.filter((_, other) => other !== index);
    expect(countAbove(others, rows[index] as Element)).toBe(index);
  });

  test('none above a row that left the page, and none where there is none', () => {
    expect(countAbove(rows, listOf('<i></i>').firstElementChild)).toBe(0);
    expect(countAbove(rows, null)).toBe(0);
    expect(countAbove([], rows[0] as Element)).toBe(0);
  });
});

test('the lowest row that was read counts, but for those that are about to be read again', () => {
  const list = plain(4);
  const [first, second, third] = [...list.children] as [Element, Element, Element];
  const lowest = (read: Element[], again: Element[]) =>
    lowestRead(list, 'i', new WeakSet(read), new Set(again))?.id ?? null;
  expect(lowest([first, third], [])).toBe('2');
  expect(lowest([first, second, third], [third])).toBe('1');
  expect(lowest([...list.children], [])).toBe('3');
  expect(lowest([first], [first])).toBeNull();
});
