// A hotline as a card shows it: its name, its number with a copy button, and what must be said about it.
import type { Translate } from '../utils/i18n';
import { CopyButton, OutLink } from './buttons';

/** A hotline or crisis line, in the reader's language, from help/. Nothing here is written by hand. */
export type HelpContact = {
  readonly name: string;
  /** As its source prints it; null where there is only a form. */
  readonly number: string | null;
  /** https address of its form or page, or null. */
  readonly formUrl: string | null;
  /** A caveat such as "check this number", or null. */
  readonly note: string | null;
};

type HelpLineProps = {
  readonly contact: HelpContact;
  readonly t: Translate;
  readonly onCopy: (text: string) => Promise<boolean>;
  /** A sentence above it. */
  readonly lead?: string;
  /** Shows the form's link even where a number stands. */
  readonly withForm?: boolean;
};

/** Numbers read left to right in every script. */
export function HelpLine({ contact, t, onCopy, lead, withForm = false }: HelpLineProps) {
  const { name, number, formUrl, note } = contact;
  return (
    <div class="help-line">
      {lead !== undefined && <p class="help-lead">{lead}</p>}
      <p class="help-name">{name}</p>
      {number !== null && (
        <div class="help-number">
          <bdi dir="ltr" class="number">
            {number}
          </bdi>
          <CopyButton text={number} t={t} onCopy={onCopy} />
        </div>
      )}
      {note !== null && <p class="help-note">{note}</p>}
      {formUrl !== null && (withForm || number === null) && (
        <OutLink href={formUrl}>{t('card.help.form')}</OutLink>
      )}
    </div>
  );
}
