// The family view: one page for parent and child, who see the same. The PIN opens the weeks and nothing else.
import { useEffect, useRef } from 'preact/hooks';
import { LanguageChoice } from '../country-choice';
import { PageFrame } from '../page-frame';
import { Covers, Manage, Off, Pending, Shows, Starters } from './family-parts';
import type { FamilyProps, FamilyView } from './family-view';
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

export function Family({ view, languages, context, actions }: FamilyProps) {
  const { t } = context;
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
      <p class="lead">{t(status.on ? 'family.lead' : 'family.lead-off')}</p>
      {!status.on && <Off context={context} />}
      {status.on && status.pending && <Pending {...part} />}
      {status.on && <Weeks {...part} />}
      {status.on && <Shows {...part} />}
      {coverage !== null && <Covers coverage={coverage} context={context} />}
      <Starters context={context} />
      <Signs context={context} />
      {status.on && status.hasPin && <Manage {...part} />}
      <section class="block" aria-label={t('popup.choices.language')}>
        <LanguageChoice languages={languages} context={context} onChange={actions.setLanguage} />
      </section>
    </PageFrame>
  );
}
