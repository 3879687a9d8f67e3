// Page parts as data: written out as HTML by the server, or built node by node in a page that forbids markup strings.

export type Markup = string | MarkupElement;
export type MarkupElement = {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Markup[];
};

/** An element: `el('div', { class: 'bubble' }, 'words', el('b', {}))`. */
export function el(
  tag: string,
  attributes: Readonly<Record<string, string>> = {},
  ...children: readonly Markup[]
): MarkupElement {
  return { tag, attributes, children };
}

/** Elements that have no end tag. */
const VOID = new Set(['img', 'br', 'input', 'meta', 'link']);
/** Elements whose text is not escaped in HTML. */
const RAW = new Set(['style', 'script']);

export function toHtml(markup: Markup): string {
  if (typeof markup === 'string') return escapeText(markup);
  const { tag, attributes, children } = markup;
  const written = Object.entries(attributes).map(([name, value]) => ` ${name}="${escapeText(value)}"`);
  if (VOID.has(tag)) return `<${tag}${written.join('')}>`;
  const inside = children.map((child) => (RAW.has(tag) && typeof child === 'string' ? child : toHtml(child)));
  return `<${tag}${written.join('')}>${inside.join('')}</${tag}>`;
}

function escapeText(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');
}

/** What `mountMarkup` needs: where, at which end, and what. */
export type Mount = {
  readonly into: string;
  readonly place: 'start' | 'end';
  readonly markup: readonly Markup[];
};

/**
 * Builds markup inside a page and puts it into the last element that `into` selects, then scrolls to the newest.
 * Runs in the page (`page.evaluate(mountMarkup, …)`): it may use nothing from outside itself, and no named function
 * within, since the tour's compiler marks those with a helper that a page lacks.
 */
export function mountMarkup({ into, place, markup }: Mount): void {
  const target = [...document.querySelectorAll(into)].pop();
  if (target === undefined) throw new Error(`Nothing on the page matches ${into}`);
  const built = document.createDocumentFragment();
  const waiting: { parent: Node; one: Markup }[] = markup.map((one) => ({ parent: built, one }));
  for (const { parent, one } of waiting) {
    if (typeof one === 'string') {
      parent.appendChild(document.createTextNode(one));
      continue;
    }
    const node = document.createElement(one.tag);
    for (const [name, value] of Object.entries(one.attributes)) node.setAttribute(name, value);
    parent.appendChild(node);
    for (const child of one.children) waiting.push({ parent: node, one: child }); // the loop goes on to these
  }
  if (place === 'end') target.append(built);
  else target.prepend(built);
  for (const scroller of document.querySelectorAll('[data-scroller]'))
    scroller.scrollTop = scroller.scrollHeight;
}
