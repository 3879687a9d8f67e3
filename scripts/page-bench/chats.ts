// One fixture page a site, and the row of it to make more of: found by the adapter itself, in an imitation of a browser.
import { fileURLToPath } from 'node:url';
import { withFacts } from '../../entrypoints/content/notice';
import type { Adapter, OpenConversation, RowReading } from '../../page/adapter';
import { chatPages, type FixturePage } from '../../tests/platforms/fixture-pages';
import { openPage } from '../fixture-page';
import { loadAdapters } from '../tables-parts';
import type { Talk } from './calm-lines';
import { growChat } from './grow-chat';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

export type BenchChat = {
  readonly adapter: Adapter;
  /** With its days moved on to now: what arrives in an old chat would be read as history. */
  readonly page: FixturePage;
  /** Id and words of the last row of the other person. */
  readonly id: string;
  readonly text: string;
  /** True where a notice stands from the start: no page of this site is without facts of the contact that ask for one. */
  readonly hasNotice: boolean;
  readonly talk: Talk;
};

type Sample = Pick<BenchChat, 'id' | 'text' | 'hasNotice' | 'talk'>;

const DAY = 86_400_000;
/** A number is a time of the page only so close to when it was saved, in milliseconds. */
const NEAR = 100 * DAY;
const TIMES = /(?<!\d)(?:(\d{4}-\d\d-\d\d)|(\d{10})|(\d{13}))(?!\d)/g;

/** A page with its times moved by whole days, so that what it says was said within the last day. Dates in words stay. */
export function movedOn({ html, expected }: FixturePage, now: number): string {
  const saved = Date.parse(expected.now);
  const moved = Math.floor((now - saved) / DAY) * DAY;
  const move = (at: number): number => (Math.abs(at - saved) < NEAR ? at + moved : at);
  return html.replace(TIMES, (_, date?: string, seconds?: string, milliseconds?: string) => {
    if (date !== undefined) {
      const at = Date.parse(date);
      return Number.isNaN(at) ? date : new Date(move(at)).toISOString().slice(0, 10);
    }
    return seconds === undefined
      ? String(move(Number(milliseconds)))
      : String(move(Number(seconds) * 1e3) / 1e3);
  });
}

/** For each site the page that has a row to copy: one without a notice where there is any, and of those the one with most messages. */
export async function benchChats(): Promise<readonly BenchChat[]> {
  const adapters = await loadAdapters(ROOT);
  const pages = chatPages().toSorted(
    (a, b) => (b.expected.messages?.length ?? 0) - (a.expected.messages?.length ?? 0),
  );
  const chats: BenchChat[] = [];
  for (const adapter of adapters) {
    const found: BenchChat[] = [];
    for (const saved of pages.filter(({ expected }) => expected.adapter === adapter.id)) {
      const page = { ...saved, html: movedOn(saved, Date.now()) };
      const sample = await sampleOf(adapter, page);
      if (sample) found.push({ adapter, page, ...sample });
    }
    const chat = found.find(({ hasNotice }) => !hasNotice) ?? found[0];
    if (chat) chats.push(chat);
  }
  return chats;
}

async function sampleOf(adapter: Adapter, { html, expected }: FixturePage): Promise<Sample | null> {
  const { document, close } = openPage(html, expected.url);
  try {
    const url = new URL(expected.url);
    const conversation = adapter.open(document, url);
    if (!conversation || conversation.group) return null;
    const elements = [...conversation.list.querySelectorAll(adapter.row)];
    if (elements.length < 2) return null; // what stands around a row is told by the next one
    const rows = elements.flatMap((row) => adapter.read(row, conversation) ?? []);
    for (const row of elements.toReversed()) {
      const reading = adapter.read(row, conversation);
      if (reading?.speaker !== 'other' || !inOnePiece(row, reading.text)) continue;
      const { id, text } = reading;
      const hasNotice = standsOut(adapter, document, conversation, url);
      const grown = await grownRows(adapter, document, { id, text });
      return grown && { id, text, hasNotice, talk: { rows, ...grown } };
    }
    return null;
  } finally {
    close();
  }
}

/** Whether what the page shows of a contact, or of somebody who asks to be one, puts a notice there. */
function standsOut(adapter: Adapter, document: Document, conversation: OpenConversation, url: URL): boolean {
  const requests = adapter.requests?.(document, url) ?? [];
  const shown = [adapter.facts?.(document, conversation) ?? [], ...requests.map(({ facts }) => facts)];
  const calm = { level: 'calm', because: null, reasons: [], past: false, crisis: false } as const;
  return shown.some((facts) => withFacts(calm, facts, 0).level !== 'calm');
}

/** What the adapter reads of a row that arrives in this page, and of one of its history: who, and when. Null where none can be added. */
async function grownRows(
  adapter: Adapter,
  document: Document,
  sample: { readonly id: string; readonly text: string },
): Promise<Omit<Talk, 'rows'> | null> {
  Object.assign(globalThis, { document }); // `growChat` runs in a page
  try {
    for (const above of [false, true]) {
      const lines = [lineOf(above)];
      const growth = { ...sample, row: adapter.row, lines, above, per: 1, pause: 0, from: 1 };
      if ((await growChat(growth)) !== 1) return null;
    }
    const conversation = adapter.open(document, new URL(document.location.href));
    const rows = [...(conversation?.list.querySelectorAll(adapter.row) ?? [])];
    const read = (above: boolean): RowReading | undefined =>
      rows
        .flatMap((row) => (conversation && adapter.read(row, conversation)) ?? [])
        .find(({ text }) => text === lineOf(above));
    const [arriving, history] = [read(false), read(true)];
    return arriving && history ? { arriving, history } : null;
  } finally {
    Reflect.deleteProperty(globalThis, 'document');
  }
}

const lineOf = (above: boolean): string => (above ? 'said before' : 'said since');

function inOnePiece(node: Node, text: string): boolean {
  if (node.nodeType === 3) return (node as Text).data.trim() === text;
  const shadow = (node as Element).shadowRoot;
  const inner = [...node.childNodes, ...(shadow?.childNodes ?? [])];
  return inner.some((child) => inOnePiece(child, text));
}
