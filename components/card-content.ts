// What a card says: from an assessment and the page's facts to sentences, without any element. Pure.
// Limits: `caution` at most 25 words, `danger` at most 60, a heading at most eight.
import type { Assessment, Reason, Stage } from '../engine/types';
import type { ContactFact } from '../page/adapter';
import { formatDate } from '../utils/dates';
import type { Translate } from '../utils/i18n';
import { formatCountry } from '../utils/names';
import type { Language } from '../utils/settings';
import { type DangerKind, dangerKindOf, offersCrisisLine } from './danger-kind';

/**
 * Who the sentences speak of: the other person of a chat of two; somebody in a group; or, where the page does not tell
 * who wrote, nobody ("This chat contains a threat").
 */
export type Who = 'person' | 'someone' | 'unknown';

/** What `cardContent` needs besides the assessment. */
export type ContentOptions = { readonly language: Language; readonly who: Who };

export type NoticeContent = {
  readonly kind: 'notice';
  readonly line: string;
  readonly more: readonly string[];
};
export type CautionContent = {
  readonly kind: 'caution';
  readonly seen: string;
  readonly why: string;
  /** What one can do, three sentences. */
  readonly steps: readonly string[];
  readonly reasons: readonly string[];
};
export type DangerContent = {
  readonly kind: 'danger';
  readonly about: DangerKind;
  readonly heading: string;
  readonly comfort: string;
  /** Always three. */
  readonly steps: readonly string[];
  /** Where the crisis line stands: before the hotline, after it, or not at all. */
  readonly crisisLine: 'first' | 'after' | 'none';
  readonly reasons: readonly string[];
};
export type CrisisContent = {
  readonly kind: 'crisis';
  readonly heading: string;
  readonly lines: readonly string[];
};

export type CardContent = NoticeContent | CautionContent | DangerContent | CrisisContent;
export type RequestContent = {
  readonly line: string;
  readonly more: readonly string[];
  readonly tip: string;
};

/** More would be a list nobody reads. */
const MOST_REASONS = 5;
/** `caution` promises to be read in one breath; two reasons that would break this become one. */
const CAUTION_WORDS = 25;

/**
 * The card for an assessment, or null where there is nothing to say. The child's own despair comes first at every
 * level but `danger`, whose card then names the crisis line first.
 */
export function cardContent(
  assessment: Assessment,
  facts: readonly ContactFact[],
  t: Translate,
  options: ContentOptions,
): CardContent | null {
  if (assessment.level === 'danger') return dangerContent(assessment, t, options.who);
  if (assessment.crisis) return crisisContent(t);
  if (assessment.level === 'caution') return cautionContent(assessment, t, options.who);
  if (assessment.level === 'notice') return noticeContent(facts, t, options.language);
  return null;
}

/** The card of facts beside a request, or null where the page shows no fact worth one. */
export function requestContent(
  facts: readonly ContactFact[],
  t: Translate,
  language: Language,
): RequestContent | null {
  if (!facts.some(isWorthACard)) return null;
  const [line = '', ...more] = factSentences(facts, t, language);
  return { line, more, tip: t('card.request.tip') };
}

/** One sentence a fact: those that stand out first, those that could not be seen last. */
export function factSentences(facts: readonly ContactFact[], t: Translate, language: Language): string[] {
  return facts
    .toSorted((a, b) => FACT_ORDER.indexOf(a.fact) - FACT_ORDER.indexOf(b.fact))
    .map((fact) => factSentence(fact, t, language));
}

const FACT_ORDER: readonly ContactFact['fact'][] = [
  'new-with-many-friends',
  'no-mutual-friends',
  'new-account',
  'other-account-name',
  'not-a-contact',
  'at-request',
  'message-request',
  'country',
  'mutual-friends',
  'shared-groups',
  'unseen',
];

/** Every request is "not accepted" and most senders are no contacts: these alone would put a card on each. */
function isWorthACard(fact: ContactFact): boolean {
  return fact.fact === 'no-mutual-friends' || fact.fact === 'new-account' || fact.fact === 'country';
}

function factSentence(fact: ContactFact, t: Translate, language: Language): string {
  switch (fact.fact) {
    case 'mutual-friends':
    case 'shared-groups':
      return t(`fact.${fact.fact}`, { count: fact.count });
    case 'new-account':
      if (fact.month === null) return t('fact.said-new-account');
      return t('fact.new-account', { month: formatDate(fact.month, t, language) });
    case 'country':
      return t('fact.country', { country: formatCountry(fact.country, t, language) });
    case 'unseen':
    case 'at-request':
      return t(`fact.${fact.fact}.${fact.what}`);
    default:
      return t(`fact.${fact.fact}`);
  }
}

