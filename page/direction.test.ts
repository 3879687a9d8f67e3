// @vitest-environment happy-dom
// Declared styles alone; places need a real browser (tests/e2e).
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

test('each box between text and row is asked for its style once', () => {
  const { row, text } = nest(['', 'display:flex;justify-content:flex-end', 'display:flex', '']);
  const asked = vi.spyOn(window, 'getComputedStyle');
  expect(layoutSpeaker(text, row)).toBe('self');
  expect(asked.mock.calls.map(([element]) => element)).toHaveLength(4);
  asked.mockRestore();
});
