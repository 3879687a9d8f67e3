// Reads one conversation message by message and says what it adds up to. No clock, no storage, no page: all given.
import { isGrownAge, isPeerAge, isYoungAge } from './ages';
import { type Detector, isPiece, type Reading, type SpokenHit } from './detector';
import { type Escalated, escalate } from './escalate';
import { createLedger, type Ledger } from './ledger';
import { louder, rankOf } from './levels';
import type { Line } from './matcher';
import { isQuoted, quotedParts } from './quotes';
import type { Escalation, SignalTable } from './rules';
import type { Assessment, ConversationMemory, Level, Message, Reason, Stage } from './types';

export type ConversationOptions = {
  readonly detector: Detector;
  readonly signals: SignalTable;
  readonly escalations: readonly Escalation[];
  /** Several people write: each is judged by their own messages alone. */
  readonly group: boolean;
  /** What earlier sessions saw, or null. Not used for groups. */
  readonly memory: ConversationMemory | null;
  /** HMAC of a message's text cut to 32 bits (utils/keys.ts); in scripts any 32-bit hash. */
  readonly fingerprint: (text: string) => number;
  /** Now, in milliseconds; a message without a time of its own is of today. */
  readonly now: () => number;
  /** Sum of evidence from which `caution` is reached; see SENSITIVITY. */
  readonly cautionFrom?: number;
};

export type Conversation = {
  /** Adds a message. `history` = above rows already read, or older than 48 hours (design.md, section 3). */
  add(message: Message, place: { readonly history: boolean }): Assessment;
  /** What all messages so far add up to, for the loudest of the other people. */
  assessment(): Assessment;
  /** What may outlive the tab; empty for groups. */
  memory(): ConversationMemory;
};

/** Sum of log-likelihood ratios from which the weights alone reach `caution`, by the person's choice. */
export const SENSITIVITY = { fewer: 5.9, standard: 4.5, more: 3.6 } as const;
/** What a long ordinary acquaintance changes: the longer the talk, the more evidence it takes. */
export const JUDGING = {
  /** Added for each e-fold of length to what `caution` needs: by weights, and by a combination (escalations.yaml). */
  rise: 5,
  /** Messages of both sides after which length begins to count. */
  riseAfter: 80,
  /** Length adds no more than this: a friend of years who turns must still be noticed. */
  riseMost: 14,
  /** Length asks no more than this of a threat with a second sign, which may come alone. */
  threatMost: 6,
  /** Evidence that a combination needs for `caution`, unless one sign of it is enough alone. */
  jointFrom: 2.5,
  /** Added where all the evidence stands in one message: an odd sentence is not yet a pattern. */
  oneMessage: 1,
} as const;
/** A stage counts as present from so much evidence on: one clear sighting, or several weak ones. */
const STAGE_PRESENT = 1.2;
/** `caution` by weights needs so many different stages (design.md, section 4). */
const STAGES_NEEDED = 2;
/** How far back a no looks for what was asked, and how long it is remembered, in messages: asking again is pressure. */
const REFUSAL_REACH = 8;
const PUSHING_STAGES: readonly Stage[] = ['media', 'approach', 'sexual-talk', 'pressure', 'offers'];
/** What somebody teaches or a scene that is rehearsed goes on for so many messages; each sign of it begins anew. */
const LESSON_REACH = 25;
const COUNTS_IN_QUOTES: readonly Stage[] = ['context'];
/** Who helps against a blackmailer asks for no money: that counts all the same. */
const COUNTS_IN_LESSONS: readonly Stage[] = ['context', 'payment'];
/** A bare answer ("24", "same", "older") is one on age within so many messages of the question for it, or of another age. */
const AGE_ANSWER_REACH = 3;
/** A child's age and an adult's, said within so many messages of each other, tell who talks to whom. */
const BOTH_AGES: readonly string[] = ['context.young', 'context.grown'];
const AGES_REACH = 40;
/** Pieces of a sentence further apart than this are not one sentence. */
const PIECE_MINUTES = 5;
const PIECES_KEPT = 3;
const DAY = 86_400_000;
/** After so many messages without news the level is looked at again. */
const SINKING_CHECKED = 25;
/** People of a group that are followed at once; the longest silent is forgotten first. */
const PEOPLE_KEPT = 200;

