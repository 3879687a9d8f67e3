// Puts marks that say nothing in place of whatever a page says: of words, numbers, names, addresses and pictures only the
// kind stays, of ids and names that two are the same. For copies of a page's structure (page/structure.ts).
import { ADDRESSES, FIXED, FIXED_VALUES, IDS, LAYOUT, LAYOUT_VALUES, ROUTES, TEXTS } from './attribute-kinds';
import { decoded } from './decoded';
import { hideText, MAX_DIGITS } from './hide-text';
import { createIdMarks } from './id-marks';
import type { Said } from './said';
import type { WordLists } from './word-lists';

/** An address that no one can have (RFC 2606). */
const NOWHERE = 'https://example.invalid';
/** A picture of nothing. */
const NO_PICTURE = 'data:image/gif;base64,R0lGODlhAQABAAAAACw=';
/** A time that every reader of times takes. */
const NO_TIME = '2026-01-01T00:00:00.000Z';
/** Letters with a short number behind them, as 'item2' or 'h1'. What mixes both in other ways a tool made, or a person. */
const COUNTED = /^([a-z]{2,}(?=[0-9]{1,3}$)|[a-z](?=[0-9]$))/i;
/** A part of a class as people end their names on sites: 'kay99'. The other parts of such a class may be their names too. */
const HANDLE = /(?<![a-z0-9])[a-z]{3,}[0-9]+(?![a-z0-9])/gi;

/** Ours, in a copy that is copied again. */
const MARK = /^name[0-9]/;

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const UUID_OR_PART = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|[\p{L}\p{M}\p{N}]+/giu;

export type Hider = {
  /** The name to write of an element that is none of the browser's, or of an attribute. */
  name(name: string): string;
  /** The value to write, or null where the attribute is left out. */
  attribute(name: string, value: string): string | null;
};

/** Of what was `said` nothing stays in a class, and in no other place any word that is not listed for it. */
export function createHider(said: Pick<Said, 'tells'>, words: WordLists): Hider {
  const { numberOf, uuidOf, nameOf } = createIdMarks();

  /** Every word of a part, 'MessageContent' as well as 'message'. */
  const isListed = (part: string): boolean =>
    wordsOfName(part).every((word) => word.length === 1 || words.sites.has(word.toLowerCase()));
  /** One that looks like a mark of ours is none: a mark must stand for one name. */
  function isCounted(part: string): boolean {
    const [word = ''] = COUNTED.exec(part) ?? [];
    return word !== '' && !MARK.test(part) && isListed(word);
  }
  const isName = (part: string): boolean => isListed(part) || words.names.has(part) || isCounted(part);

  /** Each part of a name that a site made up: `isKept` says whether it may stay. */
  const hideParts = (value: string, isKept: (part: string) => boolean): string =>
    value
      .replace(UUID_OR_PART, (part) => {
        if (UUID.test(part)) return uuidOf(part);
        const digits = part.replace(/[^0-9]/g, '').length;
        if (digits === part.length || digits >= MAX_DIGITS) return numberOf(part);
        return isKept(part) ? part : nameOf(part);
      })
      .replace(/[^\x20-\x7e]/gu, '');

  /** Sites' own classes can't be listed: one stays unless the page says a word of it, or it has a number that counts nothing. */
  const isClass = (part: string): boolean =>
    isCounted(part) ||
    (/^[a-z]+$/i.test(part) &&
      (isListed(part) || ![part, ...wordsOfName(part)].some((word) => !isListed(word) && said.tells(word))));
  const hideClass = (value: string): string =>
    value.replace(/\S+/g, (token) => {
      const isHandle = (token.match(HANDLE) ?? []).some((part) => !isCounted(part) && !MARK.test(part));
      return hideParts(token, isHandle ? isListed : isClass);
    });
  /** Only listed words stay: who is called what on a site need not be said anywhere on the page. */
  const hideId = (value: string): string => hideParts(value, isListed);
  /** What people write is anywhere in these, and any word can be theirs. */
  const hideData = (value: string): string => hideParts(value, () => false);

  /** A path as far as it is one of those that sites have. */
  function hidePath(path: string): string {
    let isRoute = true;
    return path.replace(/[^/]+/g, (part) => {
      isRoute &&= ROUTES.has(part);
      return isRoute ? part : hideData(part);
    });
  }

  function hideAddress(value: string): string {
    if (/^(data|blob):/i.test(value)) return NO_PICTURE;
    if (!URL.canParse(value, NOWHERE)) return '#';
    const { protocol, pathname, search, hash } = new URL(value, NOWHERE);
    if (!/^https?:$/.test(protocol)) return '#';
    const isWhole = /^([a-z]+:)?\/\//i.test(value.trim());
    const hidden = [
      hidePath(decoded(pathname)),
      decoded(search).replace(
        /([?&]?)([^?&=]+)/g,
        (_, before, part) => before + (before && ROUTES.has(part) ? part : hideData(part)),
      ),
      hash.slice(0, 1),
      (/^#[\w-]+$/.test(value) ? hideId : hidePath)(decoded(hash.slice(1))),
    ].join('');
    return isWhole ? `${NOWHERE}${hidden}` : hidden;
  }

  return {
    name: (name) =>
      [FIXED, TEXTS, ADDRESSES, IDS].some((kind) => kind.has(name)) ? name : hideParts(name, isName),
    attribute(name, value) {
      if (FIXED.has(name)) return value === '' || FIXED_VALUES.has(value) ? value : null;
      if (TEXTS.has(name)) return hideText(value);
      if (ADDRESSES.has(name)) return hideAddress(value);
      if (name === 'class') return hideClass(value);
      if (IDS.has(name)) return hideId(value);
      if (name === 'datetime') return NO_TIME;
      if (name === 'style') return hideStyle(value);
      if (name === 'tabindex') return /^-?[01]$/.test(value) ? value : null;
      if (name === 'lang') return /^([a-z]{2}|ceb|fil)(-[A-Z]{2})?$/.test(value) ? value : null;
      if (!/^(data|aria)-[a-z0-9-]+$/.test(name)) return null;
      if (/^(true|false)$/.test(value)) return value;
      return /\s|[^\x20-\x7e]/.test(value) ? hideText(value) : hideData(value);
    },
  };
}

/** 'MessageContent' as its two words. */
const wordsOfName = (part: string): string[] => part.split(/(?<=[a-z])(?=[A-Z])/);

/** Who stands on which side is told by layout on some sites; nothing else of a style is kept. */
function hideStyle(value: string): string | null {
  const kept = value
    .split(';')
    .map((one) => one.split(':').map((part) => part.trim().toLowerCase()))
    .filter(([name = '', set = '']) => LAYOUT.test(name) && LAYOUT_VALUES.has(set));
  return kept.length === 0 ? null : kept.map((one) => one.join(':')).join(';');
}
