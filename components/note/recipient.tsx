// Who the note is for: what they take, what they need, and the language to write in.
import type { HelpLine as Line } from '../../help/types';
import { LANGUAGE_NAMES, setApart } from '../../utils/i18n';
import type { Language } from '../../utils/settings';
import { CountryChoice } from '../country-choice';
import { lineNames } from '../line-names';
import { HISTORY_NOTE } from '../lines/out-link';
import { PageLine } from '../lines/page-line';
import type { NoteProps } from './note-types';
import { linkNeed, missingFor, takesNoName } from './recipients';

export type RecipientProps = NoteProps & { readonly lines: readonly Line[]; readonly line: Line };

export function Recipient(props: RecipientProps) {
  const { lines, line, values, help, country, suggested, context, actions } = props;
  const { t } = context;
  return (
    <section class="block" aria-labelledby="for-title">
      <h2 id="for-title">{t('note.for.title')}</h2>
      <CountryChoice {...{ country, suggested, help, context }} onChange={actions.setCountry} />
      <label class="choice">
        <span>{t('note.for.line')}</span>
        <select value={line.id} onChange={(event) => actions.choose(event.currentTarget.value)}>
          {lines.map((one) => (
            <option key={one.id} value={one.id}>
              {choiceName(one, context)}
            </option>
          ))}
        </select>
      </label>
      <SecondLanguage {...props} />
      {missingFor(line, values).map((what) => (
        <p key={what} class="note">
          {t(`note.missing.${what}`)}
        </p>
      ))}
      <p class="quiet" id={HISTORY_NOTE}>
        {t('help.history')}
      </p>
      <ul class="lines plain-list">
        <PageLine line={line} heading="h3" context={context} />
      </ul>
      <details>
        <summary>{t('note.for.compare')}</summary>
        <Compare {...props} />
      </details>
    </section>
  );
}

function SecondLanguage({ second, languages, context: { t, language }, actions }: NoteProps) {
  return (
    <label class="choice">
      <span>{t('note.for.second')}</span>
      <select
        name="second"
        value={second?.language ?? ''}
        onChange={(event) => actions.setSecond((event.currentTarget.value || null) as Language | null)}
      >
        <option value="">{t('note.for.only')}</option>
        {languages
          .filter((tag) => tag !== language)
          .map((tag) => (
            <option key={tag} value={tag} lang={tag}>
              {LANGUAGE_NAMES[tag]}
            </option>
          ))}
      </select>
    </label>
  );
}

/** Each line once more, with the two answers that decide where a note can go. */
function Compare({ lines, context }: RecipientProps) {
  const { t } = context;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
    <section class="scroll" tabIndex={0} aria-label={t('note.for.compare')}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('note.for.who')}</th>
            <th scope="col">{t('note.for.no-name')}</th>
            <th scope="col">{t('note.for.link')}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.id}>
              <th scope="row">{choiceName(line, context)}</th>
              <td>{t(`note.for.${answerOf(takesNoName(line))}`)}</td>
              <td>{t(`note.for.${LINK_ANSWERS[linkNeed(line) ?? 'none']}`)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** A form and a number of one line share its name. The number comes first: a narrow choice cuts its end, and half a number looks whole. */
function choiceName(line: Line, { t, language }: NoteProps['context']): string {
  const name = setApart(lineNames(line, t, language).name, language);
  const number = line.phone ?? line.sms;
  return number === null ? `${name} · ${t('note.for.form')}` : `${setApart(number, language)} · ${name}`;
}

const LINK_ANSWERS = { link: 'yes', 'link-form': 'in-form', none: 'not-said' } as const;

function answerOf(value: boolean | null): 'yes' | 'no' | 'not-said' {
  if (value === null) return 'not-said';
  return value ? 'yes' : 'no';
}
