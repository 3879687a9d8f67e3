// Messenger's chats that dock at the foot of any page of facebook.com, several at once. Their rows are those of
// messenger.ts; of the windows around them only the log and a link in the header are known.
import { defineAdapter, type OpenConversation } from '../page/adapter';
import { allBeside, findBeside } from '../page/beside';
import { readText } from '../page/read-text';
import messenger, { HOSTS, hasSeveralAuthors, threadIn } from './messenger';

/** From the log up to its window. */
const MAX_LEVELS = 12;
const LOG = '[role="log"]';

/** Parts of the page itself: who holds one of them beside the log is no window. */
const PAGE = '[role="main"], [role="banner"], [role="navigation"], [role="feed"]';

/**
 * The window: the nearest element around the log that holds a link outside it, and no other log and no part of the page. The
 * head of a group may have no link; then it is the outermost without those.
 */
function windowOf(log: Element): { readonly pane: Element; readonly links: readonly Element[] } | null {
  let widest: Element | null = null;
  let pane = log.parentElement;
  for (let level = 0; pane && level < MAX_LEVELS; level += 1, pane = pane.parentElement) {
    if (pane.querySelectorAll(LOG).length > 1 || findBeside(pane, log, PAGE)) break;
    const links = allBeside(pane, log, 'a[href]');
    if (links.length > 0) return { pane, links };
    widest = pane;
  }
  return widest && { pane: widest, links: [] };
}

/** A thread's or profile's number, else the profile's name, which may change; '' for links that lead elsewhere. */
function peerIn(link: Element, url: URL): string {
  const address = link.getAttribute('href') ?? '';
  if (!URL.canParse(address, url.href)) return '';
  const target = new URL(address, url);
  if (!target.hostname.endsWith('facebook.com')) return '';
  const number = threadIn(target) || target.searchParams.get('id') || '';
  return number || (/^\/([\w.]+)\/?$/.exec(target.pathname)?.[1] ?? '');
}

function openLog(log: Element, url: URL): OpenConversation | null {
  const found = windowOf(log);
  if (!found) return null;
  const { pane, links } = found;
  const link = links.find((each) => peerIn(each, url) !== '');
  const heading = findBeside(pane, log, 'h1, h2, h3, h4') ?? link;
  const title = (heading && readText(heading)) || log.getAttribute('aria-label') || '';
  const peer = link ? peerIn(link, url) : title;
  if (peer === '') return null;
  return {
    list: log,
    peer,
    weak: !/^\d+$/.test(peer),
    group: hasSeveralAuthors(log, title),
    title,
    composer: findBeside(pane, log, '[role="textbox"][contenteditable="true"]'),
    pane,
    request: false,
  };
}

function openAll(document: Document, url: URL): OpenConversation[] {
  return [...document.querySelectorAll(LOG)]
    .filter((log) => !log.closest('[role="main"], [hidden]'))
    .map((log) => openLog(log, url))
    .filter((conversation) => conversation !== null);
}

export default defineAdapter({
  id: 'messenger-docked',
  service: 'messenger',
  name: 'Messenger chats inside Facebook',
  matches: messenger.matches,
  evidence: { from: 'captures', seenLive: null },
  experimental: true,
  reads: ['threads', 'groups'],
  covers: (url) => HOSTS.includes(url.hostname) && !/^\/messages(\/|$)/.test(url.pathname),
  expectsConversation: () => false, // a page of Facebook may have none
  open: (document, url) => openAll(document, url)[0] ?? null,
  openAll,
  row: messenger.row,
  rowAttributes: ['aria-label'],
  read: messenger.read,
});
