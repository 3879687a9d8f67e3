// Puts marks that say nothing in place of whatever a page says: of words, numbers, names, addresses and pictures only the
// kind stays, of ids that two are the same. For copies of a page's structure (page/structure.ts).
import { ADDRESSES, FIXED, FIXED_VALUES, IDS, LAYOUT, LAYOUT_VALUES, TEXTS } from './attribute-kinds';
import { decoded } from './decoded';
import { hideText, MAX_DIGITS } from './hide-text';
import { createIdMarks } from './id-marks';
import { STRUCTURE_WORDS } from './structure-words';

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
  const { numberOf, uuidOf, nameOf } = createIdMarks();
  const telling = [...said].filter((word) => word.length >= MIN_PART && !STRUCTURE_WORDS.has(word));

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

/** Who stands on which side is told by layout on some sites; nothing else of a style is kept. */
function hideStyle(value: string): string | null {
  const kept = value
    .split(';')
    .map((one) => one.split(':').map((part) => part.trim().toLowerCase()))
    .filter(([name = '', set = '']) => LAYOUT.test(name) && LAYOUT_VALUES.has(set));
  return kept.length === 0 ? null : kept.map((one) => one.join(':')).join(';');
}
