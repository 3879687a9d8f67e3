// `npm run bench`: our whole pipeline (words, phrases of all packs, conversation state) side by side with text peers,
// on the same lines, in one run, on one core. Ratios count; absolute numbers are of this machine.
import { Profanity } from '@2toad/profanity';
import { englishDataset, englishRecommendedTransformers, RegExpMatcher } from 'obscenity';
import model from 'wink-eng-lite-web-model';
import winkNLP from 'wink-nlp';
import { createConversation } from '../engine/conversation';
import { createDetector } from '../engine/detector';
import { readCorpus } from './evaluation/corpus';
import { createRandom } from './evaluation/evasions';
import { loadCheckedRules, plainFingerprint } from './replayer';

const LINES = 10_000;
/** Each peer gets the best of so many rounds. */
const ROUNDS = 3;
/** Slow peers are timed on fewer lines. */
const SLOW_LINES = 2_000;

const rules = loadCheckedRules();
const random = createRandom(1);
const pool = readCorpus([new URL('../tests/corpora/tune', import.meta.url).pathname]).flatMap(
  ({ messages }) => messages.map(({ text }) => text),
);
const lines = Array.from({ length: LINES }, () => pool[Math.floor(random() * pool.length)] as string);

const started = performance.now();
const detector = createDetector(rules.packs, rules.signals);
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
const patterns = phrases.map(
  (phrase) =>
    new RegExp(
      phrase
        .replace(/\[[^\]]*\]|<[^>]*>|\.\.\.|[^\p{L}\s]/gu, ' ')
        .trim()
        .split(/\s+/)
        .slice(0, 4)
        .join('.{0,20}'),
      'iu',
    ),
);

const obscenity = new RegExpMatcher({ ...englishDataset.build(), ...englishRecommendedTransformers });
const profanity = new Profanity();
const nlp = winkNLP(model);

const peers: readonly {
  readonly name: string;
  readonly lines: number;
  run(texts: readonly string[]): void;
}[] = [
  {
    name: 'Porchlight, whole pipeline',
    lines: LINES,
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
    lines: SLOW_LINES,
    run: (texts) => texts.forEach((text) => void obscenity.hasMatch(text)),
  },
  {
    name: '@2toad/profanity',
    lines: LINES,
    run: (texts) => texts.forEach((text) => void profanity.exists(text)),
  },
  {
    name: 'a plain loop over the same patterns',
    lines: 500,
    run: (texts) => texts.forEach((text) => void patterns.filter((pattern) => pattern.test(text)).length),
  },
  {
    name: 'wink-nlp (words only)',
    lines: SLOW_LINES,
    run: (texts) => texts.forEach((text) => void nlp.readDoc(text).tokens().out()),
  },
];

function rate(peer: (typeof peers)[number]): number {
  const texts = lines.slice(0, peer.lines);
  let best = 0;
  for (let round = 0; round <= ROUNDS; round += 1) {
    const start = performance.now();
    peer.run(texts);
    best = Math.max(best, texts.length / ((performance.now() - start) / 1000));
  }
  return best;
}

function latencies(): { p50: number; p99: number; worst: number } {
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

const rates = peers.map((peer) => ({ name: peer.name, rate: rate(peer) }));
const ours = rates[0]?.rate ?? 0;
process.stdout.write(
  `${phrases.length} phrases, ${rules.packs.length} languages, ${LINES} lines of ${Math.round(lines.join('').length / LINES)} characters\n`,
);
process.stdout.write(`detector built in ${buildTime.toFixed(1)} ms\n\n`);
process.stdout.write('| | messages a second | ours is so many times as fast |\n|---|---|---|\n');
for (const { name, rate: r } of rates)
  process.stdout.write(`| ${name} | ${Math.round(r).toLocaleString('en')} | ${(ours / r).toFixed(2)} |\n`);
const { p50, p99, worst } = latencies();
process.stdout.write(
  `\none message: median ${p50.toFixed(4)} ms, p99 ${p99.toFixed(4)} ms, worst ${worst.toFixed(3)} ms\n`,
);
