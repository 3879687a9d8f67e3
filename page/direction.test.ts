// @vitest-environment happy-dom
// Declared styles alone; places need a real browser (tests/e2e).
import { afterEach, expect, test } from 'vitest';
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
