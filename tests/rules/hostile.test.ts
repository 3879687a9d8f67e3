// The shipped packs against text made to break them: huge, endless, hostile. Time stays linear and state bounded.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Coming } from '../../engine/heard';
import { splitWords } from '../../engine/normalise';
import { shippedReader } from '../shipped-rules';
import { writtenPacks } from '../written-packs';
import { slowness, timeOf } from './processor-time';
import { createChat } from './real-chat';

const packs = writtenPacks();
const { detector } = shippedReader;
/** Every word that any phrase or list of any pack names, in the order of the files. */
const ruleWords = packs.flatMap(({ signals, lists }) =>
  [...signals.flatMap(({ phrases }) => phrases), ...Object.values(lists).flat()].flatMap(
    (phrase) => splitWords(phrase.replace(/[[\]()|?~<>^$.]/g, ' ')).words,
  ),
);
const distinctWords = [...new Set(ruleWords)].slice(0, 5_000);
const MEGABYTE = 1_000_000;
/** What is over so soon says nothing of how time grows, in milliseconds. */
const SHORT_MS = 300;

describe('a message of a megabyte', () => {
  const repeat = (text: string) => text.repeat(Math.ceil(MEGABYTE / text.length)).slice(0, MEGABYTE);
  test.each([
    ['of one letter', repeat('a')],
    ['of letters that stand alone', repeat('p i c ')],
    ['of every word of the rules, again and again', repeat(`${ruleWords.join(' ')} `)],
    ['of one threat, again and again', repeat('i will send your pics to all your friends unless you pay ')],
    ['of words without vowels', repeat('snd m pctrs nw ')],
    ['of question marks', repeat('?')],
    ['of Khmer marks without a letter', repeat('\u17d2\u17b6')],
    ['of zero-width and direction marks', repeat('s\u200be\u202en\u2066d\ufeff ')],
    ['of lone surrogates', repeat('\ud83d')],
    ['of emoji with modifiers', repeat('👩🏽‍🦰📷')],
    ['of combining marks on one letter', `a${repeat('\u0301')}`],
    ['of digits', repeat('1234567890')],
  ])('%s takes no longer than eight times an eighth of it, with much to spare', (_, text) => {
    const eighth = timeOf(() => detector.read(text.slice(0, MEGABYTE / 8)));
    const whole = timeOf(() => detector.read(text));
    expect(whole).toBeLessThan(2.5 * 8 * eighth + SHORT_MS);
  });
});

test('no phrase takes more than linear time: its words eight times at once, less than four times as long as one by one', () => {
  const slow: string[] = [];
  for (const { language, signals } of packs)
    for (const { id, phrases } of signals) {
      const words = phrases.map((phrase) => phrase.replace(/\[[^\]]*\]|[()|?~<>^$]|\.\.\./g, ' ')).join(' ');
      const times = slowness(detector.read, words.repeat(Math.ceil(1_500 / words.length)).slice(0, 1_500));
      if (times > 0) slow.push(`${language} ${id}: ${times.toFixed(1)} times as long`);
    }
  expect(slow).toEqual([]);
}, 120_000);

test('a conversation of 100,000 messages stays fast and small', () => {
  const chat = createChat();
  const texts = [
    'how are you',
    'dont tell your mum about us',
    'haha ok',
    'send me a pic',
    'see you at training',
    '🙂',
  ];
  const add = (from: number, to: number) =>
    timeOf(() => {
      for (let i = from; i < to; i += 1)
        chat.add(
          {
            id: String(i),
            author: i % 2 ? 'a' : 'b',
            speaker: i % 2 ? 'self' : 'other',
            text: `${texts[i % texts.length]} ${i % 977}`,
            at: 1_700_000_000_000 + i * 78_000,
          },
          { history: false },
        );
    });
  const first = add(0, 10_000);
  add(10_000, 90_000);
  const last = add(90_000, 100_000);
  expect(last).toBeLessThan(10 * Math.max(first, 50));
  expect(JSON.stringify(chat.memory()).length).toBeLessThan(60_000);
}, 60_000);

const hostileText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc
    .array(fc.constantFrom(...distinctWords, '?', '\u200b', '\u202e', '$', '៛', '4', '13', '30'), {
      maxLength: 40,
    })
    .map((w) => w.join(' ')),
  fc.array(fc.constantFrom(...distinctWords), { maxLength: 20 }).map((w) => w.join('')),
);

test('any sequence of hostile messages is read without an error, and history in any order gives one level', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(hostileText, fc.constantFrom('self', 'other', 'unknown' as const)), {
        maxLength: 30,
      }),
      (said) => {
        const messages = said.map(([text, speaker], i) => ({
          id: String(i),
          author: speaker === 'self' ? 'me' : 'them',
          speaker: speaker as 'self' | 'other' | 'unknown',
          text,
          at: 1_700_000_000_000 + (i % 5) * 86_400_000,
        }));
        const levelOf = (list: typeof messages, coming: Coming) => {
          const chat = createChat();
          for (const message of list) chat.add(message, coming);
          return chat.assessment().level;
        };
        for (const coming of [{ history: true }, { history: true, run: 'apart' }] as const)
          expect(levelOf([...messages].reverse(), coming)).toBe(levelOf(messages, coming));
      },
    ),
    { numRuns: 60 },
  );
}, 60_000);
