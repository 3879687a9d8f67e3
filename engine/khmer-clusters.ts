// Khmer letter groups that are drawn alike and typed in several ways: one sight, one spelling.

/** Khmer code points that Unicode gave up (16.4), and what fonts draw the same: keyboards still type them. */
export const OLD_KHMER: Readonly<Record<string, string>> = {
  '\u17a3': '\u17a2',
  '\u17a4': '\u17a2\u17b6',
  '\u17d3': '\u17c6',
};

/** Order of the marks inside a Khmer letter group; fonts draw several orders alike. Source: Unicode 16, section 16.4. */
function khmerRank(character: string): number {
  const point = character.codePointAt(0) ?? 0;
  if (point === 0x17d2) return 1; // coeng, with the consonant after it
  if (point === 0x17c9 || point === 0x17ca) return 2; // shifters
  if (point >= 0x17b6 && point <= 0x17c5) return 3; // vowels
  return 4;
}

const VOWEL_E = '\u17c1';
const sorted = new Map<string, string>();
/** Khmer has some thousand letter groups in use; hostile text may make up more. */
const SORTED_KEPT = 8192;

/** Sorts the marks of one Khmer letter group, so that the same sight has the same spelling. */
export function sortKhmerCluster(cluster: string): string {
  if (cluster.length < 3) return cluster;
  const known = sorted.get(cluster);
  if (known !== undefined) return known;
  if (sorted.size >= SORTED_KEPT) sorted.clear();
  const fresh = sortMarks(cluster);
  sorted.set(cluster, fresh);
  return fresh;
}

function sortMarks(cluster: string): string {
  const [base = '', ...rest] = [...cluster];
  const parts: string[] = [];
  for (let i = 0; i < rest.length; i += 1) {
    const character = rest[i] ?? '';
    if (character === '\u17d2') {
      parts.push(character + (rest[i + 1] ?? ''));
      i += 1;
    } else parts.push(character);
  }
  const ordered = parts.sort((a, b) => khmerRank(a) - khmerRank(b));
  // A mark typed twice is drawn over itself.
  const once = ordered.filter((part, i) => part !== ordered[i - 1] || part === VOWEL_E);
  // e + aa typed apart is the vowel oo; e + ii the vowel oe; e twice the vowel ae (all are seen in the wild).
  return (base + once.join(''))
    .replace('\u17d2\u178a', '\u17d2\u178f') // subscript da and ta are drawn alike
    .replace(/\u17c1\u17b6|\u17b6\u17c1/, '\u17c4')
    .replace(/\u17c1\u17b8|\u17b8\u17c1/, '\u17be')
    .replace(/\u17c1{2,}/, '\u17c2');
}
