// One talk, read message by message: what it adds up to.

import type { Conversation, ConversationOptions } from './conversation';
import { createCutSentences } from './cut-sentences';
import { isCry } from './despair';
import { type Coming, createHearing, type Heard } from './heard';
import { createJudge } from './judge';
import { createLessons } from './lessons';
import { CALM, rankOf } from './levels';
import { createLooks } from './looks';
import { isLive } from './moment';
import { createPeople, NOBODY, type People } from './people';
import { createPerson } from './person';
import { refuse } from './refusals';
import { lookExtra, SENSITIVITY } from './sensitivity';
import { createSignNotes } from './sign-notes';
import { countable, isRefusal, spokenHits } from './signs';
import { createTalkOfAges } from './talk-of-ages';
import type { Assessment, Message, Stage } from './types';

const DAY = 86_400_000;
const dayInUtc = (at: number): number => Math.floor(at / DAY);
/** What counts of what is scrolled in: the rest of it is judged by itself (engine/scrolled.ts). */
const FACTS: readonly Stage[] = ['context'];
/** After so many messages without news the level is looked at again. */
const SINKING_CHECKED = 25;

/** Creates the reader of one talk. */
export function createTalk(options: ConversationOptions): Conversation {
  const { detector, signals, group, memory, dayOf = dayInUtc, cautionFrom = SENSITIVITY.standard } = options;
  const people = createPeople(signals, group, memory);
  const hear = createHearing(options, dayOf, people);
  const stagesCounted = createLessons(group, detector.lessons);
  const acrossPieces = createCutSentences(detector);
  const withAges = createTalkOfAges(detector.ages);
  const noteSigns = createSignNotes(signals, people, group);
  const known = people.other();
  const remembered = { messages: known?.ledger.messages() ?? 0, until: memory?.lastSeen ?? 0 };
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
    const isScrolled = coming.run !== undefined;
    const counted = isScrolled ? FACTS : stagesCounted(heard);
    const said = countable(spokenHits(reading.hits, message.text, detector), signals);
    const signs = acrossPieces(said, heard);
    const isNew = signs.length > 0 && noteSigns(withAges(signs, heard), heard, counted);
    const looksOther = !isScrolled && looks?.(heard, counted, latest.level);
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
    passDay() {
      isStale = true;
      for (const person of people.all.values()) person.live = false;
    },
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
