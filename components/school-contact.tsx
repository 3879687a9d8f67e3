// Somebody at school, as the school's policy names them. Always after the lines that stand first, so never before the
// crisis line; and said to be the school's own words, since Porchlight checked none of it.
import type { SchoolContact as Contact } from '../utils/policy-types';
import { CopyButton } from './lines/copy-button';
import type { PageContext } from './page-context';

export type SchoolContactProps = { readonly contact: Contact | null; readonly context: PageContext };

/** Nothing where the school named nobody. */
export function SchoolContact({ contact, context: { t, copy } }: SchoolContactProps) {
  if (contact === null) return null;
  const { name, phone, email, hours } = contact;
  return (
    <ul class="lines plain-list">
      <li class="line line-school">
        <h3>{t('help.school.title')}</h3>
        <p>
          <bdi>{name}</bdi>
        </p>
        {phone !== null && (
          <p class="line-number">
            <bdi>{phone}</bdi>
            <CopyButton value={phone} t={t} copy={copy} />
          </p>
        )}
        {email !== null && (
          <p class="line-number line-email">
            <bdi>{email}</bdi>
            <CopyButton value={email} t={t} copy={copy} />
          </p>
        )}
        {hours !== null && <p>{t('help.school.hours', { hours })}</p>}
        <p class="line-check">{t('help.school.note')}</p>
      </li>
    </ul>
  );
}
