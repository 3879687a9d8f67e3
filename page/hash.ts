// A short hash of a text, for telling rows apart inside one page. Not for secrets: keys of memory are HMACs (utils).

/**
 * 53 bits of hash as base 36, at most 11 characters. Two multiply-and-xor lanes over UTF-16 units, so that
 * 10,000 rows of one chat collide with a chance of about 1 in 10^8.
 */
export function hashText(text: string): string {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    high = Math.imul(high ^ unit, 2654435761);
    low = Math.imul(low ^ unit, 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return (4294967296 * (2097151 & low) + (high >>> 0)).toString(36);
}
