// How soon it warns, how long it remembers, and contacts whose cards are quiet.
import type { Settings } from '../../utils/settings';
import { OutcomeLine, useOutcome } from '../outcome';
import { Fixed, fixedId, isFixed } from './managed';
import type { SectionProps } from './options-types';

const SENSITIVITIES: readonly Settings['sensitivity'][] = ['fewer', 'standard', 'more'];

/** Days that can be chosen; 90 is the most that is ever kept. */
const RETENTIONS = [7, 30, 60, 90];

export function Warnings(props: SectionProps) {
  const { t } = props.context;
  const [outcome, run] = useOutcome();
  return (
    <section class="block" aria-labelledby="warnings-title">
      <h2 id="warnings-title">{t('options.warnings.title')}</h2>
      <Sensitivity {...props} run={run} />
      <Retention {...props} run={run} />
      <OutcomeLine outcome={outcome} t={t} />
      <Snoozes {...props} />
    </section>
  );
}

type Run = { readonly run: (action: () => Promise<boolean>) => Promise<boolean> };

function Sensitivity({ stored: { settings, policy }, context: { t }, actions, run }: SectionProps & Run) {
  return (
    <fieldset
      class="choices"
      aria-describedby={`sensitivity-danger ${fixedId('sensitivity')}`}
      disabled={isFixed('sensitivity', policy)}
    >
      <legend>{t('options.warnings.sensitivity')}</legend>
      <Fixed setting="sensitivity" policy={policy} t={t} />
      {SENSITIVITIES.map((sensitivity) => (
        <label class="check" key={sensitivity}>
          <input
            type="radio"
            name="sensitivity"
            value={sensitivity}
            checked={settings.sensitivity === sensitivity}
            onChange={() => run(() => actions.change({ sensitivity }))}
          />
          <span>{t(`options.warnings.${sensitivity}`)}</span>
        </label>
      ))}
      <p class="quiet" id="sensitivity-danger">
        {t('options.warnings.danger')}
      </p>
    </fieldset>
  );
}

function Retention({ stored: { settings, policy }, context: { t }, actions, run }: SectionProps & Run) {
  const { retentionDays } = settings;
  const choices = RETENTIONS.includes(retentionDays)
    ? RETENTIONS
    : [...RETENTIONS, retentionDays].toSorted((a, b) => a - b);
  return (
    <div class="field">
      <label for="retention">{t('options.warnings.retention')}</label>
      <Fixed setting="retentionDays" policy={policy} t={t} />
      <select
        id="retention"
        value={String(retentionDays)}
        disabled={isFixed('retentionDays', policy)}
        aria-describedby={`retention-note ${fixedId('retentionDays')}`}
        onChange={(event) => {
          const days = Number(event.currentTarget.value);
          void run(() => actions.change({ retentionDays: days }));
        }}
      >
        {choices.map((days) => (
          <option key={days} value={String(days)}>
            {t('options.warnings.days', { count: days })}
          </option>
        ))}
      </select>
      <p class="quiet" id="retention-note">
        {t('options.warnings.retention-note')}
      </p>
    </div>
  );
}

function Snoozes({ stored: { snoozes }, context: { t }, actions }: SectionProps) {
  const [outcome, run] = useOutcome();
  const count = snoozes ?? 0;
  const text = count > 0 ? t('options.snoozes.count', { count }) : t('options.snoozes.none');
  return (
    <div class="plain">
      <h3>{t('options.snoozes.title')}</h3>
      <p>{snoozes === null ? t('page.no-answer') : text}</p>
      {count > 0 && (
        <>
          <p class="quiet">{t('options.snoozes.one')}</p>
          <button type="button" class="button-quiet" onClick={() => run(actions.endSnoozes)}>
            {t('options.snoozes.end')}
          </button>
        </>
      )}
      <OutcomeLine outcome={outcome} t={t}>
        {t('options.snoozes.ended')}
      </OutcomeLine>
    </div>
  );
}
