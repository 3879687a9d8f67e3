import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { timeOf } from '../tests/rules/processor-time';
import { createDetector } from './create-detector';
import { startDetector } from './detector';
import { packPacks } from './packed';
import { checkFits, preparePacks } from './prepare';
import type { PackData, PreparedPack, PreparedPacks } from './rules';
import { SEARCH_SIZE } from './search-code';
import { TEST_PACK, TEST_RULES } from './test-rules';

const detector = createDetector([TEST_PACK], TEST_RULES.signals);
const signalsIn = (text: string) => detector.read(text).hits.map(({ signal }) => signal);

describe('a phrase is found', () => {
  test.each([
    ['as written', 'Send me a picture please'],
    ['in leetspeak', 's3nd m3 4 p1c'],
    ['stretched', 'seeend me a piiiic'],
    ['spaced out', 's e n d me a p i c s'],
    ['in look-alike letters', 'ѕеnd me а рісturе'],
    ['with zero-width characters', 'se\u200bnd me a pic\u200dture'],
    ['with right-to-left marks', '\u202esend me\u202c a \u200fpicture'],
    ['without vowels', 'snd me a pctr'],
    ['with a wrong letter', 'send me a pictuer'],
    ['in fancy letters', '𝓼𝓮𝓷𝓭 𝓶𝓮 𝓪 𝓹𝓲𝓬'],
    ['cut by dots', 'send.me.pics'],
    ['with a list entry of several words', 'send a photo of you'],
    ['over a gap of three words', 'send me one two three pics'],
  ])('%s', (_, text) => {
    expect(signalsIn(text)).toEqual(['media.asks-picture']);
  });
});

describe('a phrase is not found', () => {
  test.each([
    ['over a gap of four words', 'send me one two three four pics'],
    ['where `unless` stands in the message', 'send me a pic of the homework'],
    ['without the question mark it asks for', 'got pics'],
    ['in other words', 'sender of the epic picnic'],
    ['where a number is no age', 'i am 130'],
  ])('%s', (_, text) => {
    expect(signalsIn(text)).toEqual([]);
  });
});

test('a span points at the words in the original', () => {
  const text = 'hey, ѕеnd mе a \u200bpic. ok?';
  const [hit] = detector.read(text).hits;
  expect(text.slice(...(hit?.span ?? [0, 0]))).toBe('ѕеnd mе a \u200bpic');
});

test.each([
  ['im13', true],
  ['13 f', true],
  ['i am 15', true],
  ['i am 18', false],
  ['my 13 f friends', false],
])('%j tells a child’s age: %s', (text, tells) => {
  expect(signalsIn(text).includes('context.child-age')).toBe(tells);
});

test('a gate marks reported speech', () => {
  expect(detector.read('someone told me dont tell your mum').gated).toBe(true);
  expect(detector.read('dont tell your mum').gated).toBe(false);
});

test('an everyday word is no typo of a word that is named', () => {
  expect(detector.read('dont tell your parants').hits).toHaveLength(1);
  expect(detector.read('dont tell your patents').hits).toEqual([]);
});

test('a lesson is told of where nothing else was said, and is a gate in its own message', () => {
  expect(detector.read('tell an adult')).toMatchObject({ hits: [], lesson: true });
  expect(detector.read('tell an adult, he said dont tell your mum')).toMatchObject({
    gated: true,
    lesson: true,
  });
  expect(detector.read('dont tell your mum').lesson).toBe(false);
});

describe('a sentence cut over several messages', () => {
  const readLast = (texts: readonly string[]) => {
    const readings = texts.map((text) => detector.read(text));
    const last = readings.pop() ?? detector.read('');
    const lines = readings.map(({ line }) => line);
    return { own: last.hits, ...detector.readAcross(lines, last) };
  };
  const across = (...texts: string[]) => readLast(texts).hits.map(({ signal }) => signal);
  const kept = (...texts: string[]) => {
    const { own, doubted } = readLast(texts);
    return own.filter((hit) => !doubted(hit)).map(({ signal }) => signal);
  };
  test('keeps the hits of its last message', () =>
    expect(kept('hi', 'dont tell your mum')).toEqual(['secrecy.dont-tell']));
  test('is reported speech where it began so', () =>
    expect(kept('someone told me', 'dont tell your mum')).toEqual([]));
  test('is doubted for what stood before', () => {
    expect(kept('haha', 'send it to everyone')).toEqual(['threat.publish']);
    expect(kept('in class we', 'send it to everyone')).toEqual([]);
    expect(kept('in class we', 'dont tell your mum')).toEqual(['secrecy.dont-tell']);
  });
  test('is not doubted for a question mark that stands in its own message', () => {
    expect(kept('in class we', 'got pics?')).toEqual(['media.asks-picture']);
  });
  test('is not doubted for standing at the start of its own message', () => {
    expect(kept('in class we', '13 f')).toEqual(['context.child-age']);
  });
  test('is found where it ends', () =>
    expect(across('dont', 'tell your', 'mum')).toEqual(['secrecy.dont-tell']));
  test('is not found again where one message holds it', () =>
    expect(across('hi', 'dont tell your mum')).toEqual([]));
  test('is not found before it ends', () => expect(across('dont', 'tell your')).toEqual([]));
});

