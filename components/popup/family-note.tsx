// For a child under 13: that something serious was seen, until the parent's PIN acknowledges it. The child reads the same.
// And for everybody, while the family view is on: that it is.
import type { FamilyStatus } from '../../utils/family-types';
import type { PageContext } from '../page-context';

export type FamilyNoteProps = { readonly family: FamilyStatus | null; readonly context: PageContext };

export function FamilyNote({ family, context: { t } }: FamilyNoteProps) {
  if (family === null || !family.on) return null;
  if (!family.pending) {
    return (
      <p class="quiet">
        <PageLink page="family" text={t('page.family-on')} />
      </p>
    );
  }
  return (
    <section class="family-note" aria-labelledby="family-title">
      <h2 id="family-title">{t('popup.family.title')}</h2>
      <p>{t('popup.family.text')}</p>
      <PageLink page="family" text={t('popup.family.open')} />
    </section>
  );
}

/** A page of ours in a tab of its own: a popup can't turn into one. */
export function PageLink({ page, text }: { readonly page: string; readonly text: string }) {
  return (
    <a href={`/${page}.html`} target="_blank" rel="noreferrer noopener">
      {text}
    </a>
  );
}
