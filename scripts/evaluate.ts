// `npm run eval -- [files.jsonl…]`: how early, how quiet, how hard to fool. Rewrites docs/accuracy.md when run without
// files and without options but --misses. `-- --help` names the options.
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describeProblems, loadRules } from '../rules/load';
import { helpIfAsked, WrongArgument } from './arguments';
import { ACCURACY_HEAD } from './evaluation/accuracy-head';
import { EVALUATION_HELP, readEvaluationArguments } from './evaluation/arguments';
import { type Labelled, readCorpus } from './evaluation/corpus';
import { criesTable } from './evaluation/cries';
import { EVASIONS } from './evaluation/evasions';
import { foundTable } from './evaluation/found-table';
import { chainTable, turnTable } from './evaluation/friend-tables';
import { groupBy, judgeAll, judgeEvaded, type Outcome } from './evaluation/measure';
import { evasionTable, longTable } from './evaluation/report';
import { setSections } from './evaluation/set-sections';
import { isMeasured, LEARNED_FROM, OWN_SETS } from './evaluation/sets';
import { stageTable } from './evaluation/stage-table';
import './plain-faults';
import { createReplayer, loadCheckedRules, type Reader, readerOf } from './replayer';
import { readCries } from './train/cries';

helpIfAsked(EVALUATION_HELP);
const asked = readEvaluationArguments(process.argv.slice(2));
const ROOT = fileURLToPath(new URL('..', import.meta.url));
/** Of risky conversations: the sets of hands that nothing was learned from. */
const TURNING: readonly string[] = ['frozen', 'fresh', 'kept'];
const STAGES_ARE =
  'Risky conversations of the sets above that are only measured, by the stages of which phrases find a sign in what the other person says. What phrases miss stands in no row.';
const EVADED_ARE = 'Conversations of the sets above that are only measured.';
const TURNS_ARE = `Risky conversations of ${TURNING.join(', ')}.`;
const FOUND_IS =
  'Chats of two people. What is read of a chat when it is opened for the first time, all of it older than two days or without times. As found: from top to bottom. Scrolled in: from ' +
  'below, 20 messages at a time, each piece judged by itself.';
const CHAINS_ARE =
  'A relationship is made of its conversations in an order drawn by seed, each at most once; where they hold fewer messages than are wanted, ' +
  'all relationships are the same conversations in other orders, and the share says how often an order alarms, not how many friendships would. ' +
  'Opened anew each day: the chat is closed each night, and on the next day nothing of it is read again but what memory kept; and with the last 30 messages shown again, without times (pages show 20 to 50).';
/** Messages that a page shows again when a chat is opened. */
const SHOWN_AGAIN = 30;
const CRIES = `${ROOT}tests/corpora/despair/measured.jsonl`;

// A fault in them is told before the minutes that the rest takes.
const given = readCorpus(asked.files, undefined, sayLeftOut);
const reader = asked.rules === undefined ? readerOf(loadCheckedRules()) : otherReader(asked.rules);
const replay = createReplayer(reader);
const own = judgeAll(readCorpora(), replay);
const others = judgeAll(given, replay);
const sections: string[] = [];
const nameOfSet = ({ conversation: { set } }: Outcome): string => set;

const outcomes = [...own, ...others];
for (const [set, list] of groupBy(outcomes, nameOfSet)) sections.push(...setSections(set, list));
const long = longTable(
  outcomes,
  (outcome) => `${nameOfSet(outcome)}, ${outcome.conversation.lang} ${outcome.conversation.label}`,
);
if (long) sections.push(`## Long chats: warned of within so many messages of both sides\n\n${long}`);
const measured = outcomes.filter((outcome) => isMeasured(outcome) && outcome.conversation.label === 'risky');
if (measured.length > 0) sections.push('## By stage', STAGES_ARE, stageTable(measured, reader));
if (!asked.quick) {
  sections.push('## Evasion', EVADED_ARE, evadedTable());
  sections.push('## A chat that is there already', FOUND_IS, foundTable(onlyMeasured(), reader));
  sections.push('## Long benign relationships', CHAINS_ARE, relationshipsTable());
  sections.push('## A friend who turns', TURNS_ARE, turnsTable());
  sections.push('## A child’s own cries for help', criesTable(readCries(CRIES), onlyMeasured(), reader));
}
const body = sections.join('\n\n');
process.stdout.write(`${body}\n`);
if (asked.misses) printMisses();
if (asked.writes) writeAccuracy(body);

function sayLeftOut(file: string, lines: number): void {
  process.stderr.write(`${file}: ${lines} lines were left out: their label is neither risky nor benign\n`);
}

/** Chats that nothing was learned from. */
function onlyMeasured(): Labelled[] {
  return own.filter(isMeasured).map(({ conversation }) => conversation);
}

/** Faulty rules are left out of what is read with: figures of the rest would be of no rules that anybody wrote. */
function otherReader(folder: string): Reader {
  const { rules, problems } = loadRules(folder);
  if (problems.length > 0) throw new WrongArgument(`In ${folder}:\n${describeProblems(problems)}`);
  return readerOf(rules);
}

function readCorpora(): Labelled[] {
  return OWN_SETS.flatMap((set) => readCorpus([`${ROOT}tests/corpora/${set}`], set));
}

function evadedTable(): string {
  const list = own.filter(isMeasured);
  return evasionTable([
    ...EVASIONS.map((evasion) => [evasion.title, judgeEvaded(list, evasion, replay)] as const),
    ['sentences cut over two messages', judgeEvaded(list, 'cut', replay)],
  ]);
}

/** Ordinary talk that nothing was learned from. */
function ordinary(): Outcome[] {
  return own.filter((outcome) => nameOfSet(outcome) === 'talk');
}

/** A friend turns: of hands that nothing was learned from. */
function turnsTable(): string {
  const turning = own
    .filter((outcome) => TURNING.includes(nameOfSet(outcome)))
    .map(({ conversation }) => conversation)
    .filter(({ label }) => label === 'risky');
  return turnTable(
    turning,
    ordinary().map(({ conversation }) => conversation),
    replay,
  );
}

/** Each ordinary source, and the harmless of the files given. */
function relationshipsTable(): string {
  const sources = [
    ...groupBy(ordinary(), ({ conversation: { lang, kind } }) => `ordinary talk (talk), ${lang} ${kind}`),
  ].sort(([a], [b]) => (a < b ? -1 : 1));
  const harmless = others.filter(({ conversation }) => conversation.label === 'benign');
  if (harmless.length > 0) sources.push(['the files given', harmless]);
  const { chains, length } = asked;
  const onExample = (example: string) => {
    if (asked.misses) process.stderr.write(`chain: ${example}\n`);
  };
  return chainTable(sources, { chains, length, onExample }, replay, {
    blind: createReplayer(reader, { shown: 0 }),
    shown: createReplayer(reader, { shown: SHOWN_AGAIN }),
  });
}

function printMisses(): void {
  for (const { conversation, caution, danger, right, signals } of outcomes) {
    if (right || conversation.set !== LEARNED_FROM) continue;
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
