// What a card says: from an assessment and the page's facts to sentences, without any element. Pure.
// Limits: `caution` at most 25 words, `danger` at most 60, a heading at most eight.
import type { Assessment } from '../engine/types';
import type { ContactFact } from '../page/adapter';
import type { Translate } from '../utils/i18n';
import type { Language } from '../utils/settings';
import { type CautionContent, cautionContent } from './caution-content';
import { type DangerKind, dangerKindOf, offersCrisisLine } from './danger-kind';
import { factSentences } from './fact-sentences';
import { isLookAlone, reasonSentences, type Who } from './sign-sentences';

/** What `cardContent` needs besides the assessment. */
export type ContentOptions = { readonly language: Language; readonly who: Who };

export type NoticeContent = {
  readonly kind: 'notice';
  readonly line: string;
  readonly more: readonly string[];
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
    reasons: [
      ...reasonSentences(assessment.reasons, t, who),
      ...(isLookAlone(assessment.reasons) ? [t('signal.look.alike.why')] : []),
    ],
  };
}
