// A copy of how this page is built, for the page "help fix a site": made here, so that no word of it leaves this script.
import type { Adapter, OpenConversation } from '../../page/adapter';
import { copyStructure } from '../../page/structure';
import type { PageStructure, StructureWords } from '../../utils/tab-messages';

/** `words` may stay. Null where no adapter covers the page. One that throws is what the copy is for. */
export function structureOf(
  document: Document,
  adapters: readonly Adapter[],
  words?: Partial<StructureWords> | null,
): PageStructure | null {
  const url = new URL(document.location.href);
  const covering = adapters.filter((adapter) => attempt(() => adapter.covers(url)) ?? true);
  const opened = covering.map((adapter) => ({ adapter, focus: attempt(() => adapter.open(document, url)) }));
  const found = opened.find(({ focus }) => focus !== null) ?? opened[0];
  if (found === undefined) return null;
  const { adapter, focus } = found;
  const { html, cut } = copyStructure(document, { words, focus: paneOf(focus), layoutOf });
  return { adapter: adapter.id, html, cut };
}

const paneOf = (conversation: OpenConversation | null): Element | null => conversation?.pane ?? null;

function attempt<T>(call: () => T): T | null {
  try {
    return call();
  } catch {
    return null;
  }
}

/** What tells sides on sites whose classes say nothing: a style sheet is not copied, so its effect is. */
function layoutOf(element: Element): string {
  const { display, justifyContent, alignItems, alignSelf, flexDirection } =
    element.ownerDocument.defaultView?.getComputedStyle(element) ?? ({} as Partial<CSSStyleDeclaration>);
  const isEnd = (value = '') => /^(flex-)?end$/.test(value);
  const isFlex = display?.endsWith('flex') ?? false;
  return [
    isFlex && isEnd(justifyContent) ? `justify-content:${justifyContent}` : '',
    isFlex && isEnd(alignItems) ? `align-items:${alignItems}` : '',
    isEnd(alignSelf) ? `align-self:${alignSelf}` : '',
    isFlex && flexDirection?.endsWith('reverse') ? `flex-direction:${flexDirection}` : '',
    isFlex && (isEnd(justifyContent) || isEnd(alignItems) || flexDirection?.endsWith('reverse'))
      ? 'display:flex'
      : '',
  ]
    .filter((part) => part !== '')
    .join(';');
}
