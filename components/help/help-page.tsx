// The help page: what to do in the next ten minutes, and a person to reach. Props in, callbacks out.
import { useEffect, useRef } from 'preact/hooks';
import type { HelpPlace } from '../../utils/situations';
import { LanguageChoice } from '../country-choice';
import { PageFrame } from '../page-frame';
import { Directory } from './directory';
import type { HelpActions, HelpPageProps } from './help-page-types';
import { usePrintWhole } from './print-whole';
import { SituationView } from './situation-view';
import { Start } from './start';

/** The place alone decides what is drawn; the country is chosen where its lines stand. */
export function HelpPage(given: HelpPageProps) {
  const { place, situations, context, familyOn, languages } = given;
  const actions = { ...given.actions, go: (to: HelpPlace) => goFrom(place, to, given.actions) };
  const props = { ...given, actions };
  const { t } = context;
  const situation = situations.find(({ id }) => id === place);
  useFocusAt(place);
  usePrintWhole(place !== 'directory'); // of every country's sheets, those that were opened
  return (
    <PageFrame
      page="help"
      context={context}
      familyOn={familyOn}
      onLeave={actions.leave}
      nav="below"
      heading={headingOf(props, situation?.id)}
    >
      {place === 'directory' && <Directory {...props} />}
      {situation !== undefined && <SituationView key={situation.id} {...props} situation={situation} />}
      {place !== 'directory' && situation === undefined && <Start {...props} />}
      <section class="plain no-print" aria-labelledby="language-title">
        <h2 id="language-title" class="only-read">
          {t('popup.choices.language')}
        </h2>
        <LanguageChoice {...{ languages, context }} onChange={actions.setLanguage} />
      </section>
    </PageFrame>
  );
}

/** To the place that is shown already there is nothing to turn: it is read from its heading once more. */
function goFrom(place: HelpPlace, to: HelpPlace, actions: HelpActions): void {
  if (to === place) focusAt(place);
  else actions.go(to);
}

function headingOf({ place, context: { t } }: HelpPageProps, situation: string | undefined): string {
  if (place === 'directory') return t('help-page.directory.title');
  return t(situation === undefined ? 'help-page.start.title' : `help-page.situation.${situation}.title`);
}

/** Whoever turned the page reads on from its heading; the page that was opened first keeps the browser's focus. */
function useFocusAt(place: HelpPlace): void {
  const last = useRef<HelpPlace | null>(null);
  useEffect(() => {
    const turned = last.current !== null && last.current !== place;
    last.current = place;
    if (turned || place === 'talk') focusAt(place);
  }, [place]);
}

function focusAt(place: HelpPlace): void {
  const heading = document.querySelector<HTMLElement>(place === 'talk' ? '#reach-title' : 'main h1');
  heading?.setAttribute('tabindex', '-1');
  if (place !== 'talk') scrollTo(0, 0);
  heading?.focus();
}
