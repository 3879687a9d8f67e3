// Everything that is stored, in full: each kind with its number, the settings with their values, and how to delete it.

import { ELSEWHERE } from '../../help/choose';
import { formatNumber, LANGUAGE_NAMES } from '../../utils/i18n';
import { formatCountry, formatList } from '../../utils/names';
import { STORED_KINDS, type StoredOverview } from '../../utils/stored-kinds';
import { AskTwice } from '../ask-twice';
import { OutcomeLine, useOutcome } from '../outcome';
import type { PageContext } from '../page-context';
import type { SectionProps } from './options-types';

export function StoredItems({ stored: { overview, family }, services, context, actions }: SectionProps) {
  const { t } = context;
  const [outcome, run] = useOutcome();
  return (
    <section class="block" aria-labelledby="stored-title">
      <h2 id="stored-title">{t('options.stored.title')}</h2>
      <p>{t('options.stored.text')}</p>
      {overview === null ? (
        <p class="failed">{t('page.no-answer')}</p>
      ) : (
        <>
          <Kinds overview={overview} context={context} />
          <Values overview={overview} services={services} context={context} />
        </>
      )}
      <div class="plain">
        <AskTwice
          label={t('options.delete.seen')}
          question={t(family?.on ? 'options.delete.seen-question-family' : 'options.delete.seen-question')}
          yes={t('options.delete.yes')}
          no={t('options.delete.no')}
          onYes={() => void run(() => actions.forget(false))}
        />
        <AskTwice
          label={t('options.delete.all')}
          question={t('options.delete.all-question')}
          yes={t('options.delete.yes')}
          no={t('options.delete.no')}
          onYes={() => void run(() => actions.forget(true))}
        />
        <OutcomeLine outcome={outcome} t={t}>
          {t('options.delete.done')}
        </OutcomeLine>
      </div>
    </section>
  );
}

type PartProps = { readonly overview: StoredOverview; readonly context: PageContext };

function Kinds({ overview: { counts }, context: { t, language } }: PartProps) {
  const kinds = counts.other > 0 ? [...STORED_KINDS, 'other' as const] : STORED_KINDS;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
    <section class="scroll" tabIndex={0} aria-label={t('options.stored.kinds')}>
      <table>
        <caption>{t('options.stored.kinds')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('options.stored.what')}</th>
            <th scope="col" class="number">
              {t('options.stored.number')}
            </th>
          </tr>
        </thead>
        <tbody>
          {kinds.map((kind) => (
            <tr key={kind}>
              <th scope="row">
                {t(`options.stored.kind.${kind}.name`)}
                <span class="quiet cell-note">{t(`options.stored.kind.${kind}.note`)}</span>
              </th>
              <td class="number">{formatNumber(counts[kind], language)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Values({ overview, services, context }: PartProps & Pick<SectionProps, 'services'>) {
  const { t } = context;
  return (
    <details>
      <summary>
        <h3>{t('options.stored.values')}</h3>
      </summary>
      <dl class="rows">
        {valuesOf(overview, services, context).map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

/** Each setting's name and value, in words. */
function valuesOf(
  { settings }: StoredOverview,
  services: SectionProps['services'],
  { t, language }: PageContext,
): readonly (readonly [string, string])[] {
  const none = t('options.stored.not-chosen');
  const { country } = settings;
  const off = settings.offServices.flatMap(
    (id) => services.find(({ service }) => service === id)?.sites ?? [id],
  );
  return [
    [t('popup.choices.language'), settings.language === null ? none : LANGUAGE_NAMES[settings.language]],
    [
      t('country.label'),
      country === null
        ? none
        : country === ELSEWHERE
          ? t('country.elsewhere')
          : formatCountry(country, t, language),
    ],
    [
      t('options.stored.off'),
      off.length === 0 ? t('options.stored.none') : formatList(off, 'unit', t, language),
    ],
    [t('options.stored.paused'), t(settings.paused ? 'options.stored.yes' : 'options.stored.no')],
    [t('options.warnings.sensitivity'), t(`options.warnings.${settings.sensitivity}`)],
    [t('options.warnings.retention'), t('options.warnings.days', { count: settings.retentionDays })],
    [
      t('options.stored.audience'),
      settings.audience === null ? none : t(`options.stored.audiences.${settings.audience}`),
    ],
  ];
}
