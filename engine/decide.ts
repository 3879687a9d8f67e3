// From an assessment to a card or to silence: hysteresis, fatigue, snooze. Pure.
import { rankOf } from './levels';
import type { Assessment, Level, Stage } from './types';

/** What was shown for this contact before. Days are whole days since 1970. */
export type Shown = {
  /** Stage -> day of the last card for it. */
  readonly stages: Readonly<Record<string, number>>;
  /** Card (its level and what it named) -> how often it was shown. */
  readonly cards: Readonly<Record<string, number>>;
};

export type DecideInput = {
  readonly assessment: Assessment;
  /** The level this conversation was held at before this message. */
  readonly held: Level;
  readonly shown: Shown;
  /** Today, in whole days since 1970. */
  readonly today: number;
  /** True while the person has asked for quiet about this contact. */
  readonly snoozed: boolean;
};

export type Decision = {
  /** The level to hold, for the badge and the popup. */
  readonly level: Level;
  /** The card to show now, or null. */
  readonly card: { readonly level: Level; readonly key: string; readonly stages: readonly string[] } | null;
};

/** The same card is never shown a third time. */
const SAME_CARD_MOST = 2;
/** A card names at most so many stages. */
const STAGES_NAMED = 3;

/** The stages that a card names, strongest first. */
export function stagesNamed({ reasons }: Assessment): readonly Stage[] {
  return [...new Set(reasons.map(({ stage }) => stage))].slice(0, STAGES_NAMED);
}

/** Under which name a card is counted: its level and what it names. `past`: it speaks of older messages. */
export function cardName(assessment: Assessment, past = assessment.past): string {
  const named = assessment.because ?? stagesNamed(assessment).join(' ');
  return `${assessment.level} ${named}${past ? ' past' : ''}`;
}

/**
 * Decides. `danger` is never snoozed, and a rise to it never held back by what cards of today named, but the same `danger`
 * card too is shown at most twice; that it is shown once a day, whoever holds the level sees to (content/page-judge.ts).
 */
export function decide({ assessment, held, shown, today, snoozed }: DecideInput): Decision {
  const level = holdLevel(assessment, held);
  const isRise = rankOf(assessment.level) > rankOf(held);
  if (assessment.level === 'calm') return { level, card: null };
  if (snoozed && assessment.level !== 'danger') return { level, card: null };
  const stages = stagesNamed(assessment);
  const key = cardName(assessment);
  if ((shown.cards[key] ?? 0) >= SAME_CARD_MOST) return { level, card: null };
  const hasNews =
    (isRise && assessment.level === 'danger') || stages.some((stage) => shown.stages[stage] !== today);
  if (!hasNews || (!isRise && !isNewCombination(shown, key))) return { level, card: null };
  return {
    level,
    card: { level: assessment.level, key, stages },
  };
}

/** A level once reached is held while the conversation is open, so that the badge does not flicker. */
function holdLevel(assessment: Assessment, held: Level): Level {
  return rankOf(assessment.level) >= rankOf(held) ? assessment.level : held;
}

/** At an unchanged level only a card that names something else is news. */
function isNewCombination(shown: Shown, key: string): boolean {
  return shown.cards[key] === undefined;
}
