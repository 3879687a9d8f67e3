// Reads one conversation message by message and says what it adds up to. No clock, no storage, no page: all given.
import { CRISIS } from './despair';
import { type Detector, isPiece, type Reading } from './detector';
import { createImpression, type Doubt, isKnownAt } from './impression';
import { createJudge } from './judge';
import { rankOf } from './levels';
import { createPerson, type Person } from './person';
import type { Escalation, SignalTable } from './rules';
import { lookExtra, SENSITIVITY } from './sensitivity';
import { asAnswerOnAge, countable, isBareAnswer, isRefusal, type Sign, saidAges, spokenHits } from './signs';
import type { Assessment, ConversationMemory, Message, Stage } from './types';
import type { Moment } from './whereabouts';

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
  /** Whole days since 1970 of a time, by the reader's clock (utils/memory.ts); without it by UTC, the same everywhere. */
  readonly dayOf?: (at: number) => number;
  /** Sum of evidence from which `caution` is reached; see SENSITIVITY. */
  readonly cautionFrom?: number;
};

/** Last short messages of one writer, which may be pieces of one sentence, and when the newest was sent. */
type Pieces = Pick<Person, 'pieces' | 'pieceAt'>;
type Taught = Pick<Person, 'taughtAt'>;
type OwnSign = { readonly signal: string; readonly known: number; readonly said: Moment };
type Place = { readonly history: boolean; readonly edited?: boolean };

export type Conversation = {
  /**
   * Adds a message. `history` = above rows already read, or older than 48 hours (page/history.ts). `edited` = another
   * text of one that was added before: it adds what was not seen of that person yet, and is not the same asked again.
   */
  add(message: Message, place: Place): Assessment;
  /** What all messages so far add up to, for the loudest of the other people. */
  assessment(): Assessment;
  /** What may outlive the tab; empty for groups. */
  memory(): ConversationMemory;
};

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
/** Pieces of a sentence further apart than this are not one sentence. */
const PIECE_MINUTES = 5;
const PIECES_KEPT = 3;
const DAY = 86_400_000;
const dayInUtc = (at: number): number => Math.floor(at / DAY);
/** After so many messages without news the level is looked at again. */
const SINKING_CHECKED = 25;
/** Signs of the child's own words that a new person of a group is judged with. */
const OWN_SIGNS_KEPT = 16;
/** Messages whose place is kept for what they may be edited to: older ones stand where the newest does. */
const PLACES_KEPT = 64;
/** People of a group that are followed at once; the longest silent is forgotten first. */
const PEOPLE_KEPT = 200;

