// Both ages said, and one step that no adult stranger takes: the rule that reads a chat by who is who (escalations.yaml).
import { describe, expect, test } from 'vitest';
import { createReplayer } from '../../scripts/replayer';
import { shippedReader } from '../shipped-rules';
import { createChat } from './real-chat';
import { levelOf, saidIn } from './replayed';

const calmLines = (count: number) =>
  Array.from({ length: count }, (_, i) => `the weather is fine today, walk ${i}`);

const AGES = ['me: im 13', 'im 38'];
const STEP = 'are you home alone';

describe('a child of 13 and an adult of 38', () => {
  test.each([
    ['warns at the next step', [...AGES, STEP], 'caution'],
    ['warns after some ordinary talk', [...AGES, ...calmLines(40), STEP], 'caution'],
    ['whoever said it first', ['im 38', 'me: im 13', STEP], 'caution'],
    ['in slashes', ['asl?', 'me: 13/f/ca', '24/m/sf', 'got any pics'], 'caution'],
    ['as bare answers', ['how old r u', 'me: 13', 'im 26', 'got any pics'], 'caution'],
    ['with a laugh', ['age?', 'me: 14 u?', '28 lol', 'got any pics'], 'caution'],
    ['written together', ['me: 14f', '22m', 'got any pics'], 'caution'],
    ['letter first', ['asl', 'me: f 13 kc u', 'm 25 kc', 'got any pics'], 'caution'],
    ['"older"', ['how old', 'me: 13 n u', 'older lol 36', 'got any pics'], 'caution'],
    ['in Khmer', ['អាយុប៉ុន្មានហើយអូន', 'me: ១៣', 'បង ២៨', 'ផ្ញើរូបមកបងមើល'], 'caution'],
    ['says nothing of scores', ['how many goals', 'me: 13', '28 lol', 'see you at practice'], 'calm'],
    ['says nothing of ages alone', AGES, 'calm'],
    ['says nothing of the step alone', [STEP], 'calm'],
    ['warns after two hundred lines less ten', [...AGES, ...calmLines(190), STEP], 'caution'],
    ['says nothing where the step comes much later', [...AGES, ...calmLines(220), STEP], 'calm'],
    ['says nothing of a height', ['me: im 13', "im 6'2 lol", STEP], 'calm'],
    ['warns of a half', ['me: im 13.5', 'im 28', STEP], 'caution'],
    ['warns of an age behind a count', ['me: im 12 levels above u and im 13', 'im 38', STEP], 'caution'],
    ['says nothing of a brother', ['me: my 13 year old brother plays', 'im 22', STEP], 'calm'],
    ['nor of a cousin', ['me: got a 9 year old cousin here', 'im 22', STEP], 'calm'],
    ['nor of a school year long ago', ['me: we learned that in grade 5', 'im 22', STEP], 'calm'],
    ['nor of songs', ['me: im 13', 'im 28 songs into the playlist', STEP], 'calm'],
    ['nor of a fraction', ['me: im 13', 'im 4.7 on uber', STEP], 'calm'],
    ['nor of one in curved marks', ['me: im 13', 'im 5’4', STEP], 'calm'],
    ['says nothing among people of one age', ['me: im 13', 'im 14', STEP], 'calm'],
    ['says nothing where the child is nearly grown', ['me: im 17', 'im 19', STEP], 'calm'],
    ['says nothing where only the other is young', ['me: hello', 'im 13', 'my sister is 38', STEP], 'calm'],
  ])('%s', (_, lines, level) => expect(levelOf(lines)).toBe(level));
});

describe('a stranger who had to ask the age', () => {
  test.each([
    ['warns of an adult who comes nearer', ['age?', 'me: 13', '24', 'u r really pretty'], 'caution'],
    [
      'whose age the child says',
      ['how old r u', 'me: 14 u', 'guess', 'me: so ur 26', 'u r really pretty'],
      'caution',
    ],
    ['who guessed the age', ['so ur like 14', 'me: yes', 'im 24', 'u r really pretty'], 'caution'],
    [
      'who asked by grade',
      ['what grade r u in', 'me: im in 8th grade', 'so 13', 'im 24', 'u r really pretty'],
      'caution',
    ],
    ['who dodges the question', ['how old r u', 'me: 14 u', 'bit older, does it matter'], 'caution'],
    ['who plays down age', ['how old r u', 'me: 14', 'age is just a number'], 'caution'],
    ['in Khmer', ['អូនអាយុប៉ុន្មាន', 'me: ១៣', 'បង ២៤ ហើយ', 'អូនស្អាតណាស់'], 'caution'],
    [
      'who asks if it is so, which is no age of their own',
      ['ur 14 right', 'me: yes', 'age is just a number'],
      'caution',
    ],
    ['says nothing of a peer', ['how old r u', 'me: 14 u', 'same lol', 'u r really pretty'], 'calm'],
    ['says nothing of ages alone', ['how old r u', 'me: 13', 'im 24', 'good game, see you tomorrow'], 'calm'],
    [
      'says nothing of somebody older without a child',
      ['how old r u', 'me: 22', 'bit older', 'u r really pretty'],
      'calm',
    ],
  ])('%s', (_, lines, level) => expect(levelOf(lines)).toBe(level));
});

test.each([
  ['after', ['x: hi', 'me: im 13', 'x: im 38', 'x: are you home alone']],
  ['before', ['me: im 13', 'x: im 38', 'x: are you home alone']],
])('in a group the child’s age counts %s the adult first spoke', (_, lines) => {
  const messages = ['y: hello', ...lines].map((line) => {
    const [author, text] = line.split(': ') as [string, string];
    return { author, text };
  });
  const alerts = createReplayer(shippedReader)({ id: 'group', self: 'me', messages }).alerts;
  expect(alerts.at(-1)?.level).toBe('caution');
});

describe('ages in the history of a chat', () => {
  const levelOfHistory = (lines: readonly string[]) => {
    const chat = createChat();
    for (const [index, said] of saidIn(lines).entries()) {
      const speaker = said.author === 'me' ? 'self' : 'other';
      chat.add({ ...said, id: String(index), speaker, at: 0 }, { history: true });
    }
    return chat.assessment().level;
  };

  test.each([
    ['both said in full', ['me: im 13', 'im 24', 'are you home alone'], 'caution'],
    [
      'bare answers, which may answer anything there',
      ['how old r u', 'me: 13', '24', 'got any pics'],
      'calm',
    ],
  ])('count the same in any order: %s', (_, lines, level) => {
    expect(levelOfHistory(lines)).toBe(level);
    expect(levelOfHistory(lines.toReversed())).toBe(level);
  });
});
