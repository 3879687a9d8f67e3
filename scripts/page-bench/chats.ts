// One fixture page a site, and the row of it to make more of: found by the adapter itself, in an imitation of a browser.
import { readdirSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Adapter } from '../../page/adapter';
import { chatPages, type FixturePage } from '../../tests/platforms/fixture-pages';
import { openPage } from '../fixture-page';

const PLATFORMS = fileURLToPath(new URL('../../platforms/', import.meta.url));

export type BenchChat = {
  readonly adapter: Adapter;
  readonly page: FixturePage;
  /** Id and words of the last row of the other person. */
  readonly id: string;
  readonly text: string;
};

/** Every adapter, as scripts find them: the glob of platforms/index.ts is Vite's. */
export async function loadAdapters(): Promise<readonly Adapter[]> {
  const files = readdirSync(PLATFORMS).filter((name) => /^[a-z0-9-]+\.ts$/.test(name) && name !== 'index.ts');
  const modules = await Promise.all(files.map((name) => import(pathToFileURL(PLATFORMS + name).href)));
  return modules.map((module: { default: Adapter }) => module.default);
}

/** For each site the page with most messages that has a row to copy. */
export async function benchChats(): Promise<readonly BenchChat[]> {
  const adapters = await loadAdapters();
  const pages = chatPages().toSorted(
    (a, b) => (b.expected.messages?.length ?? 0) - (a.expected.messages?.length ?? 0),
  );
  return adapters.flatMap((adapter) => {
    for (const page of pages.filter(({ expected }) => expected.adapter === adapter.id)) {
      const found = sampleOf(adapter, page);
      if (found) return [{ adapter, page, ...found }];
    }
    return [];
  });
}

function sampleOf(adapter: Adapter, { html, expected }: FixturePage): { id: string; text: string } | null {
  const { document, close } = openPage(html, expected.url);
  try {
    const conversation = adapter.open(document, new URL(expected.url));
    if (!conversation || conversation.group) return null;
    for (const row of [...conversation.list.querySelectorAll(adapter.row)].toReversed()) {
      const reading = adapter.read(row, conversation);
      if (reading?.speaker === 'other' && inOnePiece(row, reading.text))
        return { id: reading.id, text: reading.text };
    }
    return null;
  } finally {
    close();
  }
}

function inOnePiece(node: Node, text: string): boolean {
  if (node.nodeType === 3) return (node as Text).data.trim() === text;
  const shadow = (node as Element).shadowRoot;
  const inner = [...node.childNodes, ...(shadow?.childNodes ?? [])];
  return inner.some((child) => inOnePiece(child, text));
}
