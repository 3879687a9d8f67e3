import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createHider } from './placeholders';
import { createSaid } from './said';
import { STRUCTURE_WORDS } from './structure-words';
import { wordListsOf } from './word-lists';

const lists = wordListsOf(STRUCTURE_WORDS);

/** Of a page that says this alone. */
function hiderFor(text = '') {
  const said = createSaid(lists);
  said.add(text);
  return createHider(said, lists);
}

describe('attributes', () => {
  const said = 'Robin and Ana say hello to message robin_fixture';
  test.each([
    ['class', 'bubble is-in x1n2onr6 robin-box RobinBox', 'bubble is-in name1 name2-box name3'],
    ['class', 'DivMessageContainer chatrobin', 'DivMessageContainer name1'],
    ['class', 'anabox userAna userana canal', 'name1 name2 name3 canal'],
    ['class', 'theme and-more android canvas', 'theme name1-more android canvas'],
    ['class', 'thread-kay99 item2 css-1a2b3c h1 x9 name1', 'thread-name1 item2 css-name2 h1 x9 name3'],
    ['class', 'box-maria_kay99 maria-box', 'box-name1_name2 maria-box'],
    ['data-testid', 'conversation-panel-messages', 'conversation-panel-messages'],
    ['data-testid', 'xchatEmbedRoute', 'xchatEmbedRoute'],
    ['data-testid', 'UserAvatar-Container-maria_kay99', 'UserAvatar-Container-name1_name2'],
    ['name', 'chat-with-casey5', 'chat-with-name1'],
    ['slot', 'សុខា', 'name1'],
    ['data-username', 'casey', 'name1'],
    ['data-text', 'trust', 'name1'],
    ['data-w', 'photo', 'name1'],
    ['data-w', 'I', 'name1'],
    ['data-open', 'true', 'true'],
    ['data-own', '', ''],
    ['data-json', '{"name":"Maria","text":"send"}', '{"name1":"name2","name3":"name4"}'],
    ['data-json', '{"text": "send it"}', '{"xxx": "xxx xxx"}'],
    ['data-url', 'https://evil.example/u/me?send=photo', 'name1://name2.name3/name4/name5?name6=name7'],
    ['aria-details', 'message-casey', 'message-name1'],
    ['data-slate-editor', 'true', 'true'],
    ['data-send-status', 'sent', 'sent'],
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
    ['href', '/private/friends/home?q=trust+me+you', '/name1/name2/name3?name4=name5+name6+name7'],
    ['href', '/messages/trust/me/t', '/messages/name1/name2/name3'],
    ['href', '/friends/requests/?profile_id=4242&me=id', '/friends/requests/?profile_id=1001&name1=name2'],
    ['href', '/users/friends#!/friend-requests', '/users/friends#!/friend-requests'],
    ['href', '/chat/u/0/#chat/dm/send', '/chat/u/1/#chat/dm/name1'],
    ['href', '/%63%61sey', '/name1'],
    ['href', '#!/trust', '/#!/name1'],
    ['lang', 'km', 'km'],
    ['lang', 'ana', null],
  ])('%s="%s"', (name, value, hidden) => {
    expect(hiderFor(said).attribute(name, value)).toBe(hidden);
  });

  test('ids that are the same stay the same, others stay others, and their length stays', () => {
    const own = hiderFor();
    const [a, again, b] = ['1574741370470400000', '1574741370470400000', '1574741622128640001'].map((id) =>
      own.attribute('id', `message-content-${id}`),
    );
    expect(a).toBe('message-content-1000000000000000001');
    expect(again).toBe(a);
    expect(b).toBe('message-content-1000000000000000002');
    expect(own.attribute('data-id', '3EB0AA0005C0FFEE')).toBe('1000000000000003');
  });

  test('a name that the page says nowhere stays in no id, and what leads to an id still does', () => {
    const own = hiderFor('jonny');
    expect(own.attribute('id', 'thread_jonathan_reyes')).toBe('thread_name1_name2');
    expect(own.attribute('aria-labelledby', 'name-jonathan time-jonathan')).toBe('name-name1 time-name1');
    expect(own.attribute('id', 'name-jonathan')).toBe('name-name1');
    expect(own.attribute('for', 'name-reyes')).toBe('name-name2');
    expect(own.attribute('href', '#name-jonathan')).toBe('/#name-name1');
  });

  test('no word of the page stays in any attribute', () => {
    const word = fc
      .stringMatching(/^[b-z]{4,12}$/)
      .filter((one) => !/^(.)\1*$/.test(one) && !lists.sites.has(one)); // those stay, whoever says them
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
        const own = hiderFor(said);
        const written = capital ? said.charAt(0).toUpperCase() + said.slice(1) : said;
        fc.pre(!'https://site.example/box-item_'.includes(said));
        const hidden = own.attribute(attribute, `${before}${written}${after}`) ?? '';
        expect(hidden.toLowerCase().replace(/name\d+/g, '')).not.toContain(said);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('names of elements and attributes', () => {
  test.each([
    ['x-user-maria', 'x-user-name1'],
    ['maria', 'name1'],
    ['data-user-maria', 'data-user-name1'],
    ['data-5550001111', 'data-1000000001'],
    ['data-name1', 'data-name1'],
    ['data-will', 'data-name1'],
    ['rs-virtual-scroll-v2', 'rs-virtual-scroll-v2'],
    ['data-k99', 'data-name1'],
    ['data-pre-plain-text', 'data-pre-plain-text'],
    ['data-lexical-editor', 'data-lexical-editor'],
    ['aria-activedescendant', 'aria-activedescendant'],
    ['aria-posinset', 'aria-posinset'],
    ['aria-maria', 'aria-name1'],
    ['spellcheck', 'spellcheck'],
    ['class', 'class'],
  ])('%s becomes %s', (name, hidden) => expect(hiderFor().name(name)).toBe(hidden));

  test('the same name gets the same mark wherever it stands, another one another', () => {
    const own = hiderFor('maria');
    expect(own.name('x-maria')).toBe('x-name1');
    expect(own.attribute('is', 'x-maria')).toBe('x-name1');
    expect(own.attribute('class', 'box-maria')).toBe('box-name1');
    expect(own.attribute('data-user', 'maria')).toBe('name1');
    expect(own.attribute('href', '/maria')).toBe('/name1');
    expect(own.name('data-kay')).toBe('data-name2');
    expect(own.name('data-name1')).toBe('data-name3');
  });

  test('a word stays in no name, and in no data and no link, though sites have it in their names', () => {
    const site = fc.constantFrom(...['trust', 'photo', 'send', 'private', 'home', 'you', 'secret']);
    const data = fc.constantFrom('data-text', 'data-last', 'data-j', 'aria-level', 'href', 'src');
    const around = fc.constantFrom(
      '',
      'a=',
      '{"b":"',
      '/x/',
      '/messages/',
      '?',
      '#!/',
      '?id=',
      'https://a.b/',
    );
    fc.assert(
      fc.property(site, data, around, (word, name, before) => {
        expect(hiderFor().attribute(name, `${before}${word}`) ?? '').not.toContain(word);
      }),
    );
  });
});

test('where no words were sent none stays, and the kinds of names still tell where they are', () => {
  const none = wordListsOf(undefined);
  const own = createHider(createSaid(none), none);
  expect(own.attribute('id', 'message-list')).toBe('name1-name2');
  expect(own.name('data-message')).toBe('name3-name1');
  expect(own.attribute('data-testid', 'message')).toBe('name1');
});
