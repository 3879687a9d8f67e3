// Instagram's direct messages, message requests and follow requests. From public captures of 2025 and of January to October
// 2026, between which the roles changed: the list is found by its reversed column, the side
// of a row by layout. The buttons of a request and the page of follow requests were never seen by us.

import { namesDiffer } from '../page/account-name';
import {
  type ContactFact,
  defineAdapter,
  type OpenConversation,
  type RequestCard,
  type RowReading,
} from '../page/adapter';
import { allBeside, findBeside } from '../page/beside';
import { parseDay, parseDayLine } from '../page/calendar';
import { parseClock, timeOn } from '../page/clock';
import { PERSON_UNSEEN } from '../page/contact-facts';
import { layoutSpeaker } from '../page/direction';
import { hashText } from '../page/hash';
import { readText } from '../page/read-text';
import { rememberAbove } from '../page/row-runs';
import { firstOf, lastRows } from '../page/rows';

const COMPOSER = '[role="textbox"][contenteditable="true"], textarea[placeholder]';
const BUTTON = 'button, [role="button"]';
/** The bubble of a message, in every build; where one lies in another, the inner one has the words. */
const ROW = '[role="none"], [role="presentation"]';
/** What one message has for itself: bubble, picture and line. Not all builds give it an id. */
const UNIT = '[id^="mid."], [role="gridcell"], [role="group"][tabindex]';
const HIDDEN = '[hidden], [aria-hidden="true"]';
const LINK = 'a[href^="/"]';
const PROFILE = `${LINK}:has(img)`;
const PICTURE = 'img[alt="user-profile-picture"]';
/** From a bubble up to the column, and from the column up to the pane with the header. */
const MAX_LEVELS = 16;
/** Bubbles that are no messages, such as in the inbox beside the chat, before one that is. */
const MAX_TRIES = 50;
const NEAR_ROWS = 30;

const threadIn = (url: URL): string => /^\/direct\/t\/([^/]+)/.exec(url.pathname)?.[1] ?? '';
const handleIn = (link: Element | null): string =>
  /^\/([\w.]+)\/?$/.exec(link?.getAttribute('href') ?? '')?.[1] ?? '';

/** The first ancestor that `fits`, within a few levels. */
function climb(from: Element | null | undefined, fits: (element: Element) => boolean): Element | null {
  let element = from ?? null;
  for (let level = 0; element && level < MAX_LEVELS; level += 1, element = element.parentElement)
    if (fits(element)) return element;
  return null;
}

/** The list around the first bubble: a grid (2025), or a column that runs from the bottom up (2026). */
function listIn(main: Element): Element | null {
  const view = main.ownerDocument.defaultView;
  const isList = (element: Element) =>
    element.matches('[role="grid"]') || view?.getComputedStyle(element).flexDirection === 'column-reverse';
  const listOf = (bubble: Element) => (bubble.closest(HIDDEN) ? null : climb(bubble, isList));
  const first = main.querySelector(ROW); // nearly always the one, and asked for at every look at the page
  if (first === null) return null;
  const found = listOf(first);
  if (found) return found;
  for (const bubble of firstOf(main, ROW, MAX_TRIES)) {
    const list = listOf(bubble);
    if (list) return list;
  }
  return null;
}

/**
 * The pane around the list, and the profile in its header: the first link with a picture beside the list, in `main`, since
 * the site's own navigation leads to oneself. The list itself is not looked through: every row of it may hold such a link.
 * Where there is none, the pane is all of `main` around the list.
 */
function paneOf(list: Element, main: Element): { readonly pane: Element; readonly link: Element | null } {
  let branch = list;
  for (let level = 0; level < MAX_LEVELS; level += 1) {
    const pane = branch.parentElement;
    if (!pane || !main.contains(pane)) break;
    for (const part of pane.children) {
      if (part === branch) continue;
      const link = part.matches(PROFILE) ? part : part.querySelector(PROFILE);
      if (link) return { pane, link };
    }
    branch = pane;
  }
  return { pane: branch, link: null };
}

function open(document: Document, url: URL): OpenConversation | null {
  const peer = threadIn(url);
  if (peer === '') return null;
  const main = document.querySelector('main') ?? document.querySelector('[role="main"]');
  const list = main && listIn(main);
  if (!list) return null;
  const { pane, link } = paneOf(list, main);
  const composer = findBeside(pane, list, COMPOSER);
  const handles = lastRows(list, ROW, NEAR_ROWS).map(authorOf);
  const group = new Set(handles.filter((handle) => handle !== '')).size > 1;
  const heading = link?.querySelector('h2, [dir="auto"]') ?? link;
  const person = group ? '' : handleIn(link);
  return {
    list,
    peer,
    ...(person === '' ? {} : { person }),
    weak: false,
    group,
    title: heading ? readText(heading) : '',
    composer,
    pane,
    request: composer === null && hasChoices(pane, list),
  };
}

/**
 * A request has buttons with words (accept, delete, block) where the composer would be; those of a header are pictures, and
 * those of the inbox are items of a list.
 */
function hasChoices(pane: Element, list: Element): boolean {
  const buttons = allBeside(pane, list, BUTTON).filter((button) => !button.closest('[role="listitem"]'));
  return buttons.filter((button) => readText(button) !== '').length >= 2;
}

