// Which known word a written word stands for: as written, or undone leetspeak, stretching, missing vowels, a typo.
import { cutWhole } from './cut';
import { basesOf } from './endings';
import type { NumberRow } from './rules';

/** A sound as it is heard, and how it is spelled. */
type Respelling = readonly [heard: RegExp, spelled: string];

/** The words that the rules name, in the order of their ids. */
export type WordBook = {
  readonly words: readonly string[];
  /** For each how many phrases name it; ties between likely words go to the commoner one. */
  readonly uses: NumberRow;
  /** Ids of those that are a whole phrase alone: neither a typo nor a missing vowel may lead to them. */
  readonly lone: ReadonlySet<number>;
};

/** Words known to the rules. Ids start at 1; 0 stands for every unknown word. */
export type Vocabulary = {
  readonly idOf: ReadonlyMap<string, number>;
  /** Ids of the known words that a written word stands for, in order; [0] for an unknown one, none for an unknown emoji. */
  resolve(written: string): readonly number[];
  readonly size: number;
};

const UNKNOWN: readonly number[] = [0];
const NOTHING: readonly number[] = [];
const NO_WORDS: ReadonlySet<string> = new Set();
/** So many words are looked at in one step of building: about a millisecond's. */
const STEP_WORDS = 500;
/** How many different written words are remembered: a message of random text must not fill memory. */
const MEMORY_LIMIT = 4_000;
/** Shorter words have too many neighbours for a wrong letter to be undone. */
const TYPO_MIN_LENGTH = 6;
/** A word without vowels must keep so many consonants to be told from others; a long one with a vowel at one of its ends one less. */
const SKELETON_MIN = 3;
const SKELETON_WORD_MIN = 4;
const LONG_WORD_MIN = 5;

const LEET: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '8': 'b',
  '9': 'g',
  '@': 'a',
  $: 's',
  '!': 'i',
  '+': 't',
  '|': 'i',
};
const HAS_SIGN = /[0-9@$!+|]/;
const LATIN = /^[a-z]+$/;
const DIGITS = /^\d+$/;
const DECIMAL = /^\d+\.\d+$/;
const STRETCHED = /(.)\1{2,}/u;
/** No vowel but at its ends: how words look whose inner vowels were left out. */
const INNER_BARE = /^[a-z][b-df-hj-np-tv-z]+[a-z]?$/;
const AT_AN_END = /^[aeiouy]|[aeiouy]$/;
const NUMBER_THEN_WORD = /^(\d+)(\p{L}+)$/u;
const WORD_THEN_NUMBER = /^(\p{L}+)(\d+)$/u;
/** With a word for years behind it, it is no leetspeak: "13t" is an age, not "let". One figure may be: "8y" is "by". */
const MAYBE_AGE = /^\d\d(\D+)$/;

/** So many stars in a word are read as vowels. */
const STARS_MAX = 2;
const VOWELS = 'aeiou';
/** Signs that people put between letters or words. */
const BETWEEN = /[*+|!]+/;
const PICTURE = /^\p{Extended_Pictographic}/u;
const RESPELLED_MIN = 3;
/** Ways to write a word as it sounds, and how it is spelled: at its end, and in all of it. */
const SOUNDS_LAST: readonly Respelling[] = [
  [/z$/, 's'],
  [/ie$/, 'y'],
];
const SOUNDS_WITHIN: readonly Respelling[] = [
  [/k/g, 'c'],
  [/k/g, 'ck'],
  [/sk/, 'sch'],
  [/f/g, 'ph'],
];
const HEARD = /[kf]|z$|ie$/;
const DOUBLED_MIN = 3;
const ALL_TWICE = /^(?:([a-z])\1)+$/;
/** Shorter words are no others run together, and longer ones are data. */
const RUN_TOGETHER = { from: 8, to: 40 };
/** Those have so many letters on average, and each is named by so many phrases: most long words can be cut into rare short ones. */
const PIECE_LETTERS = 2.5;
const PIECE_USES = 30;
const LONE_LETTERS = 'aiu';