/** Live sightings kept a signal for what escalates: the newest decide. */
const PLACES_KEPT = 4;
type Place = { readonly place: number; readonly day: number };
const NOWHERE: readonly Place[] = [];
const NO_DAYS: ReadonlySet<number> = new Set();

type Person = {
  readonly ledger: Ledger;
  /** Live sightings of each signal, newest last. */
  readonly places: Map<string, Place[]>;
  /** Days of sightings that an earlier session or the history brought, by signal. */
  readonly past: Map<string, Set<number>>;
  /** Escalations that were reached and have not sunk since. */
  readonly standing: Set<string>;
  /** Where they last asked for something, and where the child last said no to it. */
  pushedAt: number;
  refusedAt: number;
  pieces: Line[];
  pieceAt: number | null;
  live: boolean;
};

/** Stages that one turn of phrase may show beside another: a demand within a threat is both. */
const APART: readonly Stage[] = ['context', 'threat', 'payment', 'pressure', 'crisis', 'media', 'advert'];

/** A hit, and whether it adds to the evidence; one that does not still makes a combination with others. */
type Sign = SpokenHit & { readonly weighs: boolean };
const NO_SIGNS: readonly Sign[] = [];

/**
 * Hits outside quotation marks; of those on the same words the heaviest: a turn of phrase is one sign. Of several of one
 * stage the heaviest alone weighs.
 */
function countable(hits: readonly SpokenHit[], text: string, signals: SignalTable): readonly Sign[] {
  if (hits.length === 0) return NO_SIGNS;
  const parts = quotedParts(text);
  const said = parts.length === 0 ? hits : hits.filter(({ span }) => !isQuoted(span, parts));
  if (said.length < 2) return said.map((hit) => ({ ...hit, weighs: true }));
  const weightOf = ({ signal }: SpokenHit) => signals[signal]?.weight ?? 0;
  const isApart = ({ signal }: SpokenHit) => APART.includes(signals[signal]?.stage ?? 'context');
  const kept: Sign[] = [];
  for (const hit of [...said].sort((a, b) => weightOf(b) - weightOf(a) || (a.signal < b.signal ? -1 : 1))) {
    const rivals = isApart(hit) ? [] : kept.filter((other) => !isApart(other));
    if (rivals.some(({ span }) => overlaps(hit.span, span))) continue;
    const stage = signals[hit.signal]?.stage;
    kept.push({ ...hit, weighs: !rivals.some(({ signal }) => signals[signal]?.stage === stage) });
  }
  return kept;
}

/** True where every sighting that weighs is of one and the same message. */
function isOneMessage(
  sightings: ReadonlyMap<string, ReadonlyMap<number, number>>,
  signals: SignalTable,
): boolean {
  let only: number | null = null;
  for (const [signal, list] of sightings) {
    if (signals[signal]?.stage === 'context') continue;
    for (const fingerprint of list.keys()) {
      if (only !== null && fingerprint !== only) return false;
      only = fingerprint;
    }
  }
  return true;
}

/** Evidence that an escalation needs: a plain threat none, combinations more the longer the ordinary talk was. */
function neededBy({ level, lone, joint }: Escalated, length: number): number {
  if (level === 'danger' && lone) return joint ? Math.min(length, JUDGING.threatMost) : 0;
  if (level === 'danger') return length;
  return lone ? length : JUDGING.jointFrom + length;
}

/** Days on which an earlier session saw each signal. */
function daysOf(memory: ConversationMemory | null): Map<string, Set<number>> {
  return new Map(
    Object.entries(memory?.signals ?? {}).map(([signal, list]) => [
      signal,
      new Set(list.map(([, day]) => day)),
    ]),
  );
}

/** A no of the child. */
function isRefusal({ signal }: Sign): boolean {
  return signal === 'context.refusal';
}

/** Bare answers, and what each says where somebody has just spoken of ages. */
const ANSWERS_ON_AGE: Readonly<Record<string, string>> = {
  'context.bare-age': 'context.child-age',
  'context.bare-adult': 'context.adult-age',
  'context.bare-same': 'context.peer-age',
  'context.bare-older': 'trust.age-gap',
};

