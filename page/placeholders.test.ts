import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { wordsOf } from './hide-text';
import { createHider } from './placeholders';
import { STRUCTURE_WORDS } from './structure-words';

describe('attributes', () => {
  const said = new Set(wordsOf('Robin says hello to message robin_fixture'));
  test.each([
    ['class', 'bubble is-in x1n2onr6 robin-box RobinBox', 'bubble is-in x1n2onr6 xxx-box xxx'],
    ['class', 'DivMessageContainer chatrobin', 'DivMessageContainer xxx'],
    ['class', 'thread-kay99 item2 css-1a2b3c', 'thread-xxx item2 css-1a2b3c'],
    ['class', 'box-maria_kay99 maria-box', 'box-xxx_xxx maria-box'],
    ['data-testid', 'conversation-panel-messages', 'conversation-panel-messages'],
    ['data-testid', 'xchatEmbedRoute', 'xchatEmbedRoute'],
    ['data-testid', 'UserAvatar-Container-maria_kay99', 'UserAvatar-Container-name1_name2'],
    ['name', 'chat-with-casey5', 'chat-with-name1'],
    ['slot', 'សុខា', 'name1'],
    ['data-username', 'casey', 'name1'],
    ['data-id', '8fa3b2c1-aaaa-4bbb-8ccc-ddddeeeeffff', '00000000-0000-4000-8000-000000000001'],
    ['role', 'listitem', 'listitem'],
    ['role', 'robin', null],
    ['aria-label', 'Robin, 14', 'xxx, 00'],
    ['data-pre-plain-text', '[12:05, 24/11/2026] Robin: ', '[00:00, 00/00/0000] xxx: '],
    ['onclick', 'hello()', null],
    ['value', 'typed', null],
    ['datetime', '2026-11-24T11:00:00Z', '2026-01-01T00:00:00.000Z'],
    ['style', 'color: red; justify-content: flex-end; background: url(x)', 'justify-content:flex-end'],
    ['style', 'color: red', null],
    ['src', 'blob:https://web.whatsapp.com/1', 'data:image/gif;base64,R0lGODlhAQABAAAAACw='],
    ['href', 'mailto:robin@example.org', '#'],
    ['href', '/robin_fixture/', '/name1_name2/'],
    ['href', 'https://www.facebook.com/messages/t/casey', 'https://example.invalid/messages/t/name1'],
    ['lang', 'km', 'km'],
  ])('%s="%s"', (name, value, hidden) => {
    expect(createHider(said).attribute(name, value)).toBe(hidden);
  });

  test('ids that are the same stay the same, others stay others, and their length stays', () => {
    const own = createHider(new Set());
    const [a, again, b] = ['1574741370470400000', '1574741370470400000', '1574741622128640001'].map((id) =>
      own.attribute('id', `message-content-${id}`),
    );
    expect(a).toBe('message-content-1000000000000000001');
    expect(again).toBe(a);
    expect(b).toBe('message-content-1000000000000000002');
    expect(own.attribute('data-id', '3EB0AA0005C0FFEE')).toBe('1000000000000003');
  });

  test('a name that the page says nowhere stays in no id, and what leads to an id still does', () => {
    const own = createHider(new Set(['jonny']));
    expect(own.attribute('id', 'thread_jonathan_reyes')).toBe('thread_name1_name2');
    expect(own.attribute('aria-labelledby', 'name-jonathan time-jonathan')).toBe('name-name1 time-name1');
    expect(own.attribute('id', 'name-jonathan')).toBe('name-name1');
    expect(own.attribute('for', 'name-reyes')).toBe('name-name2');
    expect(own.attribute('href', '#name-jonathan')).toBe('/#name-name1');
  });

  test('no word of the page stays in any attribute', () => {
    const word = fc
      .stringMatching(/^[b-z]{4,12}$/)
      .filter((one) => !/^(.)\1*$/.test(one) && !STRUCTURE_WORDS.has(one)); // those stay, whoever says them
    const name = fc.constantFrom(
      ...['class', 'id', 'title', 'alt', 'href', 'src', 'role', 'data-name', 'data-testid', 'style', 'lang'],
      ...['aria-label', 'type', 'data-url', 'aria-labelledby', 'placeholder', 'dir', 'contenteditable'],
    );
    const around = fc.constantFrom(
      '',
      'box-',
      'item_',
      'https://site.example/',
      '/u/',
      'x1n2',
      'a b ',
      '7',
      'Xy',
    );
    fc.assert(
      fc.property(word, name, around, around, fc.boolean(), (said, attribute, before, after, capital) => {
        const own = createHider(new Set([said]));
        const written = capital ? said.charAt(0).toUpperCase() + said.slice(1) : said;
        fc.pre(!'https://site.example/box-item_'.includes(said));
        const hidden = own.attribute(attribute, `${before}${written}${after}`) ?? '';
        expect(hidden.toLowerCase().replace(/name\d+/g, '')).not.toContain(said);
      }),
      { numRuns: 2_000 },
    );
  });
});