const isDigit = (code: number) => code >= 48 && code <= 57;
const squeeze = (word: string) => word.replace(/(.)\1+/gu, '$1');
const skeleton = (word: string) => word.replace(/[aeiouy]/g, '');
/** First letter, consonants, last letter: what is left where the vowels between are gone. */
const outline = (word: string) => `${word.charAt(0)} ${skeleton(word)} ${word.at(-1)}`;

/**
 * Builds a vocabulary, in steps: whoever runs them may rest at each `yield`.
 * @param endings regular endings of words ("ing"): an unknown word is tried without them
 * @param others words that are no typos, though a known word is one letter away
 * @param years words for years of age that are written at the number
 */
export function* vocabularySteps(
  book: WordBook,
  endings: readonly string[],
  others: ReadonlySet<string>,
  years: ReadonlySet<string> = NO_WORDS,
): Generator<undefined, Vocabulary> {
  const { idOf, squeezed, skeletons, byShape } = yield* indexWords(book);
  const { lone } = book;
  const usesOf = (id: number) => book.uses[id - 1] ?? 0;

  function known(word: string): number | null {
    return idOf.get(word) ?? null;
  }

  function withoutEnding(word: string): number | null {
    for (const base of basesOf(word, endings)) if (idOf.has(base)) return known(base);
    return null;
  }

  function unstretch(word: string): number | null {
    if (!STRETCHED.test(word)) return null;
    return (
      known(word.replace(/(.)\1{2,}/gu, '$1$1')) ??
      known(word.replace(/(.)\1{2,}/gu, '$1')) ??
      known(squeezed.get(squeeze(word)) ?? '')
    );
  }

  /** The word as leetspeak for a known one; `1` may stand for i or l. */
  function unleet(word: string): number | null {
    for (const plain of plainForms(word)) {
      const id = known(plain) ?? withoutEnding(plain);
      if (id !== null) return id;
    }
    return null;
  }

  /** The same, with another trick on top. */
  function unleetLoosely(word: string): number | null {
    for (const plain of plainForms(word)) {
      const id = unstretch(plain) ?? missingVowels(plain) ?? typo(plain);
      if (id !== null) return id;
    }
    return null;
  }

  /** All vowels inside the word are gone; the first and the last letter stand. */
  function missingVowels(word: string): number | null {
    if (word.length < SKELETON_MIN || !INNER_BARE.test(word)) return null;
    return known(skeletons.get(outline(word)) ?? '') ?? formWithoutVowels(word);
  }

  /** The same of a regular form whose base is known: mssgs. */
  function formWithoutVowels(word: string): number | null {
    for (const ending of endings) {
      const bare = skeleton(ending);
      const base = word.slice(0, word.length - bare.length);
      if (!word.endsWith(bare) || base.length < SKELETON_MIN || !INNER_BARE.test(base)) continue;
      const whole = skeletons.get(outline(base));
      if (whole !== undefined) return known(whole);
    }
    return null;
  }

  function typo(word: string): number | null {
    if (word.length < TYPO_MIN_LENGTH || word.length > 24 || !/^[a-z*]+$/.test(word)) return null;
    if (others.has(word)) return null;
    for (const length of [word.length, word.length + 1, word.length - 1]) {
      if (length < TYPO_MIN_LENGTH) continue;
      for (const candidate of byShape.get(`${word.charAt(0)}${length}`) ?? [])
        if (isOneEditApart(word, candidate)) return known(candidate);
    }
    return null;
  }

  /** Stars in place of vowels: p*c. The commonest of the words that it may be. */
  function starred(word: string): number | null {
    if (!word.includes('*')) return null;
    const stars = word.split('*').length - 1;
    if (stars > STARS_MAX || word.length - stars < 2) return null;
    let forms = [''];
    for (const letter of word)
      forms = forms.flatMap((form) =>
        letter === '*' ? [...VOWELS].map((vowel) => form + vowel) : [form + letter],
      );
    let best: number | null = null;
    for (const form of forms) {
      const id = known(form) ?? withoutEnding(form);
      if (id !== null && (best === null || usesOf(id) > usesOf(best))) best = id;
    }
    return best;
  }

  /** As it sounds: picz, fone, skool, sexie, pikturez. */
  function respelled(word: string): number | null {
    if (word.length < RESPELLED_MIN || !HEARD.test(word) || others.has(word)) return null;
    for (const form of spelledForms(word)) {
      const id = known(form) ?? withoutEnding(form);
      if (id !== null && !lone.has(id)) return id;
    }
    return null;
  }

  /** Every letter typed twice: uu, sseenndd. */
  function allTwice(word: string): number | null {
    if (!ALL_TWICE.test(word)) return null;
    const once = word.replace(/(.)\1/g, '$1');
    const id = known(once) ?? withoutEnding(once);
    return id === null || (once.length === 1 && lone.has(id)) ? null : id;
  }

  /** The last letter typed twice: picss. */
  function doubled(word: string): number | null {
    if (word.length < DOUBLED_MIN || word.at(-1) !== word.at(-2) || others.has(word)) return null;
    const id = known(word.slice(0, -1));
    return id === null || lone.has(id) ? null : id;
  }

  /** Signs between letters or words: p*i*c, send|me|a|pic. */
  function aroundSigns(word: string): readonly number[] | null {
    if (!BETWEEN.test(word)) return null;
    const pieces = word.split(BETWEEN).filter((piece) => piece !== '');
    const isSpread = pieces.length > 2 && pieces.every((piece) => piece.length === 1);
    const ids = isSpread ? lookUp(pieces.join('')) : pieces.flatMap(lookUp);
    return ids.some((id) => id !== 0) ? ids : null;
  }

  /** Known words run together: sendmeapic. */
  function glued(word: string): readonly number[] | null {
    if (word.length < RUN_TOGETHER.from || word.length > RUN_TOGETHER.to || others.has(word)) return null;
    const ids = cutWhole(word, (piece) => {
      const id = idOf.get(piece) ?? 0;
      const isWord = piece.length > 1 || LONE_LETTERS.includes(piece);
      return isWord && usesOf(id) >= PIECE_USES ? id : 0;
    });
    return ids === null || word.length < ids.length * PIECE_LETTERS ? null : ids;
  }

  function apart(word: string): readonly number[] | null {
    const [, front, back] = NUMBER_THEN_WORD.exec(word) ?? WORD_THEN_NUMBER.exec(word) ?? [];
    if (front === undefined || back === undefined) return null;
    const ids = [known(front) ?? 0, known(back) ?? 0];
    const letters = DIGITS.test(front) ? ids[1] : ids[0];
    return letters === 0
      ? null
      : [
          DIGITS.test(front) ? numberId(front) : (ids[0] ?? 0),
          DIGITS.test(back) ? numberId(back) : (ids[1] ?? 0),
        ];
  }

  function numberId(digits: string): number {
    const value = digits.length > 6 ? Number.NaN : Number(digits);
    return (
      known(digits) ??
      known(value >= 5 && value <= 17 ? '<minor>' : value >= 18 && value <= 79 ? '<adult>' : '<num>') ??
      0
    );
  }

  /** One word: a row that is shared by all that stands for it. */
  function only(id: number): readonly number[] {
    const known = alone[id];
    if (known) return known;
    const fresh = [id];
    alone[id] = fresh;
    return fresh;
  }

  function lookUp(word: string): readonly number[] {
    const id = known(word);
    if (id !== null) return only(id);
    if (HAS_SIGN.test(word)) {
      const plain = years.has(MAYBE_AGE.exec(word)?.[1] ?? '') ? null : unleet(word);
      if (plain !== null) return only(plain);
      const pieces = apart(word);
      if (pieces) return pieces;
    }
    const isLatin = LATIN.test(word);
    const undone =
      withoutEnding(word) ??
      allTwice(word) ??
      unstretch(word) ??
      unleetLoosely(word) ??
      (isLatin ? (respelled(word) ?? missingVowels(word) ?? doubled(word)) : starred(word)) ??
      typo(word);
    if (undone !== null) return only(undone);
    if (isLatin) return glued(word) ?? UNKNOWN;
    return aroundSigns(word) ?? (PICTURE.test(word) ? NOTHING : UNKNOWN);
  }

  const alone: (readonly number[])[] = [];
  const remembered = new Map<string, readonly number[]>();
  return {
    idOf,
    size: idOf.size,
    resolve(written) {
      const cached = remembered.get(written);
      if (cached) return cached;
      // Numbers are read as fast as remembered, and there is no end of different ones.
      if (isDigit(written.charCodeAt(0))) {
        if (DIGITS.test(written)) return only(numberId(written));
        if (DECIMAL.test(written)) return only(known('<num>') ?? 0);
      }
      const found = lookUp(written);
      if (remembered.size >= MEMORY_LIMIT) remembered.clear();
      remembered.set(written, found);
      return found;
    },
  };
}

