// What a page says, wherever it stands, and whether a name that the site gave to one of its parts holds any of it. For copies
// of a page's structure (page/structure.ts).
import { onceEach } from '../utils/lazy';
import { ADDRESSES, CODE, FIXED, TEXTS } from './attribute-kinds';
import { decoded } from './decoded';
import { wordsOf } from './hide-text';
import type { WordLists } from './word-lists';

/** Shorter words are too often part of a longer one that has nothing to do with them: they count at its edges alone. */
const MIN_PART = 4;
/** The shortest that count at an edge: 'ana' in 'userana'. */
const MIN_EDGE = 3;
/** No name of a part that a person gave is longer. */
const MAX_NAME = 64;

export type Said = {
  /** Adds what is written in a text or label. */
  add(text: string): void;
  /** Adds an address: a login is written in one word there, of which a site may use a half elsewhere. */
  addAddress(address: string): void;
  /** Adds what may be a name and may be letters by chance: an id. */
  addId(id: string): void;
  /** Whether a word of ASCII letters is one that was said, or has one in it. */
  tells(word: string): boolean;
};

/** A collection of what is said. All is added before the first question. */
export function createSaid(words: WordLists): Said {
  const said = new Set<string>();
  const logins: string[] = [];

  const isTelling = (part: string): boolean =>
    said.has(part) && !words.sites.has(part) && !(part.length < MIN_PART && words.frequent.has(part));

  const tells = onceEach((word: string): boolean => {
    if (said.has(word) || word.length > MAX_NAME) return true;
    for (let start = 0; start < word.length; start += 1)
      for (let end = start + MIN_EDGE; end <= word.length; end += 1) {
        const isEdge = start === 0 || end === word.length;
        if ((isEdge || end - start >= MIN_PART) && isTelling(word.slice(start, end))) return true;
      }
    const isPart = (login: string) => login.startsWith(word) || login.endsWith(word);
    return word.length >= MIN_PART && logins.some(isPart);
  });

  const add = (text: string) => {
    for (const word of wordsIn(text)) said.add(word);
  };
  return {
    add,
    addAddress(address) {
      add(decoded(address));
      logins.push(...wordsIn(decoded(address)));
    },
    addId(id) {
      for (const word of wordsIn(id)) if (word.length >= MIN_PART) said.add(word);
    },
    tells: (word) => tells(word.toLowerCase()),
  };
}

/** As written, and as a site would write it in a name: 'José' as 'jose', and each half of 'MariaKay'. */
function wordsIn(text: string): string[] {
  const plain = text.normalize('NFKD').replace(/\p{M}/gu, '');
  return [text, plain, plain.replace(/(?<=[a-z])(?=[A-Z])/g, ' ')].flatMap(wordsOf);
}

/** All that a document says: its title and address, its texts, and the values of attributes but for classes, code and what HTML fixes. */
export function saidOn(document: Document, words: WordLists, isLeftOut: (element: Element) => boolean): Said {
  const said = createSaid(words);
  said.add(document.title);
  said.addAddress(document.location.href);
  const walk = (node: Node): void => {
    if (node.nodeType === 3) said.add((node as Text).data);
    if (node.nodeType === 1) {
      const element = node as Element;
      if (isLeftOut(element)) return;
      for (const { name, value } of element.attributes) addAttribute(said, element, name, value);
      if (element.shadowRoot) walk(element.shadowRoot);
    }
    for (const child of node.childNodes) walk(child);
  };
  walk(document.documentElement);
  return said;
}

function addAttribute(said: Said, { localName }: Element, name: string, value: string): void {
  if (TEXTS.has(name) || name === 'value') said.add(value);
  else if (localName === 'a' && ADDRESSES.has(name)) said.addAddress(value);
  else if (!CODE.test(name) && !FIXED.has(name)) said.addId(value);
}
