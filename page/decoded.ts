// A part of an address as people read it.

/** As it stands where it is not well formed: a page can write anything into its address. */
export function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