/** Known words by number and by what is left of them. Apart, so that a page does not keep what they are made from. */
function* indexWords({ words, uses, lone }: WordBook) {
  const idOf = new Map<string, number>();
  const squeezed = new Map<string, string>();
  const skeletons = new Map<string, string>();
  const byShape = new Map<string, string[]>();
  const usesOf = (word: string | undefined) =>
    word === undefined ? -1 : (uses[(idOf.get(word) ?? 0) - 1] ?? 0);
  const keepCommoner = (map: Map<string, string>, key: string, word: string) => {
    if (usesOf(map.get(key)) < usesOf(word)) map.set(key, word);
  };
  for (const word of words) {
    idOf.set(word, idOf.size + 1);
    if (idOf.size % STEP_WORDS === 0) yield;
    if (!LATIN.test(word)) continue;
    keepCommoner(squeezed, squeeze(word), word);
    const isLone = lone.has(idOf.size);
    if (!isLone && word.length >= SKELETON_WORD_MIN)
      for (const bare of outlinesOf(word)) keepCommoner(skeletons, bare, word);
    if (word.length >= TYPO_MIN_LENGTH && !isLone) {
      const shape = `${word.charAt(0)}${word.length}`;
      const alike = byShape.get(shape);
      if (alike) alike.push(word);
      else byShape.set(shape, [word]);
    }
  }
  return { idOf, squeezed, skeletons, byShape };
}

