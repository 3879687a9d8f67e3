// What a school set by policy: what is fixed, what is only a start, by whom, and what of it was left out.
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Lockable, PolicyReport } from '../../utils/policy-types';
import { FIELD_NAMES } from './field-names';
import type { SectionProps } from './options-types';

type Translate = SectionProps['context']['t'];

/** Nothing where no policy came. */
export function Managed({ stored: { policy }, context: { t } }: SectionProps) {
  if (policy === null || !policy.managed) return null;
  const { contact, locked, preset, problems } = policy;
  return (
    <section class="block" aria-labelledby="managed-title">
      <h2 id="managed-title">{t('options.managed.title')}</h2>
      <p>{managedBy(policy, t)}</p>
      <Fields title={t('options.managed.locked')} fields={locked} t={t} />
      <Fields title={t('options.managed.preset')} fields={preset} t={t} />
      {contact !== null && <p>{t('options.managed.contact', { name: contact.name })}</p>}
      <p>{t('options.managed.cannot-see')}</p>
      <p class="quiet">{t('options.managed.cannot')}</p>
      {problems.length > 0 && <Problems problems={problems} t={t} />}
    </section>
  );
}

/** Who looks after this browser, as they call themselves. */
export function managedBy({ by }: PolicyReport, t: Translate): string {
  return by === null ? t('options.managed.by-somebody') : t('options.managed.by', { name: by });
}

function Fields({ title, fields, t }: { title: string; fields: PolicyReport['preset']; t: Translate }) {
  if (fields.length === 0) return null;
  return (
    <div class="plain">
      <p>{title}</p>
      <ul class="points">
        {fields.map((field) => (
          <li key={field}>{t(FIELD_NAMES[field] ?? field)}</li>
        ))}
      </ul>
    </div>
  );
}

function Problems({ problems, t }: { problems: PolicyReport['problems']; t: Translate }) {
  return (
    <div class="note managed-problems">
      <p>{t('options.managed.problems')}</p>
      <ul class="points">
        {problems.map(({ key, why }, index) => (
          <li key={index}>
            <bdi>{key}</bdi>
            {t('options.colon')} {t(`options.managed.problem.${why}`)}
          </li>
        ))}
      </ul>
    </div>
  );
}

export type FixedProps = {
  readonly setting: Lockable;
  readonly policy: PolicyReport | null;
  readonly t: Translate;
};

/** Says beside a control who fixed it. A control that is fixed while it has the focus loses it: it goes to this line. */
export function Fixed({ setting, policy, t }: FixedProps) {
  const line = useRef<HTMLParagraphElement>(null);
  const fixed = isFixed(setting, policy);
  useLayoutEffect(() => {
    if (fixed && document.activeElement?.closest(`[aria-describedby~="${fixedId(setting)}"]`))
      line.current?.focus();
  }, [fixed, setting]);
  if (!fixed) return null;
  return (
    <p class="fixed" id={fixedId(setting)} ref={line} tabIndex={-1}>
      {policy?.by ? t('options.managed.fixed-by', { name: policy.by }) : t('options.managed.fixed')}
    </p>
  );
}

export function isFixed(setting: Lockable, policy: PolicyReport | null): boolean {
  return policy?.locked.includes(setting) ?? false;
}

export const fixedId = (setting: Lockable) => `fixed-${setting}`;
