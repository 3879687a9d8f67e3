// What the welcome asks, step by step, and what a person can do on it. Types and the order of the steps alone.
import type { HelpData } from '../../help/types';
import type { FamilyStatus } from '../../utils/family-types';
import type { PolicyReport } from '../../utils/policy-types';
import type { Audience, Language } from '../../utils/settings';
import type { TypedPin } from '../family/new-pin';
import type { PageContext } from '../page-context';

export type WelcomeStep = 'who' | 'reads' | 'place' | 'family' | 'try' | 'done';
const STEPS: readonly WelcomeStep[] = ['who', 'reads', 'place', 'family', 'try', 'done'];

/** Who may use this, in the order of the choices. */
export const AUDIENCES: readonly Audience[] = ['teen', 'parent', 'together', 'school'];
/** Of them, who may choose the family view. */
const WITH_FAMILY: readonly (Audience | null)[] = ['parent', 'together'];

/** What was answered so far. Nothing of it is kept before the last step. */
export type WelcomeAnswers = {
  readonly audience: Audience | null;
  /** False where nothing was said. */
  readonly familyOn: boolean;
  readonly pin: TypedPin;
};

export type WelcomeActions = {
  /** A step forward; the way back is the browser's own, too. */
  readonly go: (step: WelcomeStep) => void;
  readonly back: () => void;
  readonly answer: (change: Partial<WelcomeAnswers>) => void;
  readonly setLanguage: (language: Language) => Promise<boolean>;
  readonly setCountry: (country: string) => Promise<boolean>;
  /** Keeps who uses the browser, and the family view where it was chosen. False where that failed. */
  readonly finish: () => Promise<boolean>;
};

export type WelcomeProps = {
  readonly step: WelcomeStep;
  readonly answers: WelcomeAnswers;
  /** True after the first move: the new step's heading then takes the focus. */
  readonly moved: boolean;
  /** How it stood when the page was opened; null where the background did not say. */
  readonly before: FamilyStatus | null;
  /** What a school set, or null where that was not said. */
  readonly policy: PolicyReport | null;
  readonly country: string | null;
  readonly suggested: string | null;
  readonly help: HelpData;
  readonly languages: readonly Language[];
  readonly context: PageContext;
  /** Style sheets of the card, as it has them in a page. */
  readonly cardStyles: readonly string[];
  readonly actions: WelcomeActions;
};

/** The steps of this person: the family view is asked of families, and only the first time. */
export function stepsFor(audience: Audience | null, before: FamilyStatus | null): readonly WelcomeStep[] {
  const first = before !== null && before.audience === null && !before.on;
  return STEPS.filter((step) => step !== 'family' || (first && WITH_FAMILY.includes(audience)));
}