/** How a word that is written as it sounds may be spelled: its end, what is within, or both. */
function spelledForms(word: string): string[] {
  const ends = [word, ...respell(word, SOUNDS_LAST)];
  return [...ends.slice(1), ...ends.flatMap((end) => respell(end, SOUNDS_WITHIN))];
}

function respell(word: string, ways: readonly Respelling[]): string[] {
  return ways.map(([heard, spelled]) => word.replace(heard, spelled)).filter((form) => form !== word);
}

/** The word with its signs read as letters; none where it holds no sign. */
function plainForms(word: string): string[] {
  if (!HAS_SIGN.test(word) || DIGITS.test(word)) return [];
  const read = (text: string) => [...text].map((sign) => LEET[sign] ?? sign).join('');
  return [read(word), read(word.replace(/[1|!]/g, 'l'))];
}

/** Outlines of a word whose vowels are left out, its last one too; none where too little is left. */
function outlinesOf(word: string): string[] {
  const bones = skeleton(word);
  if (bones === word) return [];
  if (bones.length >= SKELETON_MIN) return [outline(word), `${word.charAt(0)} ${bones} ${bones.at(-1)}`];
  const isEnough = bones.length === SKELETON_MIN - 1 && word.length >= LONG_WORD_MIN && AT_AN_END.test(word);
  return isEnough ? [outline(word)] : [];
}

/** True where one letter is changed, added, lost or swapped with its neighbour; `*` in `written` stands for any letter. */
function isOneEditApart(written: string, known: string): boolean {
  let front = 0;
  while (front < written.length && front < known.length && same(written, front, known, front)) front += 1;
  let back = 0;
  while (
    back < written.length - front &&
    back < known.length - front &&
    same(written, written.length - 1 - back, known, known.length - 1 - back)
  )
    back += 1;
  const left = written.length - front - back;
  const right = known.length - front - back;
  if (left <= 1 && right <= 1) return true;
  return (
    left === 2 && right === 2 && written[front] === known[front + 1] && written[front + 1] === known[front]
  );
}

function same(a: string, i: number, b: string, j: number): boolean {
  return a[i] === b[j] || a[i] === '*';
}
