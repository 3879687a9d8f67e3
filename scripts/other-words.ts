// `npx tsx scripts/other-words.ts`: rewrites `other-words` in rules/languages/en.yaml, the everyday words that are one letter
// away from a word of the rules or look like several of them, so that "parties" is not read as a typo and "homeless" not as
// two words. From the word lists of SCOWL (see NOTICE), as Debian
// packs them: `apt-get install wamerican-small wbritish-small`. Run it after many new words came into the rules.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { basesOf } from '../engine/endings';
import { createLexicon, endingsOf } from '../engine/lexicon';
import { parsePack } from '../engine/pack';
import { preparePacks } from '../engine/prepare';
import { unpackWords } from '../engine/unpack';
import { loadCheckedRules } from './replayer';

const LISTS = ['american', 'british'].map((name) => `/usr/share/dict/${name}-english-small`);
const OUT = fileURLToPath(new URL('../rules/languages/en.yaml', import.meta.url));
/** No typo is undone in shorter words, and none in longer ones: engine/typos.ts. */
const WORD = /^[a-z]{6,24}$/;
const LINE = 110;
/** What is said of words that would be read as several: "homeless" is no home. */
const RUN_TOGETHER = '+';

const written = LISTS.flatMap((file) => readFileSync(file, 'utf8').toLowerCase().split('\n'));
const words = new Set(
  written.map((word) => word.normalize('NFKD').replace(/[^a-z]/g, '')).filter((word) => WORD.test(word)),
);
const { packs, signals } = loadCheckedRules();
const bare = packs.map((pack) => ({ ...pack, otherWords: '' }));
const book = unpackWords(preparePacks(bare, signals));
const { vocabulary } = createLexicon(
  book,
  bare.map((pack) => parsePack(pack, signals)),
);
const named = [...vocabulary.idOf.keys()];
const endings = endingsOf(bare);

/** The word of the rules that a word would be read as, by a wrong letter alone, or that it would be cut apart; null where it is known or nothing like one. */
function takenFor(word: string): string | null {
  if (vocabulary.idOf.has(word) || basesOf(word, endings).some((base) => vocabulary.idOf.has(base)))
    return null;
  const [id = 0, ...more] = vocabulary.resolve(word);
  if (more.length > 0) return RUN_TOGETHER;
  return id === 0 ? null : (named[id - 1] ?? null);
}

/** The same word in another form or spelling: then it is no mistake. */
function isAlike(word: string, known: string): boolean {
  return known.startsWith(word) || word.startsWith(known) || word.replace(/z/g, 's') === known;
}

const others = [...words].sort().filter((word) => {
  const known = takenFor(word);
  return known !== null && !isAlike(word, known);
});
const rows = others.reduce<string[]>((all, word) => {
  const last = all.at(-1);
  if (last !== undefined && last.length + word.length < LINE) all[all.length - 1] = `${last} ${word}`;
  else all.push(word);
  return all;
}, []);
const block = `other-words: >- # made by scripts/other-words.ts\n${rows.map((row) => `  ${row}\n`).join('')}`;
const text = readFileSync(OUT, 'utf8');
const held = /^other-words: .*\n(?: {2}.*\n)*/m;
writeFileSync(OUT, held.test(text) ? text.replace(held, block) : text.replace(/^gates:/m, `${block}gates:`));
process.stdout.write(`${others.length} words\n`);
