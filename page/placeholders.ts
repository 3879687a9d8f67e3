// Puts marks that say nothing in place of whatever a page says: of words, numbers, names, addresses and pictures only the
// kind stays, of ids that two are the same. For copies of a page's structure (page/structure.ts).
import { lazy } from '../utils/lazy';
import { STRUCTURE_WORDS } from './structure-words';

/** One letter for all of its script: how a site writes Khmer or Arabic hours matters to whoever mends an adapter. */
const LETTERS = lazy((): readonly (readonly [RegExp, string])[] => [
  [/\p{Script=Khmer}/u, 'ក'],
  [/\p{Script=Thai}/u, 'ก'],
  [/\p{Script=Arabic}/u, 'ا'],
  [/\p{Script=Hebrew}/u, 'א'],
  [/\p{Script=Cyrillic}/u, 'ж'],
  [/\p{Script=Greek}/u, 'λ'],
  [/\p{Script=Devanagari}/u, 'क'],
  [/\p{Script=Hangul}/u, '가'],
  [/\p{Script=Hiragana}|\p{Script=Katakana}/u, 'あ'],
  [/\p{Script=Han}/u, '文'],
]);
/** The length of a word says something about it, so all have the same. */
const WORD = 3;
/** Hours and dates keep their shape; anything longer is cut. */
const MAX_DIGITS = 4;

const PIECES = lazy(
  () =>
    /(?<space>[\t\n\p{Zs}]+)|(?<ascii>[\x21-\x2f\x3a-\x40\x5b-\x60\x7b-\x7e]+)|(?<word>[[\p{L}\p{M}\p{Alphabetic}]--\p{N}]+)|(?<number>\p{N}+)|(?<flag>\p{RI}+)|(?<emoji>(?:\p{Extended_Pictographic}[\p{Emoji_Modifier}\u200d\ufe0f]*)+)|(?<unseen>\p{C}+)|(?<mark>\p{P}+)|(?<other>[\s\S])/gv,
);

/** A text as its shape: 'See you at 5:30, Ana 🙂' gives 'xxx xxx xxx 0:00, xxx 🙂'. */
export function hideText(text: string): string {
  return text.replace(PIECES(), (piece, ...rest) => {
    const kind = rest.at(-1) as Readonly<Record<string, string | undefined>>;
    if (kind.word) return letterOf(piece).repeat(WORD);
    if (kind.number) return '0'.repeat(Math.min([...piece].length, MAX_DIGITS));
    if (kind.flag) return '🏳';
    if (kind.emoji) return '🙂';
    if (kind.unseen) return '';
    return kind.other ? '*' : piece;
  });
}

function letterOf(word: string): string {
  return LETTERS().find(([script]) => script.test(word))?.[1] ?? 'x';
}

/** Words of a text, in small letters, with at least two letters. */
export function wordsOf(text: string): string[] {
  return (text.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? []).filter((word) => [...word].length > 1);
}

const list = (names: string): Pick<ReadonlySet<string>, 'has'> => {
  const set = lazy(() => new Set(names.split(' ')));
  return { has: (name) => set().has(name) };
};
/** Attributes with one of a few values, none of them said by a person. */
const FIXED = list(
  'aria-hidden aria-selected aria-current aria-expanded aria-haspopup aria-checked aria-pressed aria-disabled aria-live aria-modal aria-multiline aria-orientation aria-busy aria-atomic contenteditable dir draggable hidden role spellcheck type',
);
const FIXED_VALUES = list(
  'true false mixed page step location menu dialog listbox tree grid polite assertive off horizontal vertical ltr rtl auto plaintext-only file text button submit checkbox radio password search email until-found additions all both none inline article alert alertdialog application banner cell columnheader combobox complementary contentinfo document feed figure form generic gridcell group heading img link list listitem log main mark marquee math menubar menuitem menuitemcheckbox menuitemradio navigation note option presentation progressbar radiogroup region row rowgroup rowheader scrollbar searchbox separator slider spinbutton status switch tab table tablist tabpanel textbox timer toolbar tooltip treegrid treeitem',
);
/** Attributes whose values sites make up as names of parts, often with an id or somebody's name in them. */
const IDS = list(
  'id for name part slot is data-testid data-tid data-e2e data-icon data-scope data-list-id data-list-item-id data-a-target data-type data-role jsname aria-labelledby aria-controls aria-describedby aria-owns aria-activedescendant',
);
const TEXTS = list(
  'title alt placeholder aria-label aria-roledescription aria-description aria-valuetext aria-placeholder label data-pre-plain-text data-plain-text',
);
const ADDRESSES = list('href src poster data-src data-href action itemtype');
const LAYOUT = /^(display|flex-direction|justify-content|align-items|align-self|direction)$/;
const LAYOUT_VALUES = list(
  'flex inline-flex block grid none row row-reverse column column-reverse flex-start flex-end start end center space-between stretch baseline ltr rtl',
);
/** An address that no one can have (RFC 2606). */
const NOWHERE = 'https://example.invalid';
/** A picture of nothing. */
const NO_PICTURE = 'data:image/gif;base64,R0lGODlhAQABAAAAACw=';
/** A time that every reader of times takes. */
const NO_TIME = '2026-01-01T00:00:00.000Z';
/** Shorter words are too often part of a longer one that has nothing to do with them. */
const MIN_PART = 4;
/** A part of a class as people end their names on sites: 'kay99'. Classes that a tool made mix digits in earlier. */
const HANDLE = /(?<![a-z0-9])[a-z]{3,}[0-9]+(?![a-z0-9])/gi;

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const UUID_OR_PART = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|[\p{L}\p{M}\p{N}]+/giu;

