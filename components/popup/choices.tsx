// What a person can choose here: country, language, pause.
import type { HelpData } from '../../help/types';
import type { Language, Settings } from '../../utils/settings';
import { CountryChoice, LanguageChoice } from '../country-choice';
import type { PopupContext } from './popup-context';
import type { PopupActions } from './tab-answer';

export type ChoicesProps = {
  readonly settings: Settings;
  readonly help: HelpData;
  readonly suggested: string | null;
  readonly languages: readonly Language[];
  readonly context: PopupContext;
  readonly actions: PopupActions;
};

export function Choices({ settings, help, suggested, languages, context, actions }: ChoicesProps) {
  const { t } = context;
  return (
    <section aria-labelledby="choices-title">
      <h2 id="choices-title">{t('popup.choices.title')}</h2>
      <CountryChoice
        country={settings.country}
        onChange={actions.setCountry}
        {...{ help, suggested, context }}
      />
      <LanguageChoice languages={languages} context={context} onChange={actions.setLanguage} />
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
