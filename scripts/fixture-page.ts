// For scripts: a saved page as a document that runs nothing and loads nothing, and a copy of it without what it says.
import { Window } from 'happy-dom';
import { copyStructure } from '../page/structure';
import { STRUCTURE_WORDS } from '../page/structure-words';
import { attachRoots } from '../tests/platforms/attach-roots';

/** The address in a copy of ours, or where a browser says that it saved a page from. */
const ADDRESS = /<!-- address: (\S+) -->|<!-- saved from url=\(\d+\)(\S+) -->/;

/** The document of a saved page, open shadow roots included. `close` frees it. */
export function openPage(html: string, url: string): { readonly document: Document; close(): void } {
  const window = new Window({
    url,
    settings: {
      disableJavaScriptFileLoading: true,
      disableCSSFileLoading: true,
      navigation: { disableChildFrameNavigation: true, disableMainFrameNavigation: true },
    },
  });
  // Adapters know these as globals, as in a browser.
  const { Node, NodeFilter, Element, ShadowRoot } = window;
  Object.assign(globalThis, { Node, NodeFilter, Element, ShadowRoot });
  window.document.write(html);
  const document = window.document as unknown as Document;
  attachRoots(document.body);
  return { document, close: () => window.close() };
}

/** A saved page without any word of it, and what its address looked like: path, parameters and hash, marks in place of names. */
export function copyOf(html: string): {
  readonly html: string;
  readonly path: string;
  readonly cut: boolean;
} {
  const [, own, saved] = ADDRESS.exec(html) ?? [];
  const page = openPage(html, (own ?? saved ?? 'https://example.invalid/').replaceAll('&amp;', '&'));
  try {
    const copy = copyStructure(page.document, { words: STRUCTURE_WORDS });
    const [, address = ''] = ADDRESS.exec(copy.html) ?? [];
    return { ...copy, path: address.replaceAll('&amp;', '&').replace(/^https:\/\/[^/]+/, '') || '/' };
  } finally {
    page.close();
  }
}
