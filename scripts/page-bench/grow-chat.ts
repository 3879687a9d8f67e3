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
  const textsIn = (node: Node): Text[] => {
    if (node.nodeType === 3) return [node as Text];
    const inner = [...node.childNodes].flatMap(textsIn);
    const shadow = (node as Element).shadowRoot;
    return shadow ? [...inner, ...textsIn(shadow)] : inner;
  };
  const elementsIn = (node: Element | ShadowRoot): Element[] => {
    const own = node.nodeType === 1 ? [node as Element] : [];
    const shadow = (node as Element).shadowRoot;
    return [...own, ...[...node.children].flatMap(elementsIn), ...(shadow ? elementsIn(shadow) : [])];
  };
  /** `cloneNode` leaves shadow roots out. */
  const copy = (node: Node): Node => {
    const made = node.cloneNode(false);
    for (const child of node.childNodes) made.appendChild(copy(child));
    const shadow = (node as Element).shadowRoot;
    if (shadow) (made as Element).attachShadow({ mode: 'open' }).append(...[...shadow.childNodes].map(copy));
    return made;
  };
  const rows = rootsIn(document).flatMap((root) => [...root.querySelectorAll(growth.row)]);
  /** A row with what the site wraps around it and around no other row. */
  const itemOf = (row: Element): Element => {
    let item = row;
    while (item.parentElement && item.parentElement.querySelectorAll(growth.row).length < 2)
      item = item.parentElement;
    return item;
  };
  const said = rows.filter((row) => textsIn(row).some((node) => node.data.trim() === growth.text)).at(-1);
  const model = said && itemOf(said);
  if (!model) return -1;
  const numbered = (id: string, step: number) =>
    /^\d+$/.test(id)
      ? String(BigInt(id) + BigInt(growth.above ? -step : step))
      : `${id}-${growth.above ? 'a' : 'b'}${step}`;
  const rowOf = (line: string, step: number): Element => {
    const made = copy(model) as Element;
    for (const node of textsIn(made)) if (node.data.trim() === growth.text) node.data = line;
    for (const element of elementsIn(made))
      for (const { name, value } of [...element.attributes]) {
        if (value.endsWith(growth.text)) {
          element.setAttribute(name, value.slice(0, -growth.text.length) + line);
        } else if (growth.id !== '' && value.endsWith(growth.id)) {
          const rest = value.slice(0, -growth.id.length);
          if (!/[\p{L}\p{N}]$/u.test(rest)) element.setAttribute(name, rest + numbered(growth.id, step));
        }
      }
    return made;
  };
  const end = growth.above ? rows[0] : rows.at(-1);
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
