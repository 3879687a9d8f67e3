// What the card of `caution` says: what was seen, why that matters, and what one can do. Pure.
import type { Assessment, Reason, Stage } from '../engine/types';
import type { Translate } from '../utils/i18n';
import { isOfTheOther, reasonSentences, seenSentence, type Who } from './sign-sentences';

export type CautionAbout = 'person' | 'threat' | 'advert';

export type CautionContent = {
  readonly kind: 'caution';
  /** What the steps are against. */
  readonly about: CautionAbout;
  readonly seen: string;
  readonly why: string;
  /** What one can do, three sentences. */
  readonly steps: readonly string[];
  readonly reasons: readonly string[];
  /** Whom the quiet is about that a person can ask for: in a group, and where nobody knows who wrote, it is the whole chat. */
  readonly quiet: 'person' | 'chat';
};

/** `caution` promises to be read in one breath; two reasons that would break this become one. */
const CAUTION_WORDS = 25;

/** Null where nothing was seen that is the other person's doing. */
export function cautionContent(assessment: Assessment, t: Translate, who: Who): CautionContent | null {
  const { reasons, past } = assessment;
  const theirs = mainFirst(assessment).filter(isOfTheOther);
  // Beside what can be named, the look of the whole says nothing more.
  const named = theirs.filter(({ stage }) => stage !== 'look');
  const [first, ...rest] = named.length > 0 ? named : theirs;
  if (first === undefined) return null;
  const why = t(`signal.${first.signal}.why`);
  const second = rest.find(({ stage }) => stage !== first.stage) ?? rest[0];
  const both = second === undefined ? null : seenSentence([first, second], past, t, who);
  const seen = both !== null && isShort(both, why) ? both : seenSentence([first], past, t, who);
  const about = actionsFor(first.stage);
  const steps = ['one', 'two', 'three'].map((step) => t(`card.caution.actions.${about}.${step}`));
  const quiet = who === 'person' ? 'person' : 'chat';
  return { kind: 'caution', about, seen, why, steps, reasons: reasonSentences(reasons, t, who), quiet };
}

/** The parts of an advert have no weight of their own; where they made the level, they are what the card speaks of. */
function mainFirst({ because, reasons }: Assessment): readonly Reason[] {
  if (because !== 'advert') return reasons;
  const rank = ({ stage }: Reason) => (stage === 'advert' ? 0 : 1);
  return reasons.toSorted((a, b) => rank(a) - rank(b));
}

/** Adverts and blackmail call for other steps than a contact who goes too far. */
export function actionsFor(stage: Stage): CautionAbout {
  if (stage === 'advert') return 'advert';
  return stage === 'threat' || stage === 'payment' || stage === 'pressure' ? 'threat' : 'person';
}

/** Languages that write no spaces count as one word and pass: their translators keep to the same two sentences. */
function isShort(...sentences: readonly string[]): boolean {
  return countWords(sentences) <= CAUTION_WORDS;
}

/** Words as a reader counts them. */
export function countWords(sentences: readonly string[]): number {
  return sentences.join(' ').split(/\s+/).length;
}
