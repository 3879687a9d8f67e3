// The family view: one page for parent and child, who see the same. The PIN opens the weeks and nothing else.
import { useEffect, useRef, useState } from 'preact/hooks';
import { Announcement } from '../announcement';
import { LanguageChoice } from '../country-choice';
import { PageFrame } from '../page-frame';
import { Covers, Manage, Off, Pending, Shows, Starters } from './family-parts';
import type { FamilyActions, FamilyProps, FamilyView, PinOutcome } from './family-view';
import { Signs } from './signs';
import { Weeks } from './weeks';

/** What a PIN turned takes its form, and so the focus, away: then it goes to the heading of what came instead. */
function useFocusAfterTurn(view: FamilyProps['view']): void {
  const state = typeof view === 'string' ? null : stateOf(view);
  const last = useRef<string | null>(null);
  useEffect(() => {
    const turned = state !== null && last.current !== null && last.current !== state;
    last.current = state;
    if (turned && document.activeElement === document.body)
      document.querySelector<HTMLElement>('#weeks-title, #off-title')?.focus();
  }, [state]);
}

const stateOf = ({ status: { on, hasPin, pending }, open }: FamilyView): string =>
  [on, hasPin, pending, open !== null].join();

/** What a PIN did is said aloud, where its form goes away and the heading that has the focus then tells nothing of it. */
function useSaid(given: FamilyActions): readonly [string | null, FamilyActions] {
  const [said, setSaid] = useState<string | null>(null);
  const saying = (key: string) => (outcome: PinOutcome) => {
    if (outcome !== 'failed' && outcome.ok) setSaid(key);
    return outcome;
  };
  const actions: FamilyActions = {
    ...given,
    acknowledge: (pin) => given.acknowledge(pin).then(saying('family.pending.done')),
    setPin: (pin, old) =>
      old === null ? given.setPin(pin, old).then(saying('family.no-pin.done')) : given.setPin(pin, old),
  };
  return [said, actions];
}

export function Family({ view, languages, context, ...given }: FamilyProps) {
  const { t } = context;
  const [said, actions] = useSaid(given.actions);
  useFocusAfterTurn(view);
  if (view === 'loading' || view === 'no-answer') {
    return (
      <PageFrame page="family" context={context}>
        <p role="status">{t(view === 'loading' ? 'page.loading' : 'page.no-answer')}</p>
        {view === 'no-answer' && (
          <button type="button" class="button-main" onClick={actions.reload}>
            {t('page.reload')}
          </button>
        )}
      </PageFrame>
    );
  }
  const { status, coverage } = view;
  const part = { view, context, actions };
  return (
    <PageFrame page="family" context={context} familyOn={status.on}>
      <Announcement text={said === null ? '' : t(said)} />
      <p class="lead">{t(status.on ? 'family.lead' : 'family.lead-off')}</p>
      {!status.on && <Off context={context} />}
      {status.on && status.pending && <Pending {...part} />}
      {status.on && <Weeks {...part} />}
      {status.on && <Shows {...part} />}
      {coverage !== null && <Covers coverage={coverage} context={context} />}
      <Starters context={context} />
      <Signs context={context} />
      {status.on && status.hasPin && <Manage {...part} />}
      <section class="block no-print" aria-label={t('popup.choices.language')}>
        <LanguageChoice languages={languages} context={context} onChange={actions.setLanguage} />
      </section>
    </PageFrame>
  );
}