export type Hider = {
  /** The value to write, or null where the attribute is left out. */
  attribute(name: string, value: string): string | null;
};

/** `said`: all words that texts of the page hold (`wordsOf`). None of them stays in a name unless it is a site's word. */
export function createHider(said: ReadonlySet<string>): Hider {
  const numbers = new Map<string, string>();
  const names = new Map<string, string>();
  const telling = [...said].filter((word) => word.length >= MIN_PART && !STRUCTURE_WORDS.has(word));

  /** The same id gives the same number, another one another, of the same length where there is room. */
  function numberOf(id: string): string {
    const known = numbers.get(id);
    if (known) return known;
    const count = String(numbers.size + 1);
    const made = id.length > count.length ? `1${count.padStart(id.length - 1, '0')}` : count;
    numbers.set(id, made);
    return made;
  }

  const uuidOf = (id: string): string =>
    `00000000-0000-4000-8000-${numberOf(id).padStart(12, '0').slice(-12)}`;
  /** A name in an address: whether two are the same tells who wrote what, and no more. */
  const nameOf = (name: string): string => {
    const known = names.get(name) ?? `name${names.size + 1}`;
    names.set(name, known);
    return known;
  };

  const isOurs = (word: string): boolean => {
    const small = word.toLowerCase();
    return STRUCTURE_WORDS.has(small) || (!said.has(small) && !telling.some((one) => small.includes(one)));
  };

  /** A part of a name that a site made up: `isKept` says of each word in it whether it may stay. */
  function hidePart(part: string, isKept: (word: string) => boolean, hidden = (_: string) => 'xxx'): string {
    const digits = part.replace(/[^0-9]/g, '').length;
    if (digits === part.length || digits >= MAX_DIGITS) return numberOf(part);
    const words = part.split(/[0-9]+|(?<=[a-z])(?=[A-Z])/).filter((word) => word !== '');
    const isPlain = /^[A-Za-z0-9]+$/.test(part);
    const isKnown = isPlain && isKept(part) && words.every((word) => word.length === 1 || isKept(word));
    return isKnown ? part : hidden(part);
  }

  const hideParts = (
    value: string,
    isKept: (word: string) => boolean,
    hidden?: (part: string) => string,
  ): string =>
    value
      .replace(UUID_OR_PART, (part) => (UUID.test(part) ? uuidOf(part) : hidePart(part, isKept, hidden)))
      .replace(/[^\x20-\x7e]/gu, '');
  /** Sites' own classes can't be listed: one stays unless the page says a word of it, or it looks like somebody's handle. */
  const hideClass = (value: string): string =>
    value.replace(/\S+/g, (token) => {
      const isHandle = (token.match(HANDLE) ?? []).some((part) => !isListed(part.replace(/[0-9]+$/, '')));
      return hideParts(token, isHandle ? isListed : isOurs);
    });
  /** Only listed words stay: who is called what on a site need not be said anywhere on the page. */
  const hideId = (value: string): string => hideParts(value, isListed, nameOf);

  function hideAddress(value: string): string {
    if (/^(data|blob):/i.test(value)) return NO_PICTURE;
    if (!URL.canParse(value, NOWHERE)) return '#';
    const { protocol, pathname, search, hash } = new URL(value, NOWHERE);
    if (!/^https?:$/.test(protocol)) return '#';
    const isWhole = /^([a-z]+:)?\/\//i.test(value.trim());
    const rest = [pathname, search, hash].map((part) => hideId(decoded(part))).join('');
    return isWhole ? `${NOWHERE}${rest}` : rest;
  }

  return {
    attribute(name, value) {
      if (FIXED.has(name)) return value === '' || FIXED_VALUES.has(value) ? value : null;
      if (TEXTS.has(name)) return hideText(value);
      if (ADDRESSES.has(name)) return hideAddress(value);
      if (name === 'class') return hideClass(value);
      if (IDS.has(name)) return hideId(value);
      if (name === 'datetime') return NO_TIME;
      if (name === 'style') return hideStyle(value);
      if (name === 'tabindex') return /^-?[01]$/.test(value) ? value : null;
      if (name === 'lang') return /^[a-z]{2,3}(-[A-Z]{2})?$/.test(value) ? value : null;
      if (!/^(data|aria)-[a-z0-9-]+$/.test(name)) return null;
      return /\s|[^\x20-\x7e]/.test(value) ? hideText(value) : hideId(value);
    },
  };
}

/** Every word of a part, 'MessageContent' as well as 'message'. */
function isListed(part: string): boolean {
  return part
    .split(/(?<=[a-z])(?=[A-Z])/)
    .every((word) => word.length === 1 || STRUCTURE_WORDS.has(word.toLowerCase()));
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** Who stands on which side is told by layout on some sites; nothing else of a style is kept. */
function hideStyle(value: string): string | null {
  const kept = value
    .split(';')
    .map((one) => one.split(':').map((part) => part.trim().toLowerCase()))
    .filter(([name = '', set = '']) => LAYOUT.test(name) && LAYOUT_VALUES.has(set));
  return kept.length === 0 ? null : kept.map((one) => one.join(':')).join(';');
}
