// Where a link in a message leads: only its host, read from the attribute. Nothing is followed.

/** Parameters in which sites pack the real address: l.facebook.com/l.php?u=…, l.instagram.com/?u=…, google.com/url?q=… */
const PACKED = ['u', 'q', 'url'];

/** Where people keep files, beside the chat of the same company: Google Chat and Drive, Teams and OneDrive. */
const STORES = /^(?:drive|docs|photos|onedrive)\./;

/** The host of a link to another site, without "www.", or null. */
export function hostBehind(link: Element): string | null {
  const { hostname } = link.ownerDocument.location ?? { hostname: '' };
  const url = webAddress(link.getAttribute('href') ?? '');
  if (!url) return null;
  for (const name of PACKED) {
    const packed = webAddress(url.searchParams.get(name) ?? '');
    if (packed) return plainHost(packed);
  }
  const isOwn = siteOf(url.hostname) === siteOf(hostname) && !STORES.test(url.hostname);
  return isOwn ? null : plainHost(url);
}

/** Relative addresses stay on the page's own site and say nothing. */
function webAddress(address: string): URL | null {
  return /^https?:\/\//i.test(address) && URL.canParse(address) ? new URL(address) : null;
}

const plainHost = ({ hostname }: URL): string => hostname.replace(/^www\./, '');
const siteOf = (hostname: string): string => hostname.split('.').slice(-2).join('.');
