// `npm run eval -- [files.jsonl…]`: how early, how quiet, how hard to fool. Rewrites docs/accuracy.md when run on our
// own corpora alone. Options: --misses lists what went wrong (tune set only), --chains N, --length N, --no-write,
// --quick (no evasions, no chains), --rules FOLDER (another version of rules/, to compare).
import { writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { loadRules } from '../rules/load';
import { ACCURACY_HEAD } from './evaluation/accuracy-head';
import { type Labelled, readCorpus } from './evaluation/corpus';
import { EVASIONS } from './evaluation/evasions';
import { groupBy, judgeAll, judgeChains, judgeEvaded, judgeTurns, type Outcome } from './evaluation/measure';
import {
  alarmTable,
  beforeTable,
  latencyLine,
  longTable,
  percent,
  recallTable,
  table,
} from './evaluation/report';
import './plain-faults';
import { createReplayer, readerOf } from './replayer';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    misses: { type: 'boolean', default: false },
    chains: { type: 'string', default: '40' },
    length: { type: 'string', default: '4000' },
    'no-write': { type: 'boolean', default: false },
    quick: { type: 'boolean', default: false },
    rules: { type: 'string' },
  },
});
const ROOT = fileURLToPath(new URL('..', import.meta.url));
/** Of ordinary talk: who may turn, and after how many messages. */
const FRIENDS: readonly string[] = ['teens', 'adults'];
const TURNS_AFTER = [0, 400, 2000];
const OWN_SETS = ['tune', 'frozen', 'fresh', 'kept', 'later', 'plain', 'latin', 'talk'];

const replay = createReplayer(values.rules ? readerOf(loadRules(values.rules).rules) : undefined);
const own = OWN_SETS.flatMap((set) => readIfThere(`${ROOT}tests/corpora/${set}`));
const others = readCorpus(positionals);
const sections: string[] = [];
const nameOfSet = ({ conversation: { set } }: Outcome): string =>
  OWN_SETS.find((name) => set.includes(`/${name}/`)) ?? basename(set);

/** A table by plot says something where plots were told several times. */
function hasVariations(list: readonly Outcome[]): boolean {
  return new Set(list.map(({ conversation }) => conversation.plot)).size <= list.length / 2;
}

const outcomes = judgeAll([...own, ...others], replay);
const risky = outcomes.filter(({ conversation }) => conversation.label === 'risky');
const benign = outcomes.filter(({ conversation }) => conversation.label === 'benign');
for (const set of [...new Set(outcomes.map(nameOfSet))]) {
  const here = (list: readonly Outcome[]) => list.filter((outcome) => nameOfSet(outcome) === set);
  sections.push(`## Set: ${set}`);
  if (here(risky).length > 0) {
    sections.push(recallTable('risky, by language', here(risky), ({ conversation }) => conversation.lang));
    sections.push(
      recallTable(
        'risky, by kind',
        here(risky),
        ({ conversation }) => `${conversation.lang} ${conversation.kind}`,
      ),
    );
    if (hasVariations(here(risky)))
      sections.push(
        recallTable('risky, by plot', here(risky), ({ conversation }) => conversation.plot ?? '?'),
      );
    sections.push(beforeTable(here(risky)), latencyLine(here(outcomes)));
  }
  if (here(benign).length > 0)
    sections.push(alarmTable('benign, by language', here(benign), ({ conversation }) => conversation.lang));
  if (new Set(here(benign).map(({ conversation }) => conversation.kind)).size > 1)
    sections.push(
      alarmTable(
        'benign, by who talks',
        here(benign),
        ({ conversation }) => `${conversation.lang} ${conversation.kind}`,
      ),
    );
}
const long = longTable(
  outcomes,
  (outcome) => `${nameOfSet(outcome)}, ${outcome.conversation.lang} ${outcome.conversation.label}`,
);
if (long) sections.push(`## Long chats: warned of within so many messages of both sides\n\n${long}`);
if (!values.quick) {
  sections.push('## Evasion', evasionTable());
  sections.push('## Long benign relationships', chainTable());
  sections.push('## A friend who turns', turnTable());
}
const body = sections.join('\n\n');
process.stdout.write(`${body}\n`);
if (values.misses) printMisses();
if (positionals.length === 0 && !values['no-write'] && !values.quick) writeAccuracy(body);