function noticeContent(
  facts: readonly ContactFact[],
  t: Translate,
  language: Language,
): NoticeContent | null {
  const [line, ...more] = factSentences(facts, t, language);
  return line === undefined ? null : { kind: 'notice', line, more };
}

function crisisContent(t: Translate): CrisisContent {
  const lines = ['one', 'two', 'three'].map((line) => t(`card.crisis.lines.${line}`));
  return { kind: 'crisis', heading: t('card.crisis.heading'), lines };
}

function cautionContent(assessment: Assessment, t: Translate, who: Who): CautionContent | null {
  const { reasons, past } = assessment;
  const [first, ...rest] = mainFirst(assessment).filter(isOfTheOther);
  if (first === undefined) return null;
  const why = t(`signal.${first.signal}.why`);
  const second = rest.find((reason) => reason.stage !== first.stage) ?? rest[0];
  const both = second === undefined ? null : seenSentence([first, second], past, t, who);
  const seen = both !== null && isShort(both, why) ? both : seenSentence([first], past, t, who);
  const steps = ['one', 'two', 'three'].map((step) =>
    t(`card.caution.actions.${actionsFor(first.stage)}.${step}`),
  );
  return { kind: 'caution', seen, why, steps, reasons: reasonSentences(reasons, t, who) };
}

/** The parts of an advert have no weight of their own; where they made the level, they are what the card speaks of. */
function mainFirst({ because, reasons }: Assessment): readonly Reason[] {
  if (because !== 'advert') return reasons;
  const rank = ({ stage }: Reason) => (stage === 'advert' ? 0 : 1);
  return reasons.toSorted((a, b) => rank(a) - rank(b));
}

/** Adverts and blackmail call for other steps than a contact who goes too far. */
export function actionsFor(stage: Stage): 'person' | 'threat' | 'advert' {
  if (stage === 'advert') return 'advert';
  return stage === 'threat' || stage === 'payment' || stage === 'pressure' ? 'threat' : 'person';
}

function dangerContent(assessment: Assessment, t: Translate, who: Who): DangerContent {
  const about = dangerKindOf(assessment, who);
  const fits = offersCrisisLine(about) ? 'after' : 'none';
  return {
    kind: 'danger',
    about,
    heading: t(`card.danger.${about}.${assessment.past ? 'past' : 'heading'}`),
    comfort: t('card.danger.fault'),
    steps: ['one', 'two', 'three'].map((step) => t(`card.danger.${about}.steps.${step}`)),
    crisisLine: about === 'self-harm' || assessment.crisis ? 'first' : fits,
    reasons: reasonSentences(assessment.reasons, t, who),
  };
}

/** The child's own words and mere context explain a level to the engine, but are nobody's deed. */
function isOfTheOther(reason: Reason): boolean {
  return reason.stage !== 'context' && reason.signal !== 'crisis.despair';
}

function reasonSentences(reasons: readonly Reason[], t: Translate, who: Who): string[] {
  return reasons
    .filter(isOfTheOther)
    .slice(0, MOST_REASONS)
    .map(({ signal }) => signalSentence(signal, t, who));
}

/** One sign as a sentence, in the present; of nobody in particular where it is not known to be the other person's. */
export function signalSentence(signal: string, t: Translate, who: Who): string {
  if (who === 'person') return t(`signal.${signal}.seen`);
  return t('card.seen.someone.one', { a: t(`signal.${signal}.clause`) });
}

function seenSentence(reasons: readonly Reason[], past: boolean, t: Translate, who: Who): string {
  const [first = '', second] = reasons.map((reason) => reason.signal);
  if (second === undefined && !past) return signalSentence(first, t, who);
  const tense = past ? (who === 'person' ? 'past' : 'past-someone') : who === 'person' ? 'person' : 'someone';
  const a = t(`signal.${first}.clause`);
  if (second === undefined) return t(`card.seen.${tense}.one`, { a });
  return t(`card.seen.${tense}.two`, { a, b: t(`signal.${second}.clause`) });
}

/** Languages that write no spaces count as one word and pass: their translators keep to the same two sentences. */
function isShort(...sentences: readonly string[]): boolean {
  return countWords(sentences) <= CAUTION_WORDS;
}

/** Words as a reader counts them. */
export function countWords(sentences: readonly string[]): number {
  return sentences.join(' ').split(/\s+/).filter(Boolean).length;
}
