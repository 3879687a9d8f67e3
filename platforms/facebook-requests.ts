// Friend requests on facebook.com/friends. From captures by others of 2023 to 2026; the card itself was never seen by
// us, so it says `unseen` rather than guess.
import { type ContactFact, defineAdapter, type RequestCard } from '../page/adapter';
import { onlyNumber } from '../page/contact-facts';
import { plainDate } from '../page/date-names';
import { readText } from '../page/read-text';

const HOSTS = ['www.facebook.com', 'web.facebook.com'];
const LINK = 'a[href*="/friends/requests/?profile_id="]';
/** From a link up to its card: seven levels in the captures. */
const MAX_LEVELS = 12;
/** Parts of the page itself, and what stands above a list: who is or holds one of them is no card. */
const PAGE = 'body, main, nav, [role="main"], [role="navigation"], [role="list"], [role="feed"]';
const HEADING = 'h1, h2, h3, [role="heading"]';
/** How an interface says that there are no mutual friends, where it says so in words. */
const NO_MUTUAL_FRIENDS =
  /^(no mutual friends|không có bạn chung|ไม่มีเพื่อนร่วมกัน|គ្មានមិត្តរួម|គ្មានមិត្តភក្តិរួម|ortak arkadaş(ın)? yok|لا يوجد أصدقاء مشتركون|walang mutual friends?|tidak ada teman yang sama|sin amigos en común|nenhum amigo em comum|aucun ami en commun|keine gemeinsamen freunde)$/iu;

/** How it names mutual friends: any other text with a number may be of groups, followers or a school. Beyond English and Khmer unreviewed. */
const MUTUAL_FRIENDS =
  /mutual friend|bạn chung|เพื่อน(?:ที่มี)?ร่วมกัน|មិត្ត(?:ភក្តិ)?រួម|ortak arkadaş|(?:صديق|صديقان|أصدقاء) مشترك|الأصدقاء المشترك|magkaparehong kaibigan|teman yang sama|(?:rakan|kawan) bersama|amigos? (?:en común|em comum)|amis? en commun|gemeinsame[rn]? freund|amic[io] in comune|общ\p{L}+ дру[гз]|спільн\p{L}+ дру[гз]|wspóln\p{L}+ znajom|共同(?:好友|朋友)|共通の友[達人]|함께 아는 친구/u;

/** Behind an "and" stands how many more there are beside those who are named: "Sok and 3 others" are four. */
const AND_MORE =
  /(?:(?:^|[\s,])(?:and|&|và|ve|at|dan|y|e|et|und|и)\s|(?:^|\s)و\s?|(?:និង|และ|နှင့်|ແລະ|和|與|と|ほか|他|외)\D*)\d/u;
/** "50+" is a count that the page does not tell. */
const OR_MORE = /\d\s?\+/;

function idOf(link: Element): string {
  return /profile_id=(\d+)/.exec(link.getAttribute('href') ?? '')?.[1] ?? '';
}

/**
 * The nearest element around the link with two buttons (confirm, delete) and one person only. A request that was answered has
 * lost them: the buttons further up are of other people, such as those whom the site suggests.
 */
function cardOf(link: Element): Element | null {
  const id = idOf(link);
  let element = link.parentElement;
  for (let level = 0; element && level < MAX_LEVELS; level += 1) {
    const ids = new Set([...element.querySelectorAll(LINK)].map(idOf));
    if (ids.size > 1 || !ids.has(id) || isWiderThanCard(element)) return null;
    if (element.querySelectorAll('[role="button"]').length >= 2) return element;
    element = element.parentElement;
  }
  return null;
}

/** A name may be a heading itself; any other one names what the card stands in. */
function isWiderThanCard(element: Element): boolean {
  const headings = [...element.querySelectorAll(HEADING)];
  return element.matches(PAGE) || headings.some((each) => !each.closest(LINK) && !each.querySelector(LINK));
}

/** The link with the name in it; the other one holds the picture. */
function nameLink(card: Element): Element | null {
  return [...card.querySelectorAll(LINK)].find((link) => readText(link) !== '') ?? null;
}

/** Texts of the card beside names and buttons, innermost `dir="auto"` each. */
function otherTexts(card: Element): string[] {
  return [...card.querySelectorAll('[dir="auto"]')]
    .filter((element) => !element.closest(LINK) && !element.closest('[role="button"]'))
    .filter((element) => !element.querySelector('[dir="auto"]'))
    .map((element) => plainDate(readText(element)));
}

function countIn(text: string): number | null {
  if (!MUTUAL_FRIENDS.test(text) || AND_MORE.test(text) || OR_MORE.test(text)) return null;
  return onlyNumber(text);
}

/** The difference between none and not shown is kept: only a page that says "0" or "no mutual friends" says none. */
function mutualFact(card: Element): ContactFact {
  const texts = otherTexts(card);
  const counts = texts.map(countIn).filter((count) => count !== null);
  const [count] = counts;
  if (count === 0 || texts.some((text) => NO_MUTUAL_FRIENDS.test(text))) return { fact: 'no-mutual-friends' };
  if (count !== undefined && counts.length === 1) return { fact: 'mutual-friends', count };
  return { fact: 'unseen', what: 'mutual-friends' };
}

function requests(document: Document, url: URL): RequestCard[] {
  if (url.pathname.includes('/outgoing')) return []; // requests that the person sent
  const cards = new Map<string, RequestCard>();
  for (const link of document.querySelectorAll(LINK)) {
    const id = idOf(link);
    if (id === '' || cards.has(id)) continue;
    const element = cardOf(link);
    if (!element) continue;
    const named = nameLink(element);
    const facts: ContactFact[] = [mutualFact(element), { fact: 'unseen', what: 'account-age' }];
    cards.set(id, { id, name: named ? readText(named) : '', element, facts });
  }
  return [...cards.values()];
}

export default defineAdapter({
  id: 'facebook-requests',
  service: 'facebook',
  name: 'Facebook friend requests',
  matches: HOSTS.map((host) => `https://${host}/*`),
  evidence: { from: 'captures', seenLive: null },
  reads: ['requests'],
  covers: (url) => HOSTS.includes(url.hostname) && /^\/friends(\/|$)/.test(url.pathname),
  expectsConversation: () => false,
  open: () => null,
  row: ':not(*)',
  read: () => null,
  requests,
});
