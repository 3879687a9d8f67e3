// Marks in place of ids and names, which say of two that they are the same, and no more. For copies of a page's structure
// (page/structure.ts).

export type IdMarks = {
  /** The same id gives the same number, another one another, of the same length where there is room. */
  numberOf(id: string): string;
  uuidOf(id: string): string;
  /** A name in an address: whether two are the same tells who wrote what, and no more. */
  nameOf(name: string): string;
};

/** Those of one copy. */
export function createIdMarks(): IdMarks {
  const numbers = new Map<string, string>();
  /** A short id after many others could get the mark of a long one. */
  const given = new Set<string>();
  const names = new Map<string, string>();

  function numberOf(id: string): string {
    const known = numbers.get(id);
    if (known) return known;
    let made = '';
    for (let count = numbers.size + 1; made === '' || given.has(made); count += 1)
      made = id.length > `${count}`.length ? `1${`${count}`.padStart(id.length - 1, '0')}` : `${count}`;
    numbers.set(id, made);
    given.add(made);
    return made;
  }

  return {
    numberOf,
    uuidOf: (id) => `00000000-0000-4000-8000-${numberOf(id).padStart(12, '0').slice(-12)}`,
    nameOf(name) {
      const known = names.get(name) ?? `name${names.size + 1}`;
      names.set(name, known);
      return known;
    },
  };
}
