// What to do now: a few short steps that fit what was seen.
import type { PageContext } from '../page-context';
import { STEPS, type StepSet, stepKey } from './stages';

const NUMBERS = ['one', 'two', 'three', 'four', 'five', 'six'] as const;

export function Steps({ set, context: { t } }: { readonly set: StepSet; readonly context: PageContext }) {
  return (
    <section aria-labelledby="steps-title">
      <h2 id="steps-title">{t(set === 'calm' ? 'popup.steps.title-calm' : 'popup.steps.title')}</h2>
      <ol class="steps">
        {NUMBERS.slice(0, STEPS[set]).map((number) => (
          <li key={number}>{t(stepKey(set, number))}</li>
        ))}
      </ol>
    </section>
  );
}
