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
