// Reads one conversation message by message and says what it adds up to. No clock, no storage, no page: all given.
import { createCutSentences } from './cut-sentences';
import { isCry } from './despair';
import type { Detector } from './detector';
import { type Coming, createHearing, type Heard } from './heard';
import { createJudge } from './judge';
import { createLessons } from './lessons';
import { rankOf } from './levels';
import { createLooks } from './looks';
import { isLive } from './moment';
import { createPeople, NOBODY, type People } from './people';
import { createPerson } from './person';
import { refuse } from './refusals';
import type { Escalation, SignalTable } from './rules';
import { lookExtra, SENSITIVITY } from './sensitivity';
import { createSignNotes } from './sign-notes';
import { countable, isRefusal, spokenHits } from './signs';
import { createTalkOfAges } from './talk-of-ages';
import type { Assessment, ConversationMemory, Message } from './types';

export type ConversationOptions = {
  readonly detector: Detector;
  readonly signals: SignalTable;
  readonly escalations: readonly Escalation[];
  /** Several people write: each is judged by their own messages, and looked at with the child's. */
  readonly group: boolean;
  /** What earlier sessions saw, or null. Not used for groups. */
  readonly memory: ConversationMemory | null;
  /** HMAC of a message's text cut to 32 bits (utils/keys.ts); in scripts any 32-bit hash. */
  readonly fingerprint: (text: string) => number;
  /** Now, in milliseconds; a message without a time of its own is of today. */
  readonly now: () => number;
  /** Whole days since 1970 of a time, by the reader's clock (utils/memory.ts); without it by UTC, the same everywhere. */
  readonly dayOf?: (at: number) => number;
  /** Sum of evidence from which `caution` is reached; see SENSITIVITY. */
  readonly cautionFrom?: number;
};

export type Conversation = {
  /** Adds a message. Another text of one that was added before adds what was not seen of that person yet, and is not the same asked again. */
  add(message: Message, coming: Coming): Assessment;
  /** What all messages so far add up to, for the loudest of the other people. */
  assessment(): Assessment;
  /** What may outlive the tab; empty for groups. */
  memory(): ConversationMemory;
};

const DAY = 86_400_000;
const dayInUtc = (at: number): number => Math.floor(at / DAY);
/** After so many messages without news the level is looked at again. */
const SINKING_CHECKED = 25;
const CALM: Assessment = { level: 'calm', because: null, reasons: [], past: false, crisis: false };

/** Creates the reader of one conversation. */
export function createConversation(options: ConversationOptions): Conversation {
  const { detector, signals, group, memory, dayOf = dayInUtc, cautionFrom = SENSITIVITY.standard } = options;
  const people = createPeople(signals, group, memory);
  const hear = createHearing(options, dayOf, people);
  const stagesCounted = createLessons(group, detector.lessons);
  const acrossPieces = createCutSentences(detector);
  const withAges = createTalkOfAges(detector.ages);
  const noteSigns = createSignNotes(signals, people, group);
  const known = people.other();
  const remembered = known?.ledger.messages() ?? 0;
  const looks =
    detector.classifier &&
    createLooks(detector.classifier, lookExtra(cautionFrom), people, group, remembered);
  const judge = createJudge(signals, options.escalations, cautionFrom);
  /** What the last message showed; null where it was history. */
  let fresh: ReadonlySet<string> | null = null;
  let latest: Assessment = CALM;
  /** True where history may have let the level sink: it is looked at again when somebody asks, not for every row of it. */
  let isStale = false;

  if (known && looks) judge.recallDoubt(known);
  look();

  function add(message: Message, coming: Coming): Assessment {
    const heard = hear(message, coming);
    const { author, reading, moment, newest } = heard;
    const live = isLive(moment);
    if (live && isStale) look();
    fresh = moment.fresh;
    count(heard, people, options);
    const counted = stagesCounted(heard);
    const said = countable(spokenHits(reading.hits, message.text, detector), signals);
    const signs = acrossPieces(said, heard);
    const isNew = signs.length > 0 && noteSigns(withAges(signs, heard), heard, counted);
    const looksOther = looks?.(heard, counted, latest.level);
    if (live && !author && signs.some(isRefusal)) refuse(people.all.values(), newest);
    // Ordinary talk lets a level sink only slowly: looking again now and then is enough.
    const maySink = latest.level !== 'calm';
    if (isNew || looksOther || (live && maySink && newest % SINKING_CHECKED === 0)) look();
    else if (!live && maySink) isStale = true;
    return isCry(signs, heard, detector.despair) ? { ...latest, crisis: true } : latest;
  }

  function look(): void {
    isStale = false;
    latest = CALM;
    for (const [key, person] of people.all) {
      const assessment = judge.assess(person, key !== NOBODY, fresh, person.doubt);
      if (rankOf(assessment.level) > rankOf(latest.level) || latest === CALM) latest = assessment;
    }
  }

  function assessment(): Assessment {
    if (isStale) look();
    return latest;
  }

  return {
    add,
    assessment,
    memory() {
      const person = people.other() ?? createPerson(signals, null);
      if (isStale) look();
      judge.noteStands(person);
      return person.memory(dayOf(options.now()));
    },
  };
}

/** Counts a message for everybody whom it is talk with. */
function count({ author, moment }: Heard, people: People, { group, memory }: ConversationOptions): void {
  const { day, dated, edited, past } = moment;
  // Old rows without a time would be of today at each reload: only who never read this chat counts them.
  if (edited || (past && !dated && memory !== null)) return;
  for (const person of people.all.values())
    if (!group || person === author) person.ledger.count(day, isLive(moment));
}
