// For tests: changes that sites make to their pages, as functions that know no site. What must be read afterwards is
// worked out from what was read before; where a page leaves nothing to change, the answer is null.
import type { Adapter, OpenConversation, RowReading } from '../../page/adapter';
import { QUOTES } from './quotes';

/** A fixture page on show, and what was read from it before anything was changed. */
export type World = {
  readonly adapter: Adapter;
  readonly url: URL;
  readonly conversation: OpenConversation;
  readonly rows: readonly Element[];
  readonly readings: readonly RowReading[];
};

/** Changes the page; gives what must be read now (ids aside), or null where there is nothing to change. */
export type Mutation = (world: World) => readonly RowReading[] | null;

/** Elements of a tree, those in open shadow roots included. */
export function deep(root: ParentNode): Element[] {
  return [...root.querySelectorAll('*')].flatMap((element) => [
    element,
    ...(element.shadowRoot ? deep(element.shadowRoot) : []),
  ]);
}

/** Reads all rows of a list; rows without a message give nothing. */
export function readRows(
  adapter: Adapter,
  conversation: OpenConversation,
): { rows: Element[]; readings: RowReading[] } {
  const pairs = [...conversation.list.querySelectorAll(adapter.row)].flatMap((row) => {
    const reading = adapter.read(row, conversation);
    return reading && reading.text !== '' ? [{ row, reading }] : [];
  });
  return { rows: pairs.map(({ row }) => row), readings: pairs.map(({ reading }) => reading) };
}

/** A part of a class that a build tool made: letters mixed with digits, or capitals inside a short word. */
function isHashed(part: string): boolean {
  if (/^(?=.*\d)(?=.*[a-z])[a-z0-9]{5,}$/i.test(part)) return true;
  return /^[A-Za-z][a-z]*[A-Z]\w*$/.test(part) && part.length >= 5 && part.length <= 6;
}

/** Classes made anew by the site's next release: their hashed parts become others, the named parts stay, and all elements get one more. */
export const renameHashedClasses: Mutation = ({ readings }) => {
  for (const element of deep(document)) {
    const before = element.getAttribute('class') ?? '';
    const after = before.replace(/[^\s_-]+/g, (part) =>
      isHashed(part) ? `q${[...part].reverse().join('')}` : part,
    );
    element.setAttribute('class', `${after} q7xk2w`.trim());
  }
  return readings;
};

function wrap(element: Element): void {
  const wrapper = document.createElement('div');
  element.replaceWith(wrapper);
  wrapper.append(element);
}

/** The list, or the component in whose root the rows stand. */
export function elementOf({ list }: Pick<OpenConversation, 'list'>): Element {
  return list instanceof Element ? list : list.host;
}

/** One more `div` around each row. */
export const wrapRows: Mutation = ({ rows, readings }) => {
  for (const row of rows) wrap(row);
  return readings;
};

/** One more `div` inside each row, around all of its children. */
export const wrapInsideRows: Mutation = ({ rows, readings }) => {
  for (const row of rows) {
    const wrapper = document.createElement('div');
    const inside = row.shadowRoot ?? row;
    wrapper.append(...inside.childNodes);
    inside.append(wrapper);
  }
  return readings;
};

/** One more `div` around the whole list. */
export const wrapList: Mutation = ({ conversation, readings }) => {
  const list = elementOf(conversation);
  if (list === document.body) return null;
  wrap(list);
  return readings;
};

const LABELS = ['aria-label', 'aria-roledescription', 'title', 'placeholder'];
const UNKNOWN_WORD = 'ꦲꦤ';

/**
 * Labels in a language that nobody knows: every word changes but for names, what was said, and numbers. On a page without
 * labels each row gets one.
 */
export const translateLabels: Mutation = ({ rows, readings, conversation }) => {
  const said = wordsIn(readings.map(({ text }) => text));
  const names = wordsIn([conversation.title, ...readings.map(({ author }) => author)]);
  let changed = 0;
  for (const element of deep(document)) {
    const own = rows.some((row, index) => readings[index]?.speaker === 'self' && row.contains(element));
    for (const name of LABELS) {
      const before = element.getAttribute(name);
      // On one's own row the sender is the word for "You", even where a friend has that name.
      const isKept = (word: string) => said.has(word) || (!own && names.has(word));
      const after = before?.replace(/[\p{L}\p{M}]+/gu, (word) => (isKept(word) ? word : UNKNOWN_WORD));
      if (!after || after === before) continue;
      element.setAttribute(name, after);
      changed += 1;
    }
  }
  if (changed === 0) for (const row of rows) row.setAttribute('aria-label', UNKNOWN_WORD);
  document.documentElement.setAttribute('lang', 'jv');
  return readings;
};

function wordsIn(texts: readonly string[]): ReadonlySet<string> {
  return new Set(texts.flatMap((text) => text.split(/[^\p{L}\p{M}]+/u)).filter(Boolean));
}

