// What a page says, wherever, is known again in the names that its site gave to parts.
// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { showPage } from '../tests/platforms/page';
import { createSaid, saidOn } from './said';
import { STRUCTURE_WORDS } from './structure-words';
import { wordListsOf } from './word-lists';

const lists = wordListsOf(STRUCTURE_WORDS);

describe('a word of a name', () => {
  test.each([
    ['Ana', 'ana', true],
    ['Ana', 'anabox', true],
    ['Ana', 'userAna', true],
    ['Ana', 'canal', false], // within a word three letters are chance
    ['Bo', 'bo', true],
    ['Bo', 'body', false],
    ['Maria', 'xmariax', true],
    ['the end', 'theme', false], // everybody says "the"
    ['the end', 'the', true],
    ['a message', 'messagefoo', false], // a word of sites
    ['José', 'josebox', true],
    ['𝕄𝕒𝕣𝕚𝕒', 'maria', true],
    ['MariaKay', 'kay', true],
    ['maria_kay', 'kay', true],
    ['hello', 'box', false],
    ['hello', 'x'.repeat(65), true],
  ])('of a page that says "%s", "%s": %s', (text, word, tells) => {
    const said = createSaid(lists);
    said.add(text);
    expect(said.tells(word)).toBe(tells);
  });

  test('is half a login, where a link has it in one word', () => {
    const said = createSaid(lists);
    said.addAddress('https://site.example/jonathanreyes%C3%A9');
    expect(['jonathan', 'reyese', 'nathan', 'jon'].map(said.tells)).toEqual([true, true, false, false]);
  });

  test('is no chance piece of an id', () => {
    const said = createSaid(lists);
    said.addId('x7ana_jonathan');
    expect(['anabox', 'ana', 'jonathan'].map(said.tells)).toEqual([false, false, true]);
  });
});

test.each([
  ['a text', '<p>Zelda</p>'],
  ['a text that another part hides', '<div hidden><b>Zelda</b></div>'],
  ['a shadow root', '<div><template shadowrootmode="open"><p>Zelda</p></template></div>'],
  ['a label', '<div aria-label="Message Zelda"></div>'],
  ['a tooltip', '<div title="Zelda"></div>'],
  ['the words for a picture', '<img alt="Zelda">'],
  ['what a field says', '<input placeholder="Message Zelda">'],
  ['a link', '<a href="/zelda"></a>'],
  ['a picture\u2019s address', '<img src="/u/zelda.png">'],
  ['an id', '<div id="thread-zelda"></div>'],
  ['data', '<div data-user="Zelda"></div>'],
  ['an attribute of any name', '<rs-current-user display-name="Zelda"></rs-current-user>'],
])('a name is known from %s', (_, html) => {
  showPage(`<body>${html}</body>`);
  expect(saidOn(document, lists, () => false).tells('zelda')).toBe(true);
});

test('a name is known from the title of the page and from its address', () => {
  showPage('<body></body>');
  const isLeftOut = ({ localName }: Element) => localName === 'title';
  document.title = 'Zelda (2)';
  expect(saidOn(document, lists, isLeftOut).tells('zelda')).toBe(true);
  document.title = '';
  expect(saidOn(document, lists, isLeftOut).tells('zelda')).toBe(false);
  document.location.hash = '#@zelda';
  expect(saidOn(document, lists, isLeftOut).tells('zelda')).toBe(true);
  document.location.hash = '';
});

test.each([
  ['a class', '<div class="zelda"></div>'],
  ['code', '<div onclick="zelda()" jsaction="click:zelda"></div>'],
  ['what HTML fixes', '<div role="zelda"></div>'],
  ['a part that is left out', '<script>zelda</script>'],
])('%s is no evidence of a name', (_, html) => {
  showPage(`<body>${html}</body>`);
  expect(saidOn(document, lists, ({ localName }) => localName === 'script').tells('zelda')).toBe(false);
});
