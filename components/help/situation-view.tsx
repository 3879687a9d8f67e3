// One situation: what to do in the next ten minutes, what not to do, who to reach, what to say, and what may come next.
import type { Situation } from '../../help/types';
import { formatCountry } from '../../utils/names';
import { AdultSection } from './adult-section';
import type { HelpPageProps } from './help-page-types';
import { FirstLines } from './lines';
import { PlaceLink } from './place-link';
import { type Need, reachFor } from './reach-lines';
import { ReachSection, Traces } from './reach-section';

/** What a situation asks of the lines. */
export function needOf(situation: Situation): Need {
  return {
    ...situation,
    parent: situation.id === 'parent',
    open: situation.do.includes('take-down') ? 'pictures' : null,
  };
}

type SituationProps = HelpPageProps & { readonly situation: Situation };

export function SituationView(props: SituationProps) {
  const { situation, help, country, suggested, changes, context, actions } = props;
  const { t, language } = context;
  const need = needOf(situation);
  const { now, known } = reachFor(help, country ?? suggested, need);
  // Said above the numbers, since the choice stands far below; that it is a guess below them, or they would leave the screen.
  const named = known ? (country ?? suggested) : null;
  return (
    <>
      <div class="first-words">
        <p class="lead comfort">{t(`help-page.comfort.${situation.comfort}`)}</p>
        <p>{t(`help-page.situation.${situation.id}.lead`)}</p>
      </div>
      {now.length > 0 && (
        <section class="block block-now" aria-labelledby="now-title">
          <h2 id="now-title">{t('help-page.now.title')}</h2>
          <p>{t('help-page.now.lead')}</p>
          {named !== null && <p>{t('help.title-in', { country: formatCountry(named, t, language) })}</p>}
          <Traces context={context} />
          <FirstLines lines={now} context={context} />
          {named !== null && country === null && <p class="quiet">{t('country.guessed')}</p>}
        </section>
      )}
      <p class="ways no-print">
        <a href="#reach-title">{t('help-page.to-reach')}</a>
        <PlaceLink to="start" actions={actions}>
          {t('help-page.back')}
        </PlaceLink>
      </p>
      <Advice situation={situation} context={context} />
      <ReachSection {...props} need={need} title={t('help-page.reach.title')} withTraces={now.length === 0} />
      <AdultSection say={situation.say} {...{ changes, context, actions }} />
      <NoteSection context={context} />
      <Next {...props} />
    </>
  );
}

function Advice({ situation, context: { t } }: Pick<SituationProps, 'situation' | 'context'>) {
  return (
    <>
      <section class="block" aria-labelledby="ten-title">
        <h2 id="ten-title">{t('help-page.ten')}</h2>
        <ol class="steps">
          {situation.do.map((step) => (
            <li key={step}>{t(`help-page.do.${step}`)}</li>
          ))}
        </ol>
      </section>
      <section class="block" aria-labelledby="dont-title">
        <h2 id="dont-title">{t('help-page.dont-title')}</h2>
        <ul class="points">
          {situation.dont.map((thing) => (
            <li key={thing}>{t(`help-page.dont.${thing}`)}</li>
          ))}
        </ul>
      </section>
    </>
  );
}

function NoteSection({ context: { t } }: Pick<HelpPageProps, 'context'>) {
  return (
    <section class="block no-print" aria-labelledby="note-title">
      <h2 id="note-title">{t('help-page.note.title')}</h2>
      <p>{t('help-page.note.text')}</p>
      <p>
        <a href="/note.html">{t('help-page.note.open')}</a>
      </p>
    </section>
  );
}

function Next({ situation, context: { t }, actions }: SituationProps) {
  return (
    <nav class="plain no-print" aria-labelledby="next-title">
      <h2 id="next-title">{t('help-page.next')}</h2>
      <ul class="situations">
        {situation.next.map((id) => (
          <li key={id}>
            <PlaceLink to={id} actions={actions}>
              {t(`help-page.situation.${id}.title`)}
            </PlaceLink>
          </li>
        ))}
      </ul>
      <p>
        <PlaceLink to="directory" actions={actions}>
          {t('help-page.reach.all')}
        </PlaceLink>
      </p>
    </nav>
  );
}