/** The same page for a language that is written from right to left. */
export const rightToLeft: Mutation = ({ readings }) => {
  document.documentElement.setAttribute('dir', 'rtl');
  for (const element of deep(document))
    if (element.getAttribute('dir') === 'ltr') element.setAttribute('dir', 'rtl');
  return readings;
};

/** A virtual list keeps the shell of a row and drops what is in it. */
export const emptyRows: Mutation = ({ rows, readings }) => {
  const half = Math.ceil(rows.length / 2);
  const emptied = rows.slice(0, half);
  for (const row of emptied) (row.shadowRoot ?? row).replaceChildren();
  // A row may stand inside another's element, as in a label around it.
  return readings.filter(
    (_, index) => !emptied.some((row) => row === rows[index] || row.contains(rows[index] ?? null)),
  );
};

/** The text node of a row that holds (most of) what was said, and what it says; null where it is in several pieces. */
function wordsOf(row: Element, text: string): Text | null {
  for (const node of [...row.childNodes, ...(row.shadowRoot?.childNodes ?? [])]) {
    const found = node.nodeType === 1 ? wordsOf(node as Element, text) : null;
    if (found) return found;
    if (node.nodeType === 3 && (node as Text).data.trim() === text) return node as Text;
  }
  return null;
}

/** Writes other words into a row, its labels included; false where the row's words stand in several pieces. */
export function rewrite(row: Element, before: string, after: string): boolean {
  const node = wordsOf(row, before);
  if (!node) return false;
  node.data = after;
  relabel(row, before, after);
  return true;
}

function relabel(row: Element, before: string, after: string): void {
  const around = [row, ...deepIn(row)];
  for (let up = row.parentElement; up && up.querySelectorAll('*').length < 200; up = up.parentElement)
    around.push(up);
  for (const element of around)
    for (const name of LABELS) {
      const label = element.getAttribute(name);
      if (label?.endsWith(before)) element.setAttribute(name, label.slice(0, -before.length) + after);
    }
}

/** The last row of the other person whose words stand in one piece, or null: rows on the page are made from it. */
export function sampleOf({
  rows,
  readings,
}: Pick<World, 'rows' | 'readings'>): { row: Element; reading: RowReading } | null {
  for (let index = rows.length - 1; index >= 0; index -= 1) {
    const [row, reading] = [rows[index], readings[index]];
    if (!row || !reading || reading.speaker !== 'other') continue;
    if (rewrite(cloneDeep(row) as Element, reading.text, 'x')) return { row, reading };
  }
  return null;
}

/** A row with what the site wraps around it and around no other row: this is what it adds and takes away. */
export function itemOf(row: Element, { list }: OpenConversation, selector: string): Element {
  let item = row;
  while (
    item.parentElement &&
    item.parentElement !== list &&
    item.parentElement.querySelectorAll(selector).length < 2
  )
    item = item.parentElement;
  return item;
}

/** A copy of an item that says something else under another id: `step` from its own, in numbers where it is one. */
export function copyItem(item: Element, reading: RowReading, text: string, step: number): Element {
  const copy = cloneDeep(item) as Element;
  rewrite(copy, reading.text, text);
  // Ids of the page stand in attributes, alone or as the end of a word; an id that we made up stands nowhere.
  for (const element of [copy, ...deepIn(copy)])
    for (const { name, value } of [...element.attributes]) {
      const rest = value.slice(0, -reading.id.length);
      if (reading.id === '' || !value.endsWith(reading.id) || /[\p{L}\p{N}]$/u.test(rest)) continue;
      element.setAttribute(name, rest + otherId(reading.id, step));
    }
  return copy;
}

/** `cloneNode` leaves shadow roots out. */
export function cloneDeep(node: Node): Node {
  const copy = node.cloneNode(false);
  for (const child of node.childNodes) copy.appendChild(cloneDeep(child));
  const shadow = (node as Element).shadowRoot;
  if (shadow)
    (copy as Element).attachShadow({ mode: 'open' }).append(...[...shadow.childNodes].map(cloneDeep));
  return copy;
}

/** Elements below one, those in its own and deeper open shadow roots included. */
function deepIn(element: Element): Element[] {
  return [...deep(element), ...(element.shadowRoot ? deep(element.shadowRoot) : [])];
}

/** Large steps up for what comes later and down for what came before; ids that are no number get an ending. */
function otherId(id: string, step: number): string {
  return /^\d+$/.test(id) ? String(BigInt(id) + BigInt(1_000_000 + step)) : `${id}${step + 1_000_000}`;
}

