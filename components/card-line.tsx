// A line of help as a card shows it: its name, its number with a copy button, and what must be said about it.
import type { Translate } from '../utils/i18n';
import { CardCopyButton, CardLink } from './buttons';
import type { HelpContact } from './help-contact';

type CardLineProps = {
  readonly contact: HelpContact;
  readonly t: Translate;
  readonly onCopy: (text: string) => Promise<boolean>;
  /** A sentence above it. */
  readonly lead?: string;
  /** Shows the form's link even where a number stands. */
  readonly withForm?: boolean;
};

/** Numbers read left to right in every script. */
export function CardLine({ contact, t, onCopy, lead, withForm = false }: CardLineProps) {
  const { name, nameLang, number, formUrl, note } = contact;
  return (
    <div class="help-line">
      {lead !== undefined && <p class="help-lead">{lead}</p>}
      <p class="muted" lang={nameLang}>
        {name}
      </p>
      {number !== null && (
        <div class="help-number">
          <bdi dir="ltr" class="number">
            {number}
          </bdi>
          <CardCopyButton text={number} t={t} onCopy={onCopy} />
        </div>
      )}
      {note !== null && <p class="muted">{note}</p>}
      {formUrl !== null && (withForm || number === null) && (
        <CardLink href={formUrl} text={t('card.help.form')} about={name} aboutLang={nameLang} />
      )}
    </div>
  );
}
