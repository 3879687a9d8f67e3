import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { withoutInnerHtml } from './no-inner-html';

const PREACT = path.resolve(import.meta.dirname, '../../node_modules/preact/dist/preact.mjs');

it('takes the writing of innerHTML out of the preact that is installed, and nothing else', () => {
  const code = readFileSync(PREACT, 'utf8');
  const less = withoutInnerHtml(code);
  expect(code).toMatch(/\.innerHTML=[^=]/);
  expect(less).not.toMatch(/\.innerHTML=[^=]/);
  expect(code.length - less.length).toBe('||(t.innerHTML=h.__html)'.length);
});

it('refuses a preact that it does not know', () => {
  expect(() => withoutInnerHtml('x()')).toThrow('0 places');
  expect(() => withoutInnerHtml('a||(t.innerHTML=h.__html);u.innerHTML = v')).toThrow('another place');
});
