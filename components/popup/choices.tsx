// What a person can choose here: country, language, pause.
import type { HelpData } from '../../help/types';
import type { Language, Settings } from '../../utils/settings';
import { CountryChoice, LanguageChoice } from '../country-choice';
import { OutcomeLine, useOutcome } from '../outcome';
import type { PageContext } from '../page-context';
import type { PopupActions } from './tab-answer';

export type ChoicesProps = {
  readonly settings: Settings;
  readonly help: HelpData;
  readonly suggested: string | null;
  readonly languages: readonly Language[];
  readonly context: PageContext;
  readonly actions: PopupActions;
};

export function Choices({ settings, help, suggested, languages, context, actions }: ChoicesProps) {
  const { t } = context;
  const [outcome, run] = useOutcome();
  return (
    <section aria-labelledby="choices-title">
      <h2 id="choices-title">{t('popup.choices.title')}</h2>
      <CountryChoice
        country={settings.country}
        onChange={(country) => run(() => actions.setCountry(country))}
        {...{ help, suggested, context }}
      />
      <LanguageChoice
        languages={languages}
        context={context}
        onChange={(language) => run(() => actions.setLanguage(language))}
      />
      <div>
        <label class="choice choice-switch">
          <span>{t('popup.choices.on')}</span>
          <input
            type="checkbox"
            role="switch"
            checked={!settings.paused}
            aria-checked={!settings.paused}
            onChange={() => run(() => (settings.paused ? actions.resume() : actions.pause()))}
          />
        </label>
        <OutcomeLine outcome={outcome === 'failed' ? outcome : null} t={t} />
      </div>
    </section>
  );
}