/** What is said of ages: of the child's, in figures, and of the other person's. */
function saidAges(hits: readonly Sign[], { text, speaker }: Message): readonly Sign[] {
  return hits.flatMap((hit) => {
    if (isYoungAge(hit, text, speaker)) return [{ ...hit, signal: 'context.young' }];
    if (isPeerAge(hit, text, speaker)) return [{ ...hit, signal: 'context.peer-age' }];
    const told = hit.signal === 'context.their-age' ? [{ ...hit, signal: 'context.adult-age' }] : [];
    return isGrownAge(hit, text, speaker) ? [...told, { ...hit, signal: 'context.grown' }] : told;
  });
}

function overlaps([a, b]: SpokenHit['span'], [c, d]: SpokenHit['span']): boolean {
  return a < d && c < b;
}

/** Creates the reader of one conversation. */
export function createConversation(options: ConversationOptions): Conversation {
  const { detector, signals, escalations, group } = options;
  const cautionFrom = options.cautionFrom ?? SENSITIVITY.standard;
  // Signals without weight add nothing to a sum: their combination is all the evidence there can be (adverts).
  const weightless = new Set(
    escalations
      .filter(({ all }) => all.flat().every((signal) => signals[signal]?.weight === 0))
      .map(({ id }) => id),
  );
  const people = new Map<string, Person>();
  let place = 0;
  let lastLesson = Number.NEGATIVE_INFINITY;
  let latest: Assessment = CALM;
  /** True where history may have let the level sink: it is looked at again when somebody asks, not for every row of it. */
  let isStale = false;
  /** What the live message at hand showed; null while history is read, where any order must give the same. */
  let fresh: Set<string> | null = null;
  let lastAuthor: Person | null = null;
  let lastTalkOfAges = Number.NEGATIVE_INFINITY;
  if (options.memory && !group) people.set(ALL_OTHERS, createPerson(options.memory));
  if (people.size > 0) latest = loudestOf();

  function createPerson(memory: ConversationMemory | null): Person {
    return {
      ledger: createLedger(signals, memory),
      places: new Map(),
      past: daysOf(memory),
      standing: new Set(),
      pushedAt: Number.NEGATIVE_INFINITY,
      refusedAt: Number.NEGATIVE_INFINITY,
      pieces: [],
      pieceAt: null,
      live: false,
    };
  }

  function personOf(message: Message): string {
    if (message.author === '' && message.speaker === 'unknown') return NOBODY;
    return message.speaker === 'other' && !group ? ALL_OTHERS : `author ${message.author}`;
  }

  function find(key: string): Person {
    const known = people.get(key);
    if (known) return known;
    if (people.size >= PEOPLE_KEPT) people.delete(people.keys().next().value ?? '');
    const fresh = createPerson(null);
    people.set(key, fresh);
    return fresh;
  }

  /** A live sighting, for the combinations that it may be a part of. */
  function notePlace(person: Person, hit: string, day: number): void {
    fresh?.add(hit);
    person.places.set(hit, [...(person.places.get(hit) ?? []), { place, day }].slice(-PLACES_KEPT));
  }

  function note(person: Person, hit: string, fingerprint: number, day: number, live: boolean): boolean {
    const isNew = person.ledger.note(hit, fingerprint, day, live);
    fresh?.add(hit);
    if (live && (isNew || !person.places.has(hit) || signals[hit]?.stage === 'context'))
      notePlace(person, hit, day);
    if (!live && isNew) person.past.set(hit, (person.past.get(hit) ?? new Set()).add(day));
    // Once a day: it is of two messages, so that the day stands for its fingerprint.
    if (BOTH_AGES.includes(hit) && knowsBothAges(person, day, live))
      note(person, 'context.gap', day, day, live);
    if (live && isNew && (signals[hit]?.weight ?? 0) > 0) person.live = true;
    return isNew;
  }

  /** True where a child's age and an adult's were said near each other, or on one day of the history. */
  function knowsBothAges({ places, past }: Person, day: number, live: boolean): boolean {
    return BOTH_AGES.every((age) =>
      live
        ? places.get(age)?.some((seen) => place - seen.place <= AGES_REACH && day - seen.day <= 1)
        : past.get(age)?.has(day),
    );
  }

  function add(message: Message, { history }: { readonly history: boolean }): Assessment {
    const live = !history;
    if (live && isStale) look();
    fresh = live ? new Set() : null;
    const day = Math.floor((message.at ?? options.now()) / DAY);
    const isSelf = message.speaker === 'self';
    const reading = detector.read(message.text);
    const author = isSelf ? null : find(personOf(message));
    // Whoever is yet to speak in a private chat: what the child said first counts for them too.
    if (isSelf && !group) find(ALL_OTHERS);
    if (author !== lastAuthor && author) author.pieces = [];
    lastAuthor = author;
    const said = countable(reading.hits, message.text, signals);
    const hits = author ? across(author, reading, said, message, live) : said;
    if (live) place += 1;
    for (const person of people.values()) if (!group || person === author) person.ledger.count(day, live);
    const crisis = isSelf && live && hits.some(({ signal }) => signal === 'crisis.despair');
    if (live && !isSelf && reading.lesson) lastLesson = place;
    const changed =
      hits.length > 0 && record(hits, stagesCounted(reading.gated, live), message, author, day, live);
    if (live && isSelf && hits.some(isRefusal)) refuse();
    // Ordinary talk lets a level sink only slowly: looking again now and then is enough.
    const maySink = latest.level !== 'calm';
    if (changed || (live && maySink && place % SINKING_CHECKED === 0)) look();
    else if (!live && maySink) isStale = true;
    return crisis ? { ...latest, crisis: true } : latest;
  }

  /** The child said no: to whoever asked for something within reach. */
  function refuse(): void {
    for (const person of people.values())
      if (place - person.pushedAt <= REFUSAL_REACH) person.refusedAt = place;
  }

  function look(): void {
    latest = loudestOf();
    isStale = false;
  }

  function assessment(): Assessment {
    if (isStale) look();
    return latest;
  }

  /** The stages whose signs count in the message at hand; null: all. */
  function stagesCounted(gated: boolean, live: boolean): readonly Stage[] | null {
    if (gated) return COUNTS_IN_QUOTES;
    return live && place - lastLesson <= LESSON_REACH ? COUNTS_IN_LESSONS : null;
  }

  /** Notes the hits with whom they count for; true where something new was noted. */
  function record(
    hits: readonly Sign[],
    counted: readonly Stage[] | null,
    message: Message,
    author: Person | null,
    day: number,
    live: boolean,
  ): boolean {
    let known: number | null = null;
    /** Made once, and only where a sign is noted: in a page it is the dearest part of a message. */
    const fingerprint = () => {
      known ??= options.fingerprint(message.text);
      return known;
    };
    let changed = false;
    let pushed = false;
    // History comes in any order: nobody knows what a bare number there answered.
    const isAnswer = live && place - lastTalkOfAges <= AGE_ANSWER_REACH;
    const read = hits.map((hit) =>
      isAnswer ? { ...hit, signal: ANSWERS_ON_AGE[hit.signal] ?? hit.signal } : hit,
    );
    const ages = saidAges(read, message);
    if (live && (ages.length > 0 || hits.some(({ signal }) => signal === 'access.asks-age')))
      lastTalkOfAges = place;
    for (const { signal, speaker, weighs } of [...read, ...ages]) {
      const stage = signals[signal]?.stage;
      if (
        stage === undefined ||
        signal in ANSWERS_ON_AGE ||
        signal === 'crisis.despair' ||
        (counted !== null && !counted.includes(stage))
      )
        continue;
      if (!weighs) {
        if (author && live && speaker !== 'self') notePlace(author, signal, day);
        continue;
      }
      if (author && speaker !== 'self') {
        changed = note(author, signal, fingerprint(), day, live) || changed;
        pushed ||= PUSHING_STAGES.includes(stage);
      }
      // In a group each person answers for their own words alone; what fits either side is not said of the rest.
      if (speaker === 'other' || (author && speaker === 'any')) continue;
      for (const person of people.values())
        if (person !== author) changed = note(person, signal, fingerprint(), day, live) || changed;
    }
    if (!author || !pushed || !live) return changed;
    author.pushedAt = place;
    if (place - author.refusedAt <= REFUSAL_REACH)
      changed = note(author, 'pressure.after-no', fingerprint(), day, live) || changed;
    return changed;
  }

  /** Hits of a message as a part of a sentence cut over several short messages of one author. */
  function across(
    author: Person,
    reading: Reading,
    said: readonly Sign[],
    message: Message,
    live: boolean,
  ): readonly Sign[] {
    if (!live || !isPiece(reading.line)) {
      author.pieces = [];
      return said;
    }
    const isLate =
      message.at !== null && author.pieceAt !== null && message.at - author.pieceAt > PIECE_MINUTES * 60_000;
    const earlier = isLate ? [] : author.pieces;
    author.pieces = [...earlier, reading.line].slice(-PIECES_KEPT);
    author.pieceAt = message.at;
    if (earlier.length === 0) return said;
    const { hits, doubted } = detector.readAcross(earlier, reading);
    return [...said.filter((hit) => !doubted(hit)), ...hits.map((hit) => ({ ...hit, weighs: true }))];
  }

  function loudestOf(): Assessment {
    let loudest = CALM;
    for (const [key, person] of people) {
      const assessment = assess(person, key !== NOBODY);
      if (rankOf(assessment.level) > rankOf(loudest.level) || loudest === CALM) loudest = assessment;
    }
    return loudest;
  }

  function assess(person: Person, authorKnown: boolean): Assessment {
    const sightings = person.ledger.sightings();
    const { score, byStage, messages } = person.ledger.weigh();
    const length =
      Math.min(JUDGING.riseMost, JUDGING.rise * Math.log(1 + messages / JUDGING.riseAfter)) +
      (isOneMessage(sightings, signals) ? JUDGING.oneMessage : 0);
    const shown = fresh;
    const joint = escalate(
      escalations,
      {
        has: (signal) => person.places.has(signal) || person.past.has(signal),
        live: (signal) => person.places.get(signal) ?? NOWHERE,
        days: (signal) => person.past.get(signal) ?? NO_DAYS,
      },
      authorKnown,
      (escalated, { id, all, needs }) => {
        const needed = weightless.has(id) ? 0 : (needs ?? neededBy(escalated, length));
        if (needed > 0 && score < needed) {
          person.standing.delete(id);
          return false;
        }
        // Old signs are not stirred up by talk of something else.
        const isNew = shown === null || all.flat().some((signal) => shown.has(signal));
        return needed === 0 || isNew || person.standing.has(id);
      },
    );
    if (joint) person.standing.add(joint.id);
    const stages = [...byStage].filter(
      ([stage, worth]) => stage !== 'context' && worth >= STAGE_PRESENT,
    ).length;
    const weighed: Level =
      authorKnown && score >= cautionFrom + length && stages >= STAGES_NEEDED ? 'caution' : 'calm';
    const level = louder(weighed, joint?.level ?? 'calm');
    const because = joint && level === joint.level ? joint.id : null;
    let reasons: readonly Reason[] | null = null;
    return {
      level,
      because,
      // Worked out when read: most assessments are only asked for their level.
      get reasons() {
        reasons ??= reasonsOf(sightings, signals);
        return reasons;
      },
      past: level !== 'calm' && !person.live,
      crisis: false,
    };
  }

  return {
    add,
    assessment,
    memory: () =>
      (people.get(ALL_OTHERS) ?? createPerson(null)).ledger.memory(Math.floor(options.now() / DAY)),
  };
}

/** Key of the one other person of a private chat, and of rows whose author the page doesn't tell. */
const ALL_OTHERS = 'other';
const NOBODY = 'nobody';
const CALM: Assessment = { level: 'calm', because: null, reasons: [], past: false, crisis: false };

/** Signals seen, the weightiest first; context is left out, since it is no sign of anything. */
function reasonsOf(
  sightings: ReadonlyMap<string, ReadonlyMap<number, number>>,
  signals: SignalTable,
): Reason[] {
  const reasons = [...sightings].flatMap(([signal, seen]) => {
    const rule = signals[signal];
    if (!rule || rule.stage === 'context') return [];
    const days = [...seen.values()];
    return [{ signal, stage: rule.stage, count: seen.size, lastDay: Math.max(...days), weight: rule.weight }];
  });
  return reasons
    .sort((a, b) => b.weight - a.weight || b.count - a.count || (a.signal < b.signal ? -1 : 1))
    .map(({ weight: _, ...reason }) => reason);
}