/** A virtual list gives an element to another message: attributes and content of `next`, but the same element. */
export function takeOver(row: Element, next: Element): void {
  if (row.shadowRoot && next.shadowRoot) row.shadowRoot.replaceChildren(...next.shadowRoot.childNodes);
  for (const { name } of [...row.attributes]) if (!next.hasAttribute(name)) row.removeAttribute(name);
  for (const { name, value } of [...next.attributes]) row.setAttribute(name, value);
  row.replaceChildren(...next.childNodes);
}

/** A picture of an emoji behind the words of each row. */
export const addEmoji: Mutation = ({ rows, readings }) => {
  let added = 0;
  const after = readings.map((reading, index) => {
    const row = rows[index];
    const node = row && wordsOf(row, reading.text);
    if (!row || !node) return reading;
    const image = document.createElement('img');
    image.setAttribute('alt', '🙂');
    node.after(image);
    relabel(row, reading.text, `${reading.text}🙂`);
    added += 1;
    return { ...reading, text: `${reading.text}🙂` };
  });
  return added > 0 ? after : null;
};

/** A box within each bubble, or around the words, whose inside begins at its own start: that is no side of the row. */
export const alignInside: Mutation = ({ rows, readings }) => {
  let boxed = 0;
  for (const [index, row] of rows.entries()) {
    const words = wordsOf(row, readings[index]?.text ?? '');
    const around = words?.parentElement;
    const named = around?.closest('[role="button"], [role="presentation"], [role="none"]');
    const bubble = named && row.contains(named) ? named : around;
    if (!bubble || bubble === row || readings[index]?.speaker === 'unknown') continue;
    const box = document.createElement('div');
    box.setAttribute('style', 'display:flex;flex-direction:column;align-items:flex-start');
    box.append(...bubble.childNodes);
    bubble.append(box);
    boxed += 1;
  }
  return boxed > 0 ? readings : null;
};

/** Every message answers another one and quotes it. */
export const quoteReplies: Mutation = ({ adapter, rows, readings }) => {
  const quote = QUOTES[adapter.id];
  const quoted = rows.filter((row, index) =>
    quote?.(row, 'words of the one before', readings[index]?.id ?? ''),
  );
  return quoted.length > 0 ? readings : null;
};

/** Marks of the one chat that is in front: a second chat behind it does not carry them. */
function unmark(element: Element): boolean {
  let marked = false;
  for (const name of ['aria-current', 'aria-selected', 'data-active', 'data-selected'])
    if (element.hasAttribute(name)) {
      element.removeAttribute(name);
      marked = true;
    }
  for (const name of [...element.classList])
    if (/(^|[-_])(active|current|selected|open)$/i.test(name)) {
      element.classList.remove(name);
      marked = true;
    }
  return marked;
}

/** A second chat in the page with other words: before the open one where that one is marked, else behind it, hidden. */
export const mountSecondChat: Mutation = ({ rows, readings, conversation }) => {
  const { pane } = conversation;
  if (!pane.parentNode || pane === document.body) return null;
  const second = cloneDeep(pane) as Element;
  const copies = deepIn(second);
  const marked = [second, ...copies].map(unmark).some(Boolean);
  const originals = deepIn(pane);
  let changed = 0;
  for (const [index, reading] of readings.entries()) {
    const copy = copies[originals.indexOf(rows[index] as Element)];
    if (copy && rewrite(copy, reading.text, `of another chat ${index}`)) changed += 1;
  }
  for (const element of [second, ...copies]) if (element.id) element.id = `${element.id}-second`;
  if (changed === 0) return null;
  if (marked) pane.before(second);
  else {
    second.setAttribute('hidden', '');
    pane.after(second);
  }
  return readings;
};

/** The chat moves into a shadow root of a new component. */
export const intoShadowRoot: Mutation = ({ conversation, readings }) => {
  const { pane } = conversation;
  if (!pane.parentNode || pane === document.body) return null;
  const host = document.createElement('div');
  pane.replaceWith(host);
  host.attachShadow({ mode: 'open' }).append(pane);
  return readings;
};

/** The chat moves into a frame of its own, whose inside the top frame does not read. */
export const intoFrame: Mutation = ({ conversation, readings }) => {
  const { pane } = conversation;
  if (!pane.parentNode || pane === document.body) return null;
  pane.replaceWith(document.createElement('fencedframe')); // happy-dom loads iframes at once
  return readings;
};

export const mutations: Readonly<Record<string, Mutation>> = {
  'hashed classes renamed': renameHashedClasses,
  'a wrapper around each row': wrapRows,
  'a wrapper inside each row': wrapInsideRows,
  'a wrapper around the list': wrapList,
  'labels in an unknown language': translateLabels,
  'right to left': rightToLeft,
  'rows emptied': emptyRows,
  'emoji as pictures': addEmoji,
  'boxes in the bubbles': alignInside,
  'replies that quote': quoteReplies,
  'a second chat mounted': mountSecondChat,
  'the chat in a shadow root': intoShadowRoot,
  'the chat in a frame': intoFrame,
};