/**
 * The account beside a row, where its picture is a link; the last bubble of a block has it. A profile in a bubble is shared.
 * Asked of thirty rows at every look: going over the links takes a fifth of the time of a list of those with a picture.
 */
function authorOf(row: Element): string {
  for (const link of unitOf(row).querySelectorAll(LINK))
    if (!row.contains(link) && link.querySelector('img')) return handleIn(link);
  return '';
}

/** A message with what stands beside its bubble. */
function unitOf(row: Element): Element {
  return row.closest(UNIT) ?? row.parentElement ?? row;
}

/**
 * A quoted reply stands before the bubble: in no button, or in one without a name. Where it can't be told from the words,
 * there are none.
 */
function textOf(row: Element): Element | null {
  const leaves = [...row.querySelectorAll('[dir="auto"]')].filter(
    (text) => !text.querySelector('[dir="auto"]'),
  );
  const buttons = new Set(leaves.map((text) => text.closest(BUTTON)).filter((each) => row.contains(each)));
  buttons.delete(null);
  const named = [...buttons].filter((each) => each?.hasAttribute('aria-label'));
  const [button, other] = named.length > 0 ? named : [...buttons];
  if (other) return null;
  return leaves.find((text) => button?.contains(text)) ?? leaves.at(-1) ?? null;
}

const timeFromAbove = rememberAbove<number>();

/** From the line of time above: "Today 6:14 PM", "Thu 6:14 PM"; the hour alone is of today. */
function timeOf(row: Element, list: OpenConversation['list']): number | null {
  const { lang } = list.ownerDocument.documentElement;
  const lines = list.children.length > 1 ? list : list.firstElementChild;
  const own = climb(row, (element) => element.parentElement === lines);
  if (!own) return null;
  return timeFromAbove(own, (line) => {
    if (line === own || line.matches(ROW) || line.querySelector(ROW)) return undefined;
    const clock = parseClock(line.textContent ?? '', lang);
    if (!clock) return undefined;
    const now = Date.now();
    const today = new Date(now).setHours(0, 0, 0, 0);
    const named = () => parseDay(clock.rest, lang, now) ?? parseDayLine(clock.rest, lang, now);
    const day = clock.rest === '' ? today : named();
    return day === null ? null : timeOn(day, clock.minutes, now);
  });
}

function read(row: Element, conversation: OpenConversation): RowReading | null {
  const element = textOf(row);
  const text = element ? readText(element) : '';
  if (!element || text === '' || element.closest(ROW) !== row) return null;
  const unit = unitOf(row);
  const handle = authorOf(row);
  const side = layoutSpeaker(element, unit);
  const speaker = side === 'unknown' && handle !== '' ? 'other' : side;
  const id = row.closest('[id^="mid."]')?.id ?? hashText([conversation.peer, side, text].join('\n'));
  const person = conversation.group ? handle : conversation.peer;
  return {
    id,
    author: speaker === 'self' ? 'self' : person,
    speaker,
    text,
    at: timeOf(row, conversation.list),
  };
}

function personFacts(name: string, handle: string): ContactFact[] {
  return [...(namesDiffer(name, handle) ? [{ fact: 'other-account-name' } as const] : []), ...PERSON_UNSEEN];
}

function facts(_document: Document, { request, group, title, person }: OpenConversation): ContactFact[] {
  if (!request) return [];
  return [{ fact: 'message-request' }, ...(group ? [] : personFacts(title, person ?? ''))];
}

/** The list shows a name and no account; follow requests show both. */
function requests(document: Document, url: URL): RequestCard[] {
  const asked = url.pathname.startsWith('/direct/requests');
  if (!asked && !url.searchParams.has('followRequests')) return []; // a chat may be open: its rows are many
  const items = [...document.querySelectorAll('main [role="listitem"], [role="main"] [role="listitem"]')];
  if (asked)
    return items.flatMap((element) => {
      const name = element.querySelector(PICTURE) && element.querySelector('[dir="auto"]');
      const id = name ? readText(name) : '';
      return id === ''
        ? []
        : [{ id, name: id, element, facts: [{ fact: 'message-request' }, ...PERSON_UNSEEN] }];
    });
  return items.flatMap((element) => {
    const id = handleIn(element.querySelector(PROFILE));
    if (id === '' || element.querySelectorAll(BUTTON).length < 2) return [];
    const words = [...element.querySelectorAll('[dir="auto"]')].filter((text) => !text.closest(BUTTON));
    const texts = words.map((text) => readText(text));
    const name = texts.find((text) => text !== '' && text !== id) ?? id;
    return [{ id, name, element, facts: personFacts(name, id) }];
  });
}

export default defineAdapter({
  id: 'instagram',
  service: 'instagram',
  name: 'Instagram',
  matches: ['https://www.instagram.com/*'],
  evidence: { from: 'captures', seenLive: null },
  reads: ['threads', 'groups', 'requests'],
  covers: (url) =>
    url.hostname === 'www.instagram.com' && /^\/(direct|accounts\/activity)(\/|$)/.test(url.pathname),
  expectsConversation: (url) => threadIn(url) !== '',
  open,
  row: ROW,
  read,
  facts,
  requests,
});
