// How one of the known words is found.

/** Id of the known word that a word stands for; null where it stands for none. */
export type Find = (word: string) => number | null;

/** What the first of some forms of a word stands for; null where none stands for anything. */
export function findFirst(forms: readonly string[], find: Find): number | null {
  for (const form of forms) {
    const id = find(form);
    if (id !== null) return id;
  }
  return null;
}
