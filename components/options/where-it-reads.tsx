// Where Porchlight reads: everywhere at all, and site by site.
import { formatList } from '../../utils/names';
import { OutcomeLine, useOutcome } from '../outcome';
import { Fixed, fixedId, isFixed } from './managed';
import type { SectionProps } from './options-types';

export function WhereItReads({ stored: { settings, policy }, services, context, actions }: SectionProps) {
  const { t, language } = context;
  const [outcome, run] = useOutcome();
  const { paused, offServices } = settings;
  return (
    <section class="block" aria-labelledby="sites-title">
      <h2 id="sites-title">{t('options.sites.title')}</h2>
      <Switch
        text={t('popup.choices.on')}
        on={!paused}
        onChange={(on) => run(() => actions.change({ paused: !on }))}
      />
      {paused && <p class="note">{t('options.sites.paused')}</p>}
      <Fixed setting="offServices" policy={policy} t={t} />
      {services.map(({ service, sites }) => (
        <Switch
          key={service}
          text={formatList(sites, 'unit', t, language)}
          on={!offServices.includes(service)}
          fixed={isFixed('offServices', policy)}
          onChange={(on) => run(() => actions.switchService(service, on))}
        />
      ))}
      <p class="quiet">{t('options.sites.off')}</p>
      <OutcomeLine outcome={outcome} t={t} />
    </section>
  );
}

type SwitchProps = {
  readonly text: string;
  readonly on: boolean;
  readonly fixed?: boolean;
  readonly onChange: (on: boolean) => void;
};

function Switch({ text, on, fixed = false, onChange }: SwitchProps) {
  return (
    <label class="choice choice-switch">
      <span>{text}</span>
      <input
        type="checkbox"
        role="switch"
        checked={on}
        aria-checked={on}
        disabled={fixed}
        aria-describedby={fixed ? fixedId('offServices') : undefined}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
    </label>
  );
}
