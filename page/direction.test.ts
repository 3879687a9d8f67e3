// @vitest-environment happy-dom
// Declared styles, and places that a test makes up: true ones need a real browser (tests/e2e).
import { afterEach, expect, test, vi } from 'vitest';
import { layoutSpeaker } from './direction';

afterEach(() => document.body.replaceChildren());

test.each([
  ['a line justified to its end', 'display:flex;justify-content:flex-end', 'self'],
  ['a line justified to its start', 'display:flex;justify-content:flex-start', 'other'],
  ['a column aligned to its end', 'display:flex;flex-direction:column;align-items:flex-end', 'self'],
  ['a reversed line', 'display:flex;flex-direction:row-reverse;justify-content:flex-start', 'self'],
  ['avatars at the foot of a line', 'display:flex;align-items:flex-end', 'unknown'],
  ['no style', '', 'unknown'],
])('%s', (_title, style, speaker) => {
  const row = document.createElement('div');
  const line = document.createElement('div');
  const text = document.createElement('div');
  line.setAttribute('style', style);
  line.append(text);
  row.append(line);
  document.body.append(row);
  expect(layoutSpeaker(text, row)).toBe(speaker);
});

/** `styles` from the row inwards to the text. */
function nest(styles: readonly string[]): { readonly row: Element; readonly text: Element } {
  const boxes = styles.map((style) => {
    const box = document.createElement('div');
    box.setAttribute('style', style);
    return box;
  });
  for (const [index, box] of boxes.entries()) boxes[index - 1]?.append(box);
  document.body.append(boxes[0] as Element);
  return { row: boxes[0] as Element, text: boxes.at(-1) as Element };
}

test.each([
  [
    'a bubble whose inside begins at its start',
    [
      'display:flex;justify-content:flex-end',
      'display:flex;flex-direction:column;align-items:flex-start',
      '',
    ],
    'unknown',
  ],
  [
    'a bubble at the foot of a line',
    ['display:flex;justify-content:flex-start', 'align-self:flex-end', ''],
    'other',
  ],
  [
    'a bubble at the end of a column',
    ['display:flex;flex-direction:column', 'display:flex;align-self:flex-end', ''],
    'self',
  ],
])('%s', (_title, styles, speaker) => {
  const { row, text } = nest(styles);
  expect(layoutSpeaker(text, row)).toBe(speaker);
});

test.each([
  [9, 'self'],
  [10, 'unknown'],
] as const)('a line that is justified %i boxes above the text says %s', (levels, speaker) => {
  const { row, text } = nest(['display:flex;justify-content:flex-end', ...Array<string>(levels).fill('')]);
  expect(layoutSpeaker(text, row)).toBe(speaker);
});

/** A row from 50 to 150 pixels whose text stands where it is told. */
function place(style: string, [left, right]: readonly [number, number], rowWidth = 100) {
  const { row, text } = nest([style, '']);
  const box = (from: number, to: number) => ({ left: from, right: to, width: to - from }) as DOMRect;
  row.getBoundingClientRect = () => box(50, 50 + rowWidth);
  text.getBoundingClientRect = () => box(left, right);
  return layoutSpeaker(text, row);
}

test.each([
  ['at the end of the line', [100, 140], 'self', 'other'],
  ['at the start of the line', [60, 100], 'other', 'self'],
  ['in the middle', [80, 106], 'unknown', 'unknown'],
  ['a little before the middle', [80, 105], 'other', 'self'],
  ['without a width', [140, 140], 'unknown', 'unknown'],
] as const)(
  'the place of a text %s tells the side, the other way in a right-to-left page',
  (_title, at, ltr, rtl) => {
    expect([place('', at), place('direction:rtl', at)]).toEqual([ltr, rtl]);
  },
);

test('a row that is not shown has no place', () => expect(place('', [60, 100], 0)).toBe('unknown'));

test('a side is told where style and place agree, and not where they disagree', () => {
  const style = 'display:flex;justify-content:flex-end';
  expect([place(style, [100, 140]), place(style, [60, 100])]).toEqual(['self', 'unknown']);
});

test('a page without a window tells no side', () => {
  const { body } = document.implementation.createHTMLDocument();
  expect(body.ownerDocument.defaultView).toBeNull();
  expect(layoutSpeaker(body, body)).toBe('unknown');
});

test('each box between text and row is asked for its style once', () => {
  const { row, text } = nest(['', 'display:flex;justify-content:flex-end', 'display:flex', '']);
  const asked = vi.spyOn(window, 'getComputedStyle');
  expect(layoutSpeaker(text, row)).toBe('self');
  expect(asked.mock.calls.map(([element]) => element)).toHaveLength(4);
  asked.mockRestore();
});