function readIfThere(path: string): Labelled[] {
  try {
    return readCorpus([path]);
  } catch (error) {
    if ((error as { code?: string }).code === 'ENOENT') return [];
    throw error;
  }
}

function evasionTable(): string {
  const conversations = outcomes
    .filter((outcome) => outcome.conversation.set.includes('corpora'))
    .map(({ conversation }) => conversation);
  const share = (list: readonly Outcome[]) =>
    list.filter(({ right }) => right).length / Math.max(1, list.length);
  const split = (list: readonly Outcome[]) => ({
    recall: share(list.filter(({ conversation }) => conversation.label === 'risky')),
    alarms: list.filter(({ conversation, caution }) => conversation.label === 'benign' && caution !== null)
      .length,
  });
  const plain = split(judgeAll(conversations, replay));
  const rows = [...EVASIONS, 'cut' as const].map((evasion) => {
    const changed = split(judgeEvaded(conversations, evasion, replay));
    const title = evasion === 'cut' ? 'sentences cut over two messages' : evasion.title;
    return [
      title,
      percent(changed.recall),
      `${(100 * (changed.recall - plain.recall)).toFixed(1)}`,
      changed.alarms,
      changed.alarms - plain.alarms,
    ];
  });
  return table(
    ['evasion', 'level in time', 'change in points', 'benign at `caution`', 'change'],
    [['none', percent(plain.recall), 0, plain.alarms, 0], ...rows],
  );
}

/** Ordinary talk that nothing was learned from. */
function ordinary(): Labelled[] {
  return own.filter(({ set }) => set.includes('/talk/'));
}

/** A friend turns: of hands that nothing was learned from. */
function turnTable(): string {
  const turning = own.filter(({ set, label }) => label === 'risky' && /\/(frozen|fresh|kept)\//.test(set));
  const rows = [...groupBy(turning, ({ lang }) => lang)].flatMap(([lang, list]) => {
    const friends = ordinary().filter((one) => one.lang === lang && FRIENDS.includes(one.kind));
    return TURNS_AFTER.map((before) => {
      const { judged, warned, right } = judgeTurns(list, friends, before, replay);
      return [lang, before, judged, percent(warned / judged), percent(right / judged)];
    });
  });
  return table(['language', 'after so many messages', 'risky', '`caution` in time', 'level in time'], rows);
}

function chainTable(): string {
  const sources = [...groupBy(ordinary(), ({ lang, kind }) => `ordinary talk (talk), ${lang} ${kind}`)].sort(
    ([a], [b]) => (a < b ? -1 : 1),
  );
  const others_ = others.filter(({ label }) => label === 'benign');
  if (others_.length > 0) sources.push(['the files given', others_]);
  const count = Number(values.chains);
  const rows = sources
    .filter(([, list]) => list.length > 0)
    .map(([name, list]) => {
      const { caution, danger, examples } = judgeChains(list, count, Number(values.length), replay);
      if (values.misses) for (const example of examples) process.stderr.write(`chain: ${example}\n`);
      return [name, count, values.length ?? '', percent(caution), percent(danger)];
    });
  return table(
    [
      'conversations chained over 90 days',
      'relationships',
      'messages each',
      'reached `caution`',
      'reached `danger`',
    ],
    rows,
  );
}

function printMisses(): void {
  for (const { conversation, caution, danger, right, signals } of outcomes) {
    if (right || nameOfSet({ conversation } as Outcome) !== 'tune') continue;
    const wanted =
      conversation.label === 'risky'
        ? `${conversation.expect.level} by ${conversation.expect.by}`
        : `never ${conversation.expect.never ?? 'caution'}`;
    process.stderr.write(
      `${conversation.lang} ${conversation.label} ${conversation.id}: wanted ${wanted}, caution ${caution}, danger ${danger}: ${signals.join(', ')}\n`,
    );
  }
}

function writeAccuracy(measured: string): void {
  writeFileSync(`${ROOT}docs/accuracy.md`, `${ACCURACY_HEAD}\n${measured}\n`);
}
