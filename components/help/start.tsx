// Where help begins: what is going on, in the words of somebody who is in it, and somebody to talk to at once.

import type { HelpPageProps } from './help-page-types';
import { PlaceLink } from './place-link';
import type { Need } from './reach-lines';
import { ReachSection } from './reach-section';

const ANYTHING: Need = {
  ...{ crisis: 'after', emergency: true, noName: false, parent: false, open: null },
  reach: ['talk', 'report', 'police', 'pictures', 'platforms'],
};

export function Start(props: HelpPageProps) {
  const { place, situations, context, actions } = props;
  const { t } = context;
  // Whoever asks for somebody to talk to is named a crisis line before a form.
  const need: Need = place === 'talk' ? { ...ANYTHING, crisis: 'first' } : ANYTHING;
  return (
    <>
      <p class="lead">{t('help-page.start.lead')}</p>
      <p>
        <PlaceLink to="talk" actions={actions} class="button-main button-link">
          {t('help-page.start.talk')}
        </PlaceLink>
      </p>
      <nav aria-label={t('help-page.start.pick')}>
        <ul class="situations">
          {situations.map(({ id }) => (
            <li key={id}>
              <PlaceLink to={id} actions={actions}>
                {t(`help-page.situation.${id}.title`)}
              </PlaceLink>
            </li>
          ))}
        </ul>
      </nav>
      <ReachSection {...props} need={need} title={t('help-page.start.talk')} withNow withTraces />
      <p>
        <PlaceLink to="directory" actions={actions}>
          {t('help-page.reach.all')}
        </PlaceLink>
      </p>
    </>
  );
}
