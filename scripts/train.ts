// `npm run train`: learns rules/classifier.tsv, in a minute, from the labelled chats that rules may be tuned on. The same chats and
// lines and rules give the same file. Sets that are only measured are never read here. `-- --left-out` writes nothing: it says how well the
// classifier does on writers whom it has not learned from, in some minutes.
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { detectorSteps } from '../engine/detector';
import { preparePacks } from '../engine/prepare';
import { finish } from '../engine/steps';
import { writeClassifier } from '../rules/classifier-file';
import { helpIfAsked, WrongArgument } from './arguments';
import { readCorpus } from './evaluation/corpus';
import './plain-faults';
import { loadCheckedRules } from './replayer';
import { readCries } from './train/cries';
import { leftOutTable } from './train/left-out';
import { createTeacher } from './train/teacher';

helpIfAsked(`npm run train -- [--left-out]

  --left-out  writes nothing: says how well the classifier does on writers whom it has not learned from, in some minutes`);
const { values } = parseArgs({ options: { 'left-out': { type: 'boolean', default: false } } });
const pathOf = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url));

const { packs, signals, escalations } = loadCheckedRules();
const prepared = preparePacks(packs, signals);
const detector = finish(detectorSteps(prepared));
const teacher = createTeacher(detector, prepared.words.split(' '));
const read = (...sets: readonly string[]) =>
  readCorpus(
    sets.map((set) => pathOf(`tests/corpora/${set}`)),
    undefined,
    refuse,
  );
const others = read('tune', 'study');
const taught = read('taught');
const cries = readCries(pathOf('tests/corpora/despair/taught.jsonl'));

if (values['left-out'])
  process.stdout.write(`${leftOutTable(taught, others, teacher, { detector, signals, escalations })}\n`);
else {
  const learned = teacher.teach([...others, ...taught], cries);
  writeFileSync(pathOf('rules/classifier.tsv'), writeClassifier(learned));
  process.stdout.write(
    `rules/classifier.tsv: ${learned.words.length} words and pairs from ${others.length + taught.length} chats\n`,
  );
}

/** Whoever wrote them thinks that they are learned from. */
function refuse(file: string, lines: number): never {
  throw new WrongArgument(`${file}: ${lines} of its lines have a label that is neither risky nor benign`);
}
