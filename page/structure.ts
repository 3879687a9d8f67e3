// Copies how a page is built without anything that it says, for whoever mends an adapter. Pure but for reading the page;
// runs only when the person asks for it (entrypoints/fix-site), inside the content script, so that no text leaves it.
import type { StructureWords } from '../utils/tab-messages';
import { hideText } from './hide-text';
import { createHider, type Hider } from './placeholders';
import { ancestorsOf } from './rows';
import { saidOn } from './said';
import { wordListsOf } from './word-lists';

/** A copy of a page, and how large it is. */
export type Structure = {
  readonly html: string;
  readonly elements: number;
  /** True where parts were left out, because the page is large. */
  readonly cut: boolean;
};

export type StructureOptions = {
  /** Words that may stay, as the person's page sent them. */
  readonly words?: Partial<StructureWords> | null | undefined;
  /** The pane of the chat, where one is open: copied whole, and the page around it only in outline. */
  readonly focus?: Element | null;
  /** What a style sheet says of an element's layout, as 'justify-content:flex-end'; '' for nothing of note. */
  readonly layoutOf?: (element: Element) => string;
};

const MAX_ELEMENTS = 3_000;
/** Where an element stands; `left`: so many more levels are copied below it, unless it leads to the chat. */
type Place = { readonly depth: number; readonly left: number; readonly inChat: boolean };

/** Of what stands beside the chat, so many levels are copied. */
const OUTLINE_DEPTH = 8;
const MAX_DEPTH = 100;
/** A long row of like elements is shown by its first ones and its last ones. */
const MAX_ALIKE = 30;
const FIRST_ALIKE = 4;
const LAST_ALIKE = 16;
const SKIP =
  /^(script|style|link|meta|noscript|template|object|embed|canvas|base|title|map|source|track|param)$/;
/** What is in these is a picture, another page, or typed by the person. */
const HOLLOW = /^(svg|iframe|textarea|video|audio|select|picture|math)$/;
const VOID = /^(img|br|hr|input|wbr|area|col)$/;

/**
 * Copies the body of `document` as HTML in which every text, name, number, address and picture that it shows is replaced. A name
 * in a class that is shown nowhere stays: nothing tells it from a component's.
 */
export function copyStructure(document: Document, options: StructureOptions = {}): Structure {
  const words = wordListsOf(options.words);
  const hider = createHider(
    saidOn(document, words, ({ localName }) => SKIP.test(localName)),
    words,
  );
  const around = ancestorsOf(options.focus ?? null);
  const state = { elements: 0, cut: false };
  const { documentElement: root } = document;
  const write = (element: Element, place: Place): string => {
    const { localName } = element;
    if (!isCopied(element)) return '';
    if (state.elements >= MAX_ELEMENTS || place.depth > MAX_DEPTH || place.left < 0) {
      state.cut = true;
      return '';
    }
    state.elements += 1;
    const tag = isBrowsersOwn(element) ? localName : hider.name(localName);
    const open = `<${tag}${attributesOf(element, hider, options.layoutOf)}>`;
    if (VOID.test(localName)) return open;
    return `${open}${isHollow(element) ? '' : inside(element, place)}</${tag}>`;
  };
  const inside = (element: Element, place: Place): string => {
    const root = element.shadowRoot;
    const inRoot = root ? `<template shadowrootmode="open">${nodes(root, place)}</template>` : '';
    return inRoot + nodes(element, place);
  };
  const nodes = (parent: Element | ShadowRoot, place: Place): string => {
    const kept = thinned([...parent.childNodes].filter(isWorthCopying));
    if (kept.includes(null)) state.cut = true;
    const copies = kept.map((node) => {
      if (node === null) return '<!-- more like these -->';
      if (node.nodeType === 3) return escaped(hideText((node as Text).data.replace(/\s+/g, ' ')));
      return write(node as Element, placeIn(node as Element, place));
    });
    return copies.join(kept.some((node) => node?.nodeType === 3) ? '' : '\n');
  };
  const placeIn = (element: Element, { depth, left, inChat }: Place): Place => {
    const isChat = inChat || element === options.focus;
    const isOnTheWay = around.size === 0 || isChat || around.has(element);
    return { depth: depth + 1, inChat: isChat, left: isOnTheWay ? OUTLINE_DEPTH : left - 1 };
  };
  const body = write(document.body, { depth: 0, left: OUTLINE_DEPTH, inChat: false });
  const address = hider.attribute('href', document.location.href) ?? '';
  const html = `<!doctype html>\n<!-- address: ${escaped(address)} -->\n<html${attributesOf(root, hider)}>\n<head><meta charset="utf-8"><title>page</title></head>\n${body}\n</html>\n`;
  return { html, ...state };
}

function isCopied({ localName }: Element): boolean {
  return !SKIP.test(localName) && /^[a-z][a-z0-9-]*$/.test(localName);
}

/** Whether its name is one of HTML's, of which the browser knows all. Any other is made up, by the site or from what it knows. */
function isBrowsersOwn(element: Element): boolean {
  const { localName } = element;
  const kind = Object.prototype.toString.call(element);
  return HOLLOW.test(localName) || (/HTML(?!Unknown)/.test(kind) && !localName.includes('-'));
}

/** Words that the person typed are never looked at. */
function isHollow(element: Element): boolean {
  const typed = element.getAttribute('contenteditable');
  return HOLLOW.test(element.localName) || (typed !== null && typed !== 'false');
}

function isWorthCopying(node: Node): boolean {
  if (node.nodeType === 3) return (node as Text).data.trim() !== '';
  return node.nodeType === 1 && isCopied(node as Element);
}

/** `null` stands for what was left out of a long row of like elements. */
function thinned(nodes: readonly Node[]): (Node | null)[] {
  const kept: (Node | null)[] = [];
  for (let start = 0; start < nodes.length; ) {
    let end = start + 1;
    while (end < nodes.length && nodes[end]?.nodeName === nodes[start]?.nodeName) end += 1;
    const run = nodes.slice(start, end);
    const isLong = run.length > MAX_ALIKE && run[0]?.nodeType === 1;
    kept.push(...(isLong ? [...run.slice(0, FIRST_ALIKE), null, ...run.slice(-LAST_ALIKE)] : run));
    start = end;
  }
  return kept;
}

function attributesOf(element: Element, hider: Hider, layoutOf?: StructureOptions['layoutOf']): string {
  const layout = layoutOf?.(element) ?? '';
  return [...element.attributes, ...(layout === '' ? [] : [{ name: 'style', value: layout }])]
    .filter(({ name }, index, all) => layout === '' || name !== 'style' || index === all.length - 1)
    .flatMap(({ name, value }) => {
      const hidden = hider.attribute(name, value);
      if (hidden === null) return [];
      const written = hider.name(name);
      return [hidden === '' ? ` ${written}` : ` ${written}="${escaped(hidden)}"`];
    })
    .join('');
}

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}
