// How well the classifier does on writers that it has not learned from: the hands of tests/corpora/taught are judged five at a time by one
// that was taught by all the others. Nothing else here is a fair trial of it. How its bars (engine/look-bars.ts) were chosen: docs/adr/0037 to 0040, 0042.
import { classifierSteps } from '../../engine/classifier';
import { lessonSteps } from '../../engine/lesson-look';
import { prepareClassifier, prepareLook } from '../../engine/prepare-classifier';
import { finish } from '../../engine/steps';
import type { Labelled } from '../evaluation/corpus';
import { judgeAll, type Outcome } from '../evaluation/measure';
import { percent, table } from '../evaluation/report';
import { createReplayer, type Reader } from '../replayer';
import { handOf } from './examples';
import type { Teacher } from './teacher';

/** So many hands are left out at once. */
const AT_ONCE = 5;

/** A table of what is warned of with the classifier, and by phrases alone. */
export function leftOutTable(
  taught: readonly Labelled[],
  others: readonly Labelled[],
  teacher: Teacher,
  reader: Reader,
): string {
  const hands = [...new Set(taught.map(handOf))];
  const rounds = Math.ceil(hands.length / AT_ONCE);
  const withIt = Array.from({ length: rounds }, (_, round) => {
    // Not neighbours: hands that were asked for the same kind of chats stand side by side.
    const out = new Set(hands.filter((_, k) => k % rounds === round));
    const isOut = (chat: Labelled) => out.has(handOf(chat));
    const learned = teacher.teach([...others, ...taught.filter((chat) => !isOut(chat))], []);
    const classifier = finish(classifierSteps(prepareClassifier(learned, teacher.words)));
    const lessons = finish(lessonSteps(prepareLook(learned.lessons, teacher.words)));
    const replay = createReplayer({ ...reader, detector: { ...reader.detector, classifier, lessons } });
    return judgeAll(taught.filter(isOut), replay);
  }).flat();
  const without = judgeAll(
    taught,
    createReplayer({ ...reader, detector: { ...reader.detector, classifier: null, lessons: null } }),
  );
  const languages = [...new Set(taught.map(({ lang }) => lang))].sort();
  const rows = languages.flatMap((lang) => [
    row(`${lang}, with the classifier`, withIt.filter(isOf(lang))),
    row(`${lang}, by phrases alone`, without.filter(isOf(lang))),
  ]);
  const head = [
    'writers left out',
    'risky',
    '`caution` in time',
    'level in time',
    'harmless',
    '`caution` or above',
    '`danger`',
  ];
  return `${hands.length} hands\n\n${table(head, rows)}`;
}

const isOf = (lang: string) => (outcome: Outcome) => outcome.conversation.lang === lang;

function row(name: string, outcomes: readonly Outcome[]): (string | number)[] {
  const risky = outcomes.filter(({ conversation }) => conversation.label === 'risky');
  const harmless = outcomes.filter(({ conversation }) => conversation.label === 'benign');
  const share = (list: readonly Outcome[], of: readonly Outcome[]) =>
    percent(list.length / Math.max(1, of.length));
  const warned = risky.filter(
    ({ caution, conversation }) => caution !== null && caution <= (conversation.expect.by ?? caution),
  );
  return [
    ...[
      name,
      risky.length,
      share(warned, risky),
      share(
        risky.filter(({ right }) => right),
        risky,
      ),
    ],
    ...[
      harmless.length,
      share(
        harmless.filter(({ caution }) => caution !== null),
        harmless,
      ),
    ],
    share(
      harmless.filter(({ danger }) => danger !== null),
      harmless,
    ),
  ];
}
