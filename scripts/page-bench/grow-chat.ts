// Makes a fixture's chat grow as a site does: copies of one row of the other person, each with an id and words of its own.
// Runs inside the page (Playwright sends its source), so it uses nothing from outside itself.

export type Growth = {
  /** Selector of a row, and the id and words of the row to copy. */
  readonly row: string;
  readonly id: string;
  readonly text: string;
  /** What the new rows say, in the order of the page. */
  readonly lines: readonly string[];
  /** Above the first row, as history that is scrolled in; else below the last one. */
  readonly above: boolean;
  /** So many rows at once, and then a pause in milliseconds. */
  readonly per: number;
  readonly pause: number;
  /** Number of the first new row: ids are never used twice. */
  readonly from: number;
};

/** Resolves when all rows stand in the page, with how many they are; -1 where no row could be copied. */
export async function growChat(growth: Growth): Promise<number> {
  const rootsIn = (root: Document | ShadowRoot): (Document | ShadowRoot)[] => [
    root,
    ...[...root.querySelectorAll('*')].flatMap((element) =>
      element.shadowRoot ? rootsIn(element.shadowRoot) : [],
    ),
  ];
  /** All nodes of a tree, always in the same order. */
  const nodesIn = (node: Node, found: Node[] = []): Node[] => {
    found.push(node);
    const shadow = (node as Element).shadowRoot;
    if (shadow) for (const child of shadow.childNodes) nodesIn(child, found);
    for (const child of node.childNodes) nodesIn(child, found);
    return found;
  };
  /** `cloneNode` leaves shadow roots out. */
  const copy = (node: Node): Node => {
    const made = node.cloneNode(false);
    for (const child of node.childNodes) made.appendChild(copy(child));
    const shadow = (node as Element).shadowRoot;
    if (shadow) (made as Element).attachShadow({ mode: 'open' }).append(...[...shadow.childNodes].map(copy));
    return made;
  };
  const isSaid = (node: Node): boolean => node.nodeType === 3 && (node as Text).data.trim() === growth.text;
  const rows = rootsIn(document).flatMap((root) => [...root.querySelectorAll(growth.row)]);
  /** A row with what the site wraps around it and around no other row. */
  const itemOf = (row: Element): Element => {
    let item = row;
    while (item.parentElement && item.parentElement.querySelectorAll(growth.row).length < 2)
      item = item.parentElement;
    return item;
  };
  const said = rows.filter((row) => nodesIn(row).some(isSaid)).at(-1);
  const model = said && itemOf(said);
  if (!model) return -1;
  /** Ids of fixtures are small: one below them would be none. */
  const numbered = (step: number) =>
    /^\d+$/.test(growth.id)
      ? String(BigInt(growth.id) + BigInt(growth.above ? 1_000_000 + step : step))
      : `${growth.id}-${growth.above ? 'a' : 'b'}${step}`;
  // A site keeps few rows drawn. Here are thousands, whose layout varies by more than what is measured: each keeps to itself.
  const { style } = model as HTMLElement;
  style.contain = 'layout paint style';
  if (document.defaultView?.getComputedStyle(model).display === 'inline') style.display = 'block';
  const parts = nodesIn(model);
  const hasRoot = parts.some((node) => (node as Element).shadowRoot);
  const texts = parts.flatMap((node, index) => (isSaid(node) ? [index] : []));
  /** Attributes that end with the words or the id of the row: where, and what stands before. */
  const labels = parts.flatMap((node, index) =>
    [...((node as Element).attributes ?? [])].flatMap(({ name, value }) => {
      if (value.endsWith(growth.text))
        return [{ index, name, before: value.slice(0, -growth.text.length), words: true }];
      const before = value.slice(0, -growth.id.length);
      const isId = growth.id !== '' && value.endsWith(growth.id) && !/[\p{L}\p{N}]$/u.test(before);
      return isId ? [{ index, name, before, words: false }] : [];
    }),
  );
  const rowOf = (line: string, step: number): Element => {
    const made = (hasRoot ? copy(model) : model.cloneNode(true)) as Element;
    const nodes = nodesIn(made);
    for (const index of texts) (nodes[index] as Text).data = line;
    for (const { index, name, before, words } of labels)
      (nodes[index] as Element).setAttribute(name, before + (words ? line : numbered(step)));
    return made;
  };
  /** What holds most rows: a list of chats beside the chat may have rows of the same kind. */
  let list = model.parentNode as ParentNode & Node;
  const inside = () => rows.filter((row) => list.contains(row));
  while (inside().length < rows.length / 2 && list.parentNode) list = list.parentNode as ParentNode & Node;
  const end = growth.above ? inside()[0] : inside().at(-1);
  let edge = end ? itemOf(end) : model;
  const lines = growth.above ? growth.lines.toReversed() : growth.lines;
  for (let start = 0; start < lines.length; start += growth.per) {
    for (const [index, line] of lines.slice(start, start + growth.per).entries()) {
      const row = rowOf(line, growth.from + start + index);
      if (growth.above) edge.before(row);
      else edge.after(row);
      edge = row;
    }
    await new Promise((resolve) => setTimeout(resolve, growth.pause)); // as fast as the site, not faster
  }
  return lines.length;
}
