// Which service an address belongs to, from the adapters' match patterns. The whole site counts, not only the pages that
// an adapter reads: a single-page site is often entered on another page.
import type { Adapter } from '../page/adapter';

type Site = Pick<Adapter, 'service' | 'matches' | 'frames'>;

/** The service of an address, e.g. 'telegram', or null where no adapter's site is open: in frames few sites are read. */
export function serviceOf(adapters: readonly Site[], url: URL, inFrame = false): string | null {
  const site = adapters.find(({ matches, frames = [] }) =>
    (inFrame ? frames : matches).some((pattern) => pattern.startsWith(`${url.origin}/`)),
  );
  return site?.service ?? null;
}

/**
 * The service whose switch turns this adapter off, e.g. 'facebook' for Messenger on facebook.com: where several services
 * share a site, the site is read or not as a whole.
 */
export function switchOf(adapters: readonly Site[], { service, matches }: Site): string {
  const [pattern = ''] = matches;
  const site = URL.canParse(pattern) ? serviceOf(adapters, new URL(pattern)) : null;
  return site ?? service;
}

/** Every switch there is, each once. */
export function switchesOf(adapters: readonly Site[]): readonly string[] {
  return [...new Set(adapters.map((adapter) => switchOf(adapters, adapter)))];
}

/** True where the switch of the site that an adapter reads is among those that are off. */
export function isSwitchedOff(
  adapters: readonly Site[],
  adapter: Site,
  offServices: readonly string[],
): boolean {
  return offServices.includes(switchOf(adapters, adapter));
}
