// The first half of `npm run bench`: our whole pipeline (words, phrases of all packs, conversation state) side by side with text peers,
// on the same lines, in one run, on one core. Ratios count; absolute numbers are of this machine.
import { fileURLToPath } from 'node:url';
import { Profanity } from '@2toad/profanity';
import { englishDataset, englishRecommendedTransformers, RegExpMatcher } from 'obscenity';
import model from 'wink-eng-lite-web-model';
import winkNLP from 'wink-nlp';
import { packPacks } from '../engine/packed';
import { prepareRules } from '../engine/prepare';
import { bundledEngine } from './bundled-engine';
import { patternsOf, patternText } from './engine-bench/phrase-pattern';
import { readCorpus } from './evaluation/corpus';
import { createRandom } from './evaluation/evasions';
import { loadCheckedRules, plainFingerprint } from './replayer';

const LINES = 10_000;
/** Each peer gets the best of so many rounds over the same lines; the first rounds also warm it up. */
const ROUNDS = 6;
/** The plain loop is a thousand times slower than the rest: it is timed on fewer lines, which says so in the table. */
const LOOP_LINES = 500;
/** And with every so-manieth phrase: V8 takes a tenth of a second to compile one, and has no room for all. Its rate is divided by it. */
const LOOP_SHARE = 64;

const rules = loadCheckedRules();
const random = createRandom(1);

/** So many lines drawn from conversations of ours. */
function draw(conversations: ReturnType<typeof readCorpus>): readonly string[] {
  const pool = conversations.flatMap(({ messages }) => messages.map(({ text }) => text));
  return Array.from({ length: LINES }, () => pool[Math.floor(random() * pool.length)] as string);
}

const corpus = readCorpus([fileURLToPath(new URL('../tests/corpora/tune', import.meta.url))]);
const tables: readonly { readonly name: string; readonly lines: readonly string[] }[] = [
  { name: 'Lines of all our conversations, half of them risky', lines: draw(corpus) },
  {
    name: 'Lines of our benign conversations',
    lines: draw(corpus.filter(({ label }) => label === 'benign')),
  },
];

const { createConversation, startDetector } = await bundledEngine();
// As a page gets them: by message, as text.
const shipped = packPacks(prepareRules(rules).packs);
const started = performance.now();
const build = startDetector(shipped, () => performance.now());
let built = build();
while (built === null) built = build();
const detector = built;
const buildTime = performance.now() - started;

function createChat() {
  return createConversation({
    detector,
    signals: rules.signals,
    escalations: rules.escalations,
    group: false,
    memory: null,
    fingerprint: plainFingerprint,
    now: () => 0,
  });
}
const phrases = rules.packs.flatMap(({ signals }) => signals.flatMap((signal) => signal.phrases));
const patterns = rules.packs
  .flatMap((pack) => patternsOf(pack, rules.signals))
  .filter((_, index) => index % LOOP_SHARE === 0);

const obscenity = new RegExpMatcher({ ...englishDataset.build(), ...englishRecommendedTransformers });
const profanity = new Profanity();
const nlp = winkNLP(model);

const peers: readonly {
  readonly name: string;
  readonly most?: number;
  /** It does one such part of the work: the whole takes so many times as long. */
  readonly share?: number;
  run(texts: readonly string[]): void;
}[] = [
  {
    name: 'Porchlight, whole pipeline',
    run(texts) {
      let chat = createChat();
      texts.forEach((text, i) => {
        if (i % 500 === 0) chat = createChat();
        chat.add(
          { id: String(i), author: i % 2 ? 'a' : 'b', speaker: i % 2 ? 'self' : 'other', text, at: null },
          { history: false },
        );
      });
    },
  },
  {
    name: 'obscenity',
    run: (texts) => texts.forEach((text) => void obscenity.hasMatch(text)),
  },
  {
    name: '@2toad/profanity',
    run: (texts) => texts.forEach((text) => void profanity.exists(text)),
  },
  {
    name: `a plain loop over the same phrases as regular expressions, without endings and misspellings (${LOOP_LINES} lines; timed with one phrase of ${LOOP_SHARE})`,
    most: LOOP_LINES,
    share: LOOP_SHARE,
    run: (texts) =>
      texts.forEach((text) => {
        const line = patternText(text);
        void patterns.filter((pattern) => pattern.test(line)).length;
      }),
  },
  {
    name: 'wink-nlp (words only)',
    run: (texts) => texts.forEach((text) => void nlp.readDoc(text).tokens().out()),
  },
];

/** Messages a second of each peer, in turns, so that a busy moment of the machine strikes all alike. */
function rates(lines: readonly string[]): readonly number[] {
  const best = peers.map(() => 0);
  for (let round = 0; round < ROUNDS; round += 1)
    for (const [i, peer] of peers.entries()) {
      const texts = lines.slice(0, peer.most);
      const start = performance.now();
      peer.run(texts);
      const seconds = ((performance.now() - start) / 1000) * (peer.share ?? 1);
      best[i] = Math.max(best[i] ?? 0, texts.length / seconds);
    }
  return best;
}

/** Times of single messages in milliseconds, in one long conversation. */
function latencies(lines: readonly string[]): { p50: number; p99: number; worst: number } {
  const chat = createChat();
  const times = lines.map((text, i) => {
    const start = performance.now();
    chat.add(
      { id: String(i), author: 'a', speaker: i % 2 ? 'self' : 'other', text, at: null },
      { history: false },
    );
    return performance.now() - start;
  });
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.floor(share * (times.length - 1))] ?? 0;
  return { p50: at(0.5), p99: at(0.99), worst: at(1) };
}

const say = (line: string) => process.stdout.write(`${line}\n`);
say(
  `${phrases.length} phrases, ${rules.packs.length} languages; detector built in ${buildTime.toFixed(1)} ms`,
);
for (const [index, { name, lines }] of tables.entries()) {
  // At the first table nothing is warm, as in a page that was just opened; from then on the engine has run.
  const { p50, p99, worst } = latencies(lines);
  const measured = rates(lines);
  const ours = measured[0] ?? 0;
  say(`\n## ${name}: ${LINES} of ${Math.round(lines.join('').length / LINES)} characters\n`);
  say('| | messages a second | ours is so many times as fast |\n|---|---|---|');
  for (const [i, rate] of measured.entries())
    say(`| ${peers[i]?.name} | ${Math.round(rate).toLocaleString('en')} | ${(ours / rate).toFixed(2)} |`);
  say(
    `\none message (${index === 0 ? 'nothing warm yet' : 'the engine warm from the table before'}): median ${p50.toFixed(4)} ms, p99 ${p99.toFixed(4)} ms, worst ${worst.toFixed(3)} ms`,
  );
}
