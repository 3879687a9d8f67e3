// What each evasion makes of a text: one that changed nothing, or less than its title says, would count in our favour.
import { expect, test } from 'vitest';
import { cutSentences, evade } from './evade';
import { createRandom, EVASIONS } from './evasions';

const find = (id: string) => {
  const evasion = EVASIONS.find((one) => one.id === id);
  if (!evasion) throw new Error(`no evasion ${id}`);
  return evasion;
};
/** Whatever may be changed is, by the first way that there is. */
const always = () => 0;
/** What is changed by chance alone is left. */
const never = () => 0.999;

const WRITTEN: readonly (readonly [id: string, text: string, written: string])[] = [
  ['leetspeak', 'Send a pic to me', '53nd 4 p1c 70 m3'],
  ['spaced', 'hi send photos', 'hi s e n d photos'],
  ['stretched', 'pic of me', 'piiiic oooof me'],
  ['look-alikes', 'pic', 'р\u0456с'],
  ['zero-width', 'ab', 'a\u200bb\u200b'],
  ['direction', 'a b', 'a\u200e \u200eb\u200e'],
  ['vowels', 'a picture of me', 'a pctre of me'],
  ['emoji', 'a Photo is money', 'a 📸 is 💰'],
  ['upper', 'hi you', 'HI YOU!!'],
  ['typos', 'a picture', 'a pciture'],
  ['alphabets', 'aBz', 'ᴀʙᴢ'],
  ['parted', 'a b c', 'a 🙂 b 🙂 c'],
  ['barred', 'send me', 's|e|n|d me'],
  ['cut-words', 'hi send photos', 'hi se nd photos'],
  ['doubled', 'aB c', 'aaBB cc'],
  ['sounds', 'my photos pick city ache', 'mie fotoz pik citie ache'],
  ['khmer-doubled', 'ក\u17b7 \u17c6 \u17a2', 'ក\u17b7\u17b7 \u17d3 \u17a3'],
  ['khmer-spaces', 'ក\u17b6ក', 'ក\u17b6\u200bក\u200b'],
  ['khmer-marks', 'ក\u17c9\u17b6', 'ក\u17b6\u17c9'],
];

test.each(WRITTEN)('%s: %s', (id, text, written) => expect(find(id).rewrite(text, always)).toBe(written));

test('each has an example here', () =>
  expect(EVASIONS.map(({ id }) => id)).toEqual(WRITTEN.map(([id]) => id)));

test.each(['leetspeak', 'stretched', 'look-alikes', 'zero-width', 'khmer-spaces'])('%s leaves some', (id) =>
  expect(find(id).rewrite('send pic ក\u17b6', never)).toBe('send pic ក\u17b6'),
);

test.each([0, 0.25, 0.5, 0.75])('alphabets: each has 26 letters of its own (%d)', (at) => {
  const written = find('alphabets').rewrite('abcdefghijklmnopqrstuvwxyz', () => at);
  expect(new Set(written).size).toBe(26);
});

test('chance is the same for a seed, and spread over [0, 1)', () => {
  const draw = (seed: number) => {
    const random = createRandom(seed);
    return Array.from({ length: 1000 }, random);
  };
  const drawn = draw(7);
  expect(draw(7)).toEqual(drawn);
  expect(draw(8)).not.toEqual(drawn);
  expect(drawn.every((one) => one >= 0 && one < 1)).toBe(true);
  const tenths = Array.from(
    { length: 10 },
    (_, i) => drawn.filter((one) => Math.floor(one * 10) === i).length,
  );
  expect(Math.min(...tenths)).toBeGreaterThan(70);
});

test('evade: everybody writes so but the protected person, each message by its own chance', () => {
  const said = [
    ...[
      { author: 'them', text: 'one' },
      { author: 'me', text: 'two' },
    ],
    ...[{ author: 'other', text: 'three' }],
  ];
  const mark = {
    id: 'x',
    title: 'x',
    rewrite: (text: string, random: () => number) => `${text} ${random()}`,
  };
  const [them, me, other] = evade(said, 'me', mark, 7);
  const random = createRandom(7);
  expect([them?.text, me?.text, other?.text]).toEqual([`one ${random()}`, 'two', `three ${random()}`]);
});

test('cutSentences: from five words on, the first half the longer one, of everybody but the protected person', () => {
  const said = [
    ...[
      { author: 'a', text: 'one two three four' },
      { author: 'a', text: 'one two three four five' },
    ],
    ...[{ author: 'me', text: 'one two three four five' }],
  ];
  const { messages, origin } = cutSentences(said, 'me');
  expect(messages.map(({ text }) => text)).toEqual([
    ...['one two three four', 'one two three', 'four five', 'one two three four five'],
  ]);
  expect(origin).toEqual([0, 1, 1, 2]);
});
