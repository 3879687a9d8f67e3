// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { readText } from './read-text';

function element(html: string): Element {
  return new DOMParser().parseFromString(`<body>${html}</body>`, 'text/html').body;
}

test.each([
  ['emoji by their alt', 'hi <img alt="🙂">', 'hi 🙂'],
  ['an image without alt as nothing', 'hi <img src="data:,">', 'hi'],
  ['line breaks', 'one<br>two<br><br>three', 'one\ntwo\n\nthree'],
  ['blocks on lines of their own', '<div>one</div><p>two</p>three', 'one\ntwo\nthree'],
  ['words in inline tags together', 'b<b>ol</b>d', 'bold'],
  ['no time and no quote', '<q>quoted</q>said<time>12:00</time>', 'said'],
  ['no script, style or input', 'a<script>x</script><style>y</style><textarea>z</textarea>b', 'ab'],
  ['zero-width spaces of Khmer', 'សួស្តី\u200bបង', 'សួស្តី\u200bបង'],
  ['spaces at line ends as none', ' one \n two ', 'one\ntwo'],
])('reads %s', (_title, html, text) => {
  expect(readText(element(html), 'time, q')).toBe(text);
});

test('stops at 10,000 characters and at absurd depth', () => {
  expect(readText(element('a'.repeat(30_000))).length).toBe(10_000);
  expect(readText(element(`${'<span>'.repeat(200)}deep`))).toBe('');
});

test('a long run of spaces costs no more than its length', () => {
  const long = element(`a${'\u00a0'.repeat(100_000)}b`);
  const start = performance.now();
  for (let count = 0; count < 20; count += 1) expect(readText(long).length).toBe(1); // the end is cut off, then the spaces
  expect(performance.now() - start).toBeLessThan(200); // a run looked at from each of its spaces takes 40 ms a time
});
