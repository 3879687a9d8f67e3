// What a person can choose here: country, language, pause.
import type { HelpData } from '../../help/types';
import { LANGUAGE_NAMES } from '../../utils/i18n';
import { formatCountry } from '../../utils/names';
import type { Language, Settings } from '../../utils/settings';
import type { PopupContext } from './popup-context';
import type { PopupActions } from './tab-answer';

/** ISO 3166 keeps this code for no country: international help alone. */
export const ELSEWHERE = 'ZZ';

export type ChoicesProps = {
  readonly settings: Settings;
  readonly help: HelpData;
  readonly suggested: string | null;
  readonly languages: readonly Language[];
  readonly context: PopupContext;
  readonly actions: PopupActions;
};

export function Choices({ settings, help, suggested, languages, context, actions }: ChoicesProps) {
  const { t, language } = context;
  return (
    <section aria-labelledby="choices-title">
      <h2 id="choices-title">{t('popup.choices.title')}</h2>
      <CountryChoice {...{ settings, help, suggested, context, actions }} />
      <label class="choice">
        <span>{t('popup.choices.language')}</span>
        <select
          value={language}
          onChange={(event) => actions.setLanguage(event.currentTarget.value as Language)}
        >
          {languages.map((tag) => (
            <option key={tag} value={tag} lang={tag}>
              {LANGUAGE_NAMES[tag]}
            </option>
          ))}
        </select>
      </label>
      <label class="choice choice-switch">
        <span>{t('popup.choices.on')}</span>
        <input
          type="checkbox"
          role="switch"
          checked={!settings.paused}
          aria-checked={!settings.paused}
          onChange={() => (settings.paused ? actions.resume() : actions.pause())}
        />
      </label>
    </section>
  );
}

function CountryChoice({ settings, help, suggested, context, actions }: Omit<ChoicesProps, 'languages'>) {
  const { t } = context;
  const guessed = settings.country === null && suggested !== null;
  return (
    <>
      <label class="choice">
        <span>{t('country.label')}</span>
        <select
          value={settings.country ?? suggested ?? ''}
          aria-describedby={guessed ? 'country-guessed' : undefined}
          onChange={(event) => actions.setCountry(event.currentTarget.value)}
        >
          {settings.country === null && suggested === null && <option value="">{t('country.choose')}</option>}
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

/** In the order of the reader's alphabet. */
function countryNames(help: HelpData, { t, language }: PopupContext) {
  const { compare } = new Intl.Collator(language);
  return help.countries
    .map(({ country }) => ({ code: country, name: formatCountry(country, t, language) }))
    .toSorted((a, b) => compare(a.name, b.name));
}
