// The help page: what to do in the next ten minutes, and a person to reach. Props in, callbacks out.
import { useEffect, useRef } from 'preact/hooks';
import { LanguageChoice } from '../country-choice';
import { PageFrame } from '../page-frame';
import { Directory } from './directory';
import type { HelpPageProps } from './help-page-types';
import { SituationView } from './situation-view';
import { Start } from './start';

/** The place alone decides what is drawn; the country is chosen where its lines stand. */
export function HelpPage(props: HelpPageProps) {
  const { place, situations, context, familyOn, languages, actions } = props;
  const { t } = context;
  const situation = situations.find(({ id }) => id === place);
  useFocusAt(place);
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

function headingOf({ place, context: { t } }: HelpPageProps, situation: string | undefined): string {
  if (place === 'directory') return t('help-page.directory.title');
  return t(situation === undefined ? 'help-page.start.title' : `help-page.situation.${situation}.title`);
}

/** Whoever turned the page reads on from its heading; the page that was opened first keeps the browser's focus. */
function useFocusAt(place: HelpPageProps['place']): void {
  const last = useRef<HelpPageProps['place'] | null>(null);
  useEffect(() => {
    const turned = last.current !== null && last.current !== place;
    last.current = place;
    if (!turned && place !== 'talk') return;
    const heading = document.querySelector<HTMLElement>(place === 'talk' ? '#reach-title' : 'main h1');
    heading?.setAttribute('tabindex', '-1');
    if (place !== 'talk') scrollTo(0, 0);
    heading?.focus();
  }, [place]);
}