/** Creates the reader of one conversation. */
export function createConversation(options: ConversationOptions): Conversation {
  const {
    detector,
    signals,
    escalations,
    group,
    dayOf = dayInUtc,
    cautionFrom = SENSITIVITY.standard,
  } = options;
  const judge = createJudge(signals, escalations, cautionFrom);
  const people = new Map<string, Person>();
  /** In a group each person is judged by their own words alone, and there is no talk of two. */
  const impression =
    !group && detector.classifier ? createImpression(detector.classifier, lookExtra(cautionFrom)) : null;
  /** Of the message at hand. */
  let doubt: Doubt = 'none';
  let place = 0;
  /** Counts messages, of the history too. */
  let heard = 0;
  /** In a private chat whoever teaches does so for both; in a group everybody speaks for themselves. */
  const both: Taught = { taughtAt: Number.NEGATIVE_INFINITY };
  /** Where the last live messages stood, by their ids: another text of one stands there too. */
  const placeOf = new Map<string, number>();
  let latest: Assessment = CALM;
  /** True where history may have let the level sink: it is looked at again when somebody asks, not for every row of it. */
  let isStale = false;
  /** Of the message at hand. */
  let moment: Moment = { place, day: 0, dated: false, fresh: null, edited: false };
  let lastAuthor: Pieces | null = null;
  /** What the child last said of itself in a group, for those who are yet to speak. */
  let ownSigns: readonly OwnSign[] = [];
  /** The child's own last short messages. */
  const own: Pieces = { pieces: [], pieceAt: null };
  let lastTalkOfAges = Number.NEGATIVE_INFINITY;
  if (options.memory && !group) {
    const other = createPerson(signals, options.memory);
    if (impression) judge.recallDoubt(other);
    people.set(ALL_OTHERS, other);
  }
  if (people.size > 0) latest = loudestOf();

  function personOf(message: Message): string {
    if (message.author === '' && (group || message.speaker === 'unknown')) return NOBODY;
    return message.speaker === 'other' && !group ? ALL_OTHERS : `author ${message.author}`;
  }

  function find(key: string): Person {
    const person = people.get(key) ?? meet(key);
    person.heardAt = heard;
    return person;
  }

  function meet(key: string): Person {
    if (people.size >= PEOPLE_KEPT) people.delete(longestSilent());
    const person = createPerson(signals, null);
    people.set(key, person);
    for (const { signal, known, said } of ownSigns) person.note(signal, known, said);
    return person;
  }

  function longestSilent(): string {
    let [silent, since] = ['', Number.POSITIVE_INFINITY];
    for (const [key, { heardAt }] of people) if (heardAt < since) [silent, since] = [key, heardAt];
    return silent;
  }

  function add(message: Message, { history, edited = false }: Place): Assessment {
    const live = !history;
    if (live && isStale) look();
    if (live && !edited) place += 1;
    heard += 1;
    const day = dayOf(message.at ?? options.now());
    const dated = message.at !== null;
    moment = {
      place: live ? standAt(message.id, edited) : place,
      day,
      dated,
      fresh: live ? new Set() : null,
      edited,
    };
    const isSelf = message.speaker === 'self';
    const reading = detector.read(message.text);
    const author = isSelf ? null : find(personOf(message));
    // Whoever is yet to speak in a private chat: what the child said first counts for them too.
    if (isSelf && !group) find(ALL_OTHERS);
    const writer = author ?? own;
    if (writer !== lastAuthor && !edited) writer.pieces = [];
    if (!edited) lastAuthor = writer;
    // Old rows without a time would be of today at each reload: only who never read this chat counts them.
    const counts = !edited && (live || dated || options.memory === null);
    for (const person of people.values())
      if (counts && (!group || person === author)) person.ledger.count(day, live);
    const taught = group && author ? author : both;
    if (live && !isSelf && reading.lesson) taught.taughtAt = place;
    const said = countable(spokenHits(reading.hits, message.text, detector), signals);
    const signs = edited ? said : across(writer, reading, said, message, live);
    const counted = stagesCounted(reading, live, taught);
    const isNew = signs.length > 0 && record(withAges(signs, message, live), message, author, counted);
    const looksOther = takeLook(message, reading, counted);
    if (live && isSelf && signs.some(isRefusal)) refuse();
    // Ordinary talk lets a level sink only slowly: looking again now and then is enough.
    const maySink = latest.level !== 'calm';
    if (isNew || looksOther || (live && maySink && place % SINKING_CHECKED === 0)) look();
    else if (!live && maySink) isStale = true;
    const crisis =
      isSelf &&
      live &&
      (signs.some(({ signal }) => signal === CRISIS) || detector.despair?.sounds(reading.words) === true);
    return crisis ? { ...latest, crisis: true } : latest;
  }

  /** Where a live message stands: another text of one that was read stands where that stood. */
  function standAt(id: string, edited: boolean): number {
    const stood = edited ? (placeOf.get(id) ?? place) : place;
    placeOf.set(id, stood);
    if (placeOf.size > PLACES_KEPT) placeOf.delete(placeOf.keys().next().value as string);
    return stood;
  }

  /**
   * Looks at the last messages as a whole; true where they look other than before. History comes in any order, nobody knows whose the
   * words of an unknown writer are, and what is quoted or taught is not said.
   */
  function takeLook(message: Message, reading: Reading, counted: readonly Stage[] | null): boolean {
    const wasLifted = doubt === 'lifted';
    doubt = 'none';
    const other = people.get(ALL_OTHERS);
    const isLive = moment.fresh !== null && !moment.edited;
    if (!impression || !other || !isLive || message.speaker === 'unknown' || counted !== null) return false;
    impression.hear(message, reading);
    const { messages, weigh } = other.ledger;
    doubt = impression.doubt(messages());
    const sign = impression.sign(messages(), weigh);
    const isNews = sign !== null && !isKnownAt(latest.level, sign);
    const isSeen = isNews && other.note(sign, options.fingerprint(message.text), moment);
    return isSeen || (doubt === 'lifted' && !wasLifted);
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
  function stagesCounted({ gated }: Reading, live: boolean, taught: Taught): readonly Stage[] | null {
    if (gated) return COUNTS_IN_QUOTES;
    return live && place - taught.taughtAt <= LESSON_REACH ? COUNTS_IN_LESSONS : null;
  }

  /** The signs and what they say of ages. */
  function withAges(signs: readonly Sign[], message: Message, live: boolean): readonly Sign[] {
    // History comes in any order: nobody knows what a bare number there answered.
    const isAnswer = live && place - lastTalkOfAges <= AGE_ANSWER_REACH;
    const read = isAnswer ? signs.map(asAnswerOnAge) : signs;
    const ages = saidAges(read, message, detector.ages);
    if (live && (ages.length > 0 || signs.some(({ signal }) => signal === 'access.asks-age')))
      lastTalkOfAges = place;
    return [...read, ...ages];
  }

  /** Notes the signs with whom they count for; true where something new was noted. */
  function record(
    signs: readonly Sign[],
    message: Message,
    author: Person | null,
    counted: readonly Stage[] | null,
  ): boolean {
    let known: number | null = null;
    let changed = false;
    let pushed = false;
    const fingerprint = () => {
      // Made once, and only where a sign is noted: in a page it is the dearest part of a message.
      known ??= options.fingerprint(message.text);
      return known;
    };
    const note = (person: Person, signal: string) => {
      changed = person.note(signal, fingerprint(), moment) || changed;
    };
    for (const { signal, speaker, weighs } of signs) {
      const stage = signals[signal]?.stage;
      if (stage === undefined || isBareAnswer(signal) || signal === CRISIS) continue;
      if (counted !== null && !counted.includes(stage)) continue;
      if (!weighs) {
        if (author && moment.fresh && speaker !== 'self') author.noteLighter(signal, fingerprint(), moment);
        continue;
      }
      if (author && speaker !== 'self') {
        if (moment.edited && author.seen.has(signal)) continue;
        note(author, signal);
        pushed ||= PUSHING_STAGES.includes(stage);
      }
      // In a group each person answers for their own words alone; what fits either side is not said of the rest.
      if (speaker === 'other' || (author && speaker === 'any')) continue;
      for (const person of people.values()) if (person !== author) note(person, signal);
      if (group && !author)
        ownSigns = [...ownSigns, { signal, known: fingerprint(), said: moment }].slice(-OWN_SIGNS_KEPT);
    }
    if (!author || !pushed || !moment.fresh) return changed;
    author.pushedAt = place;
    if (place - author.refusedAt <= REFUSAL_REACH) note(author, 'pressure.after-no');
    return changed;
  }

  /** Hits of a message as a part of a sentence cut over several short messages of one author. */
  function across(
    writer: Pieces,
    reading: Reading,
    said: readonly Sign[],
    message: Message,
    live: boolean,
  ): readonly Sign[] {
    if (!live || !isPiece(reading.line)) {
      writer.pieces = [];
      return said;
    }
    const isLate =
      message.at !== null && writer.pieceAt !== null && message.at - writer.pieceAt > PIECE_MINUTES * 60_000;
    const earlier = isLate ? [] : writer.pieces;
    writer.pieces = [...earlier, reading.line].slice(-PIECES_KEPT);
    writer.pieceAt = message.at;
    if (earlier.length === 0) return said;
    const { hits, doubted } = detector.readAcross(earlier, reading);
    const kept = writer === own ? said : said.filter((hit) => !doubted(hit)); // nothing takes a child's own words back
    return [...kept, ...hits.map((hit) => ({ ...hit, weighs: true }))];
  }

  function loudestOf(): Assessment {
    let loudest = CALM;
    for (const [key, person] of people) {
      const ofLook = key === ALL_OTHERS ? doubt : 'none';
      const assessment = judge.assess(person, key !== NOBODY, moment.fresh, ofLook);
      if (rankOf(assessment.level) > rankOf(loudest.level) || loudest === CALM) loudest = assessment;
    }
    return loudest;
  }

  return {
    add,
    assessment,
    memory() {
      const person = people.get(ALL_OTHERS) ?? createPerson(signals, null);
      if (isStale) look();
      judge.noteStands(person);
      return person.memory(dayOf(options.now()));
    },
  };
}

/** Key of the one other person of a private chat, and of rows whose author the page doesn't tell. */
const ALL_OTHERS = 'other';
const NOBODY = 'nobody';
const CALM: Assessment = { level: 'calm', because: null, reasons: [], past: false, crisis: false };
