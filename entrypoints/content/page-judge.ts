// What is made of an assessment: hold a level, show a card or stay quiet, and tell the popup. One for each conversation.
import { decide } from '../../engine/decide';
import { CALM, louder } from '../../engine/levels';
import type { Assessment, Level } from '../../engine/types';
import type { ContactFact } from '../../page/adapter';
import { dayOf } from '../../utils/memory';
import type { ToBackground } from '../../utils/messages';
import { isSnoozed } from '../../utils/snooze';
import type { CardHost } from './card-host';
import type { ShowCard } from './cards';
import { withFacts } from './notice';
import { joinTold, NOTHING_TOLD, noteTold, type Told, wasToldToday } from './shown-cards';
import type { ChatView } from './status';

/** What the background is told of a card, but for the conversation. */
export type Warning = Omit<Extract<ToBackground, { type: 'warned' }>, 'type' | 'conversation'>;

export type PageJudgeOptions = {
  /** Shows the card of this conversation. */
  readonly show: ShowCard;
  isCardShown(): boolean;
  onWarning(warning: Warning): void;
  onView(view: Omit<ChatView, 'who'>): void;
  readonly now: () => number;
  /** How a card stood a moment ago (the language was changed): it is shown so again, and not counted again. */
  readonly stood: CardHost['state'];
  /** Cards that this page showed while storage was away: they are told to the background now, and are no news here. */
  readonly unheard: Told;
};

export type PageJudge = {
  /** Takes what the conversation adds up to now. `crisis`: the child's own words called for help just now. */
  judge(assessment: Assessment, crisis: boolean): void;
  /** Takes what was shown in earlier sessions, beside what is known of here. */
  remember(told: Told): void;
  /** Facts of the page about the contact; empty for groups. */
  setFacts(facts: readonly ContactFact[]): void;
  /** Quiet until then, in milliseconds, or null. `danger` is never quiet. */
  setSnooze(until: number | null): void;
  /** Opens the card of the present level, where there is one: a person asked for it. */
  showCard(): void;
  /** The cards of this contact, as far as this page knows. */
  readonly told: Told;
  /** As it was set last, be it over or not. */
  readonly snoozedUntil: number | null;
};

/** The crisis card comes back after this long at the earliest, in milliseconds. Known to this page alone. */
const CRISIS_REST_MS = 30 * 60 * 1000;

export function createPageJudge({ show, now, ...options }: PageJudgeOptions): PageJudge {
  let latest = CALM;
  let facts: readonly ContactFact[] = [];
  let held: Level = 'calm';
  let told = NOTHING_TOLD;
  let snoozedUntil: number | null = null;
  let crisisAt: number | null = null;
  /** What is held as danger is of older messages alone: that of the present would be news. */
  let heldPast = false;
  let { stood } = options;

  /** A clock that was set back meanwhile tells nothing of how long ago it was. */
  const isResting = () => {
    const since = crisisAt === null ? CRISIS_REST_MS : now() - crisisAt;
    return since >= 0 && since < CRISIS_REST_MS;
  };
  const isQuiet = () => isSnoozed(snoozedUntil, now());
  const tell = () =>
    options.onView({
      level: held,
      past: latest.past,
      crisis: crisisAt !== null,
      seen: latest.reasons,
      facts,
      snoozedUntil: isQuiet() ? snoozedUntil : null,
    });

  /** Nothing new, but a card may be missing: after a change of language, or after a reload of a dangerous chat. */
  const remind = (judged: Assessment) => {
    if (stood !== 'none' && judged.level !== 'calm') show(judged, facts, stood);
    else if (held === 'danger' && !options.isCardShown()) show(judged, facts, 'folded'); // help stays one tap away
  };

  /** Decides, and shows a card where there is news. True where one was shown. */
  const follow = (judged: Assessment, today: number): boolean => {
    const isKnown = wasToldToday(judged, told, today);
    if (isKnown) held = louder(held, judged.level);
    const isPresentNow = heldPast && judged.level === 'danger' && !judged.past && !isKnown;
    const from = isPresentNow ? 'caution' : held;
    const { shown } = told;
    const { level, card } = decide({ assessment: judged, held: from, shown, today, snoozed: isQuiet() });
    held = louder(held, level);
    if (judged.level === 'danger') heldPast = judged.past;
    if (card === null || card.level === 'calm') return false;
    const isNews = !wasToldToday(judged, options.unheard, today);
    if (isNews) show(judged, facts, 'open');
    told = noteTold(told, card.key, card.stages, today);
    options.onWarning({ level: card.level, card: card.key, stages: card.stages });
    return isNews;
  };

  /** The child's own words of despair. Nothing of it is counted, stored or sent anywhere. True where the card came up. */
  const openDoor = (judged: Assessment): boolean => {
    if (!judged.crisis || isResting()) return false;
    crisisAt = now();
    show(judged, facts, 'by-person');
    return true;
  };

  return {
    judge(assessment, crisis) {
      latest = assessment;
      const today = dayOf(now());
      const judged = { ...withFacts(assessment, facts, today), crisis };
      // At `danger` its own card names the crisis line; below, a tip waits for the next message.
      const isDone = judged.level !== 'danger' && openDoor(judged);
      if (!isDone && !follow(judged, today)) remind(judged);
      if (judged.level === 'danger') openDoor(judged);
      if (judged.level !== 'calm') stood = 'none';
      tell();
    },
    remember(before) {
      told = joinTold(told, before);
    },
    setFacts(changed) {
      facts = changed;
    },
    setSnooze(until) {
      snoozedUntil = until;
      tell();
    },
    showCard() {
      const judged = { ...withFacts(latest, facts, dayOf(now())), crisis: crisisAt !== null };
      if (judged.level !== 'calm' || judged.crisis) show(judged, facts, 'by-person');
    },
    get told() {
      return told;
    },
    get snoozedUntil() {
      return snoozedUntil;
    },
  };
}
