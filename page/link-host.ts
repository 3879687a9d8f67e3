// Where a link in a message leads: only its host, read from the attribute. Nothing is followed.

/**
 * Pages that lead on to an address which is packed into theirs: host and path, and the parameters it may stand in. On any other
 * page such a parameter says what its sender likes.
 */
const REDIRECTORS: readonly (readonly [page: RegExp, ...parameters: string[]])[] = [
  [/^(?:www|lm?)\.facebook\.com\/l\.php$/, 'u'],
  [/^l\.messenger\.com\/l\.php$/, 'u'],
  [/^l\.(?:instagram|threads)\.com\/$/, 'u'],
  [/^(?:www\.)?google\.(?:com|cat|[a-z]{2}|com?\.[a-z]{2})\/url$/, 'q', 'url'],
  [/^www\.youtube\.com\/redirect$/, 'q'],
  [/^out\.reddit\.com\//, 'url'],
  [/^[a-z0-9]+\.safelinks\.protection\.outlook\.com\//, 'url'],
  [/^statics\.teams\.cdn\.office\.net\/evergreen-assets\/safelinks\//, 'url'],
];
/** One such page may lead to another; nobody packs an address more often. */
const MAX_LAYERS = 3;

/** Where people keep files, beside the chat of the same company: Google Chat and Drive, Teams and OneDrive. */
const STORES = /^(?:drive|docs|photos|onedrive)\./;

/** The host of a link to another site, without "www.", or null. */
export function hostBehind(link: Element): string | null {
  const { hostname } = link.ownerDocument.location ?? { hostname: '' };
  const url = webAddress(link.getAttribute('href') ?? '');
  if (!url) return null;
  const target = unpacked(url);
  if (target !== url) return plainHost(target);
  const isOwn = siteOf(url.hostname) === siteOf(hostname) && !STORES.test(url.hostname);
  return isOwn ? null : plainHost(url);
}

/** Where an address leads that may have another one packed into it. */
function unpacked(address: URL): URL {
  let url = address;
  for (let layer = 0; layer < MAX_LAYERS; layer += 1) url = packedIn(url) ?? url;
  return url;
}

function packedIn({ hostname, pathname, searchParams }: URL): URL | null {
  const [, ...parameters] = REDIRECTORS.find(([page]) => page.test(hostname + pathname)) ?? [];
  const packed = parameters.map((name) => webAddress(searchParams.get(name) ?? ''));
  return packed.find((url) => url !== null) ?? null;
}

/** Relative addresses stay on the page's own site and say nothing. */
function webAddress(address: string): URL | null {
  return /^https?:\/\//i.test(address) && URL.canParse(address) ? new URL(address) : null;
}

const plainHost = ({ hostname }: URL): string => hostname.replace(/^www\./, '');
const siteOf = (hostname: string): string => hostname.split('.').slice(-2).join('.');
