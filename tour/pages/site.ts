// What a practice page of a chat site is made of. Built after shared evidence of the real sites' structure (docs), with
// invented people; the style is our own and plain, no site's look is copied.
import { el, type Markup, type MarkupElement, toHtml } from './markup';
import { PAGE_STYLE } from './style';

/** A line of a chat. `at` in milliseconds since 1970. */
export type ChatLine = {
  readonly id: number;
  readonly from: 'self' | 'other';
  readonly text: string;
  readonly at: number;
};

export type Chat = {
  /** The peer's id on the site. */
  readonly peer: string;
  /** The name on the page. */
  readonly title: string;
  readonly lines: readonly ChatLine[];
  /** True where the site would show that the peer is no contact. */
  readonly stranger: boolean;
  /** The page's language; English where it is not given. */
  readonly language?: string;
  /** The day on which the page is opened, in milliseconds since 1970; now where it is not given. */
  readonly today?: number;
};

/** A chat site's practice page. */
export type ChatSite = {
  /** Equals the adapter's id. */
  readonly id: string;
  url(peer: string): string;
  /** The whole body. */
  body(chat: Chat): readonly Markup[];
  /** One message as it is added at the end of the open chat. */
  row(line: ChatLine, chat: Pick<Chat, 'peer' | 'title'>): MarkupElement;
  /** Selects what rows are added to. */
  readonly into: string;
  /** Selects the box where a person types. */
  readonly composer: string;
  /** Selects the rows. */
  readonly rows: string;
};

/** A whole document. `above` stands over the site, as the tour's control bar does. */
export function documentOf(
  title: string,
  body: readonly Markup[],
  options: { lang?: string; dir?: string; above?: readonly Markup[] } = {},
): string {
  const html = el(
    'html',
    { lang: options.lang ?? 'en', dir: options.dir ?? 'ltr' },
    el(
      'head',
      {},
      el('meta', { charset: 'utf-8' }),
      el('meta', { name: 'viewport', content: 'width=device-width' }),
      // An empty icon of the page's own: no request for /favicon.ico.
      el('link', { rel: 'icon', href: 'data:,' }),
      el('title', {}, title),
      el('style', {}, PAGE_STYLE),
    ),
    el('body', {}, ...(options.above ?? []), el('div', { class: 'site' }, ...body)),
  );
  return `<!doctype html>\n${toHtml(html)}\n`;
}

/** The hour as a chat shows it. */
export function clock(at: number): string {
  return new Date(at).toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' });
}

export type Day = { readonly label: string; readonly lines: readonly ChatLine[] };

/** A chat's lines by day, oldest first, with the date as the page's language writes it; today is always there. */
export function daysOf({ lines, language = 'en', today = Date.now() }: Chat): readonly Day[] {
  const { format } = new Intl.DateTimeFormat(`${language}-u-nu-latn`, { day: 'numeric', month: 'long' });
  const labels = [...new Set([...lines.map(({ at }) => format(at)), format(today)])];
  return labels.map((label) => ({ label, lines: lines.filter(({ at }) => format(at) === label) }));
}