describe('a pack with a fault', () => {
  test.each<[string, Partial<PackData>, string]>([
    ['names an unknown list', { gates: ['[nothing]'] }, 'names an unknown list'],
    [
      'names an unknown signal',
      { signals: [{ id: 'no.such', speaker: 'any', phrases: ['a'], unless: [] }] },
      'unknown signal',
    ],
    ['has a phrase that does not parse', { gates: ['(a'] }, 'missing )'],
    ['has a phrase that matches nothing', { gates: ['a?'] }, 'can match nothing'],
    ['has a phrase that starts with a gap', { gates: ['... a'] }, 'starts with a gap'],
    ['has a phrase that ends with a gap', { gates: ['a ...'] }, 'ends with a gap'],
  ])('%s: it is refused before it ships', (_, change, message) => {
    expect(() =>
      preparePacks([TEST_PACK, { ...TEST_PACK, language: 'xx', ...change }], TEST_RULES.signals),
    ).toThrow(message);
  });

  test('names more words than fit: it is refused before it ships', () => {
    const letters = (n: number) =>
      Array.from({ length: 4 }, (_, at) => String.fromCharCode(97 + (Math.floor(n / 26 ** at) % 26)));
    const words = Array.from({ length: 66_000 }, (_, n) => letters(n).join('')).join('|');
    const gates = [`(${words})`];
    expect(() => preparePacks([{ ...TEST_PACK, gates }], TEST_RULES.signals)).toThrow('do not fit 16 bits');
  });

  const OTHER: PackData = {
    ...TEST_PACK,
    language: 'yy',
    gates: ['they say'],
    lessons: [],
    signals: [{ id: 'media.asks-picture', speaker: 'other', phrases: ['tik rup'], unless: ['sala'] }],
  };
  const three = preparePacks([TEST_PACK, { ...TEST_PACK, language: 'xx' }, OTHER], TEST_RULES.signals);
  const xx = three.packs[1] as PreparedPack;
  test.each<[string, object]>([
    ['counts other phrases than it holds', { gates: 0 }],
    ['lacks a part of how its phrases are looked for', { searches: xx.searches.slice(SEARCH_SIZE) }],
    ['counts other shared rows than it holds', { shared: xx.shared + 1 }],
    ['holds a phrase that is cut off', { code: xx.code.slice(0, -1) }],
    ['is no pack at all', { signals: 'garbage' }],
    ['lacks what rules its signals out', { signals: xx.signals.map(({ unless: _, ...rest }) => rest) }],
    [
      'is ruled out by what is not there',
      { signals: xx.signals.map((signal) => ({ ...signal, unless: [99] })) },
    ],
  ])('%s: it is left out and named, those around it work', (_, change) => {
    const packs = three.packs.map((pack) => (pack === xx ? { ...pack, ...change } : pack));
    const { failures, read } = build({ ...three, packs: packs as typeof three.packs });
    expect(failures).toEqual(['xx']);
    const signals = (text: string) => read(text).hits.map(({ signal, language }) => `${language} ${signal}`);
    expect(signals('send me a pic')).toEqual(['en media.asks-picture']);
    expect(signals('send me a pic of the homework')).toEqual([]);
    expect(signals('tik rup')).toEqual(['yy media.asks-picture']);
    expect(signals('tik rup sala')).toEqual([]);
    expect(signals('send me a pic sala')).toEqual(['en media.asks-picture']);
    expect(signals('tik rup homework')).toEqual(['yy media.asks-picture']);
    expect(read('they say tik rup').gated).toBe(true);
  });

  test('words that are cut off are an error, not another set of words', () => {
    expect(() => build({ ...three, sets: [...three.sets, 3, 1] })).toThrow('cut off');
  });

  test.each([
    [65_519, false],
    [65_520, true],
  ])('%d of anything is too much for a page: %s', (count, isTooMuch) => {
    if (isTooMuch) expect(() => checkFits('words', count)).toThrow('do not fit');
    else expect(() => checkFits('words', count)).not.toThrow();
  });
});

/** What a page builds, without rest. */
function build(prepared: PreparedPacks) {
  const work = startDetector(packPacks(prepared), () => 0);
  const built = work();
  if (built === null) throw new Error('it rested though no time went by');
  return built;
}

describe('any text', () => {
  test('is read without an error, twice alike', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 500 }), (text) => {
        expect(detector.read(text)).toEqual(detector.read(text));
      }),
    );
  });
  test('takes time linear in its length: 8 times the text, far less than 64 times the time', () => {
    const words = 'send me dont tell your parents got pics i am 13 ? '.repeat(10_000);
    const time = (text: string) => timeOf(() => detector.read(text));
    time(words);
    const short = Math.min(time(words), time(words), time(words));
    expect(Math.min(time(words.repeat(8)), time(words.repeat(8))) / short).toBeLessThan(30);
  });
  test('of a megabyte is read in under two seconds of processor time', () => {
    const text = 'send ѕеnd 📷 ផ្ញើរូប s e n d ?! '.repeat(33_000);
    expect(timeOf(() => detector.read(text))).toBeLessThan(2000);
  });
});

test('built in slices it reads the same, and rests in between', () => {
  let clock = 0;
  const prepared = preparePacks([TEST_PACK], TEST_RULES.signals);
  const work = startDetector(packPacks(prepared), () => {
    clock += 2;
    return clock;
  });
  let rests = 0;
  let sliced = work();
  while (sliced === null) {
    rests += 1;
    sliced = work();
  }
  expect(rests).toBeGreaterThan(2);
  for (const text of ['send me a pic', 'dont tell your mum', 'hello there'])
    expect(sliced.read(text)).toEqual(detector.read(text));
});
