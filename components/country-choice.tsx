// Choosing a country, and a language: the same in the popup and on the pages. Props in, callbacks out.
import { ELSEWHERE } from '../help/choose';
import type { HelpData } from '../help/types';
import { LANGUAGE_NAMES } from '../utils/i18n';
import { formatCountry } from '../utils/names';
import type { Language } from '../utils/settings';
import type { PageContext } from './page-context';

export type CountryChoiceProps = {
  /** What was chosen, or null. */
  readonly country: string | null;
  /** The guess of suggestCountry, for where nothing was chosen. */
  readonly suggested: string | null;
  readonly help: HelpData;
  readonly context: PageContext;
  readonly onChange: (country: string) => void;
};

export function CountryChoice({ country, suggested, help, context, onChange }: CountryChoiceProps) {
  const { t } = context;
  const guessed = country === null && suggested !== null;
  return (
    <>
      <label class="choice">
        <span>{t('country.label')}</span>
        <select
          value={country ?? suggested ?? ''}
          aria-describedby={guessed ? 'country-guessed' : undefined}
          onChange={(event) => onChange(event.currentTarget.value)}
        >
          {country === null && suggested === null && <option value="">{t('country.choose')}</option>}
          {countryNames(help, context).map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
          <option value={ELSEWHERE}>{t('country.elsewhere')}</option>
        </select>
      </label>
      {guessed && (
        <p class="quiet" id="country-guessed">
          {t('country.guessed')}
        </p>
      )}
    </>
  );
}

export type LanguageChoiceProps = {
  readonly languages: readonly Language[];
  readonly context: PageContext;
  readonly onChange: (language: Language) => void;
};

export function LanguageChoice({ languages, context: { t, language }, onChange }: LanguageChoiceProps) {
  return (
    <label class="choice">
      <span>{t('popup.choices.language')}</span>
      <select value={language} onChange={(event) => onChange(event.currentTarget.value as Language)}>
        {languages.map((tag) => (
          <option key={tag} value={tag} lang={tag}>
            {LANGUAGE_NAMES[tag]}
          </option>
        ))}
      </select>
    </label>
  );
}

/** In the order of the reader's alphabet. */
function countryNames(help: HelpData, { t, language }: PageContext) {
  const { compare } = new Intl.Collator(language);
  return help.countries
    .map(({ country }) => ({ code: country, name: formatCountry(country, t, language) }))
    .toSorted((a, b) => compare(a.name, b.name));
}
