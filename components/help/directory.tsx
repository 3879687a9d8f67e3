// All lines that we know, country by country.
import { linesFor, once } from '../../help/choose';
import { formatCountry } from '../../utils/names';
import { Fold } from '../fold';
import type { HelpPageProps } from './help-page-types';
import { Lines } from './lines';
import { PlaceLink } from './place-link';
import { PlatformRoutes } from './platform-routes';
import { Traces } from './reach-section';

export function Directory({ help, country, suggested, context, actions }: HelpPageProps) {
  const { t, language } = context;
  const { compare } = new Intl.Collator(language);
  const countries = help.countries
    .map((file) => ({ code: file.country, name: formatCountry(file.country, t, language) }))
    .toSorted((a, b) => compare(a.name, b.name));
  return (
    <>
      <p class="no-print">
        <PlaceLink to="start" actions={actions}>
          {t('help-page.back')}
        </PlaceLink>
      </p>
      <p class="lead">{t('help-page.directory.lead')}</p>
      <p>{t('help.expect')}</p>
      <Traces context={context} />
      <section class="block" aria-labelledby="countries-title">
        <h2 id="countries-title">{t('help-page.directory.countries')}</h2>
        <div>
          <Fold title={t('help.group.world')}>
            <Lines lines={help.international.lines} context={context} />
          </Fold>
          {countries.map(({ code, name }) => (
            <Fold key={code} title={name} open={code === (country ?? suggested)}>
              <Lines lines={once(linesFor(help, code))} context={context} />
            </Fold>
          ))}
        </div>
      </section>
      <section class="block" aria-labelledby="platforms-title">
        <h2 id="platforms-title">{t('help-page.platforms.title')}</h2>
        <PlatformRoutes nameAs="h3" help={help} context={context} />
      </section>
    </>
  );
}
