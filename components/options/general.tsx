// Language and country.
import { CountryChoice, LanguageChoice } from '../country-choice';
import { OutcomeLine, useOutcome } from '../outcome';
import type { SectionProps } from './options-types';

export function General({
  stored: { settings },
  help,
  suggested,
  languages,
  context,
  actions,
}: SectionProps) {
  const { t } = context;
  const [outcome, run] = useOutcome();
  return (
    <section class="block" aria-labelledby="general-title">
      <h2 id="general-title">{t('options.general.title')}</h2>
      <LanguageChoice
        languages={languages}
        context={context}
        onChange={(language) => run(() => actions.setLanguage(language))}
      />
      <CountryChoice
        country={settings.country}
        onChange={(country) => run(() => actions.change({ country }))}
        {...{ suggested, help, context }}
      />
      <p class="quiet">{t('options.general.country')}</p>
      <OutcomeLine outcome={outcome} t={t} />
    </section>
  );
}
