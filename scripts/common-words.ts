// `npx tsx scripts/common-words.ts`: counts the words of our own benign conversations and rewrites
// engine/common-words.ts, from which the matcher tells poor keywords from good ones. It changes the speed, never a result.
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { splitWords } from '../engine/normalise';
import { readCorpus } from './evaluation/corpus';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const OUT = here('../engine/common-words.ts');
/** Times in 1,000 words: a word belongs to the highest of these classes that it reaches. */
const CLASSES = [32, 16, 8, 4, 2] as const;

/** Times in 1,000 words of one language, for every word. */
function frequencies(texts: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  let total = 0;
  for (const text of texts)
    for (const word of splitWords(text).words) {
      if (word === '?') continue;
      total += 1;
      for (const key of /^\d+$/.test(word) ? [word, classOf(Number(word))] : [word])
        counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  return new Map([...counts].map(([word, count]) => [word, (count * 1000) / total]));
}

/** The rules' name for a number: see engine/lexicon.ts. */
function classOf(number: number): string {
  if (number >= 5 && number <= 17) return '<minor>';
  return number >= 18 && number <= 79 ? '<adult>' : '<num>';
}

const highest = new Map<string, number>();
for (const language of ['en', 'km']) {
  const conversations = readCorpus([here(`../tests/corpora/tune/benign.${language}.jsonl`)]);
  const texts = conversations.flatMap(({ messages }) => messages.map(({ text }) => text));
  for (const [word, frequency] of frequencies(texts))
    highest.set(word, Math.max(frequency, highest.get(word) ?? 0));
}

let from = Number.POSITIVE_INFINITY;
const rows = CLASSES.map((least) => {
  const words = [...highest].filter(([, frequency]) => frequency >= least && frequency < from);
  from = least;
  return `  [${least}, '${words
    .map(([word]) => word)
    .sort()
    .join(' ')}'],`;
});
writeFileSync(
  OUT,
  `// Made by scripts/common-words.ts from our own benign conversations; do not edit.

/** Words of everyday talk, by how many times they stand in 1,000 words of their language at least. */
export const COMMON_WORDS: readonly (readonly [perThousand: number, words: string])[] = [
${rows.join('\n')}
];
`,
);
