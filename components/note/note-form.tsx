// The thirteen steps of the note, each a fold; all of it optional.
import { ELSEWHERE } from '../../help/choose';
import { formatCountry } from '../../utils/names';
import type { PageContext } from '../page-context';
import {
  LINE_LENGTH,
  NOTE_SECTIONS,
  type NoteField,
  type NoteSection,
  type NoteValues,
  OPEN_SECTIONS,
  TEXT_LENGTH,
  tickedIn,
  typedIn,
} from './note-fields';

export type NoteFormProps = {
  readonly values: NoteValues;
  readonly country: string | null;
  readonly context: PageContext;
  readonly onFill: (change: NoteValues) => void;
};

export function NoteForm(props: NoteFormProps) {
  return (
    <form class="note-form" autocomplete="off" noValidate onSubmit={(event) => event.preventDefault()}>
      {NOTE_SECTIONS.map((section, index) => (
        <Section key={section.id} number={index + 1} section={section} {...props} />
      ))}
    </form>
  );
}

type SectionProps = NoteFormProps & { readonly section: NoteSection; readonly number: number };

function Section({ section: { id, fields }, number, ...props }: SectionProps) {
  const { t } = props.context;
  return (
    <details class="block" open={OPEN_SECTIONS.includes(id)}>
      <summary>
        <h3>
          {number}. {t(`note.section.${id}`)}
        </h3>
      </summary>
      <div class="plain">
        {t.has(`note.hint.${id}`) && <p class="quiet">{t(`note.hint.${id}`)}</p>}
        {fields.map((field) => (
          <Field key={field.id} field={field} {...props} />
        ))}
      </div>
    </details>
  );
}

type FieldProps = NoteFormProps & { readonly field: NoteField };

function Field(props: FieldProps) {
  const { field } = props;
  switch (field.kind) {
    case 'ticks':
    case 'one':
      return <Options {...props} kind={field.kind} options={field.options} />;
    case 'country':
      return <Country {...props} />;
    default:
      return <Typed {...props} />;
  }
}

function Typed({ field: { id, kind }, values, context: { t }, onFill }: FieldProps) {
  const given = {
    id: `note-${id}`,
    value: typedIn(values, id),
    autocomplete: 'off',
    onInput: (event: Event) => onFill({ [id]: (event.currentTarget as HTMLInputElement).value }),
  } as const;
  return (
    <div class="field">
      <label for={`note-${id}`}>{t(`note.field.${id}`)}</label>
      {kind === 'text' && <textarea {...given} dir="auto" maxLength={TEXT_LENGTH} />}
      {kind === 'line' && <input {...given} type="text" dir="auto" maxLength={LINE_LENGTH} />}
      {kind === 'date' && <input {...given} type="date" />}
    </div>
  );
}

type OptionsProps = FieldProps & { readonly kind: 'ticks' | 'one'; readonly options: readonly string[] };

/** One of several are boxes too, so that a choice can be taken back. It is said: by ear nobody notices that a tick went. */
function Options({ field: { id }, kind, options, values, context: { t }, onFill }: OptionsProps) {
  const ticked = tickedIn(values, id);
  const tick = (option: string, on: boolean) => {
    const others = kind === 'one' ? [] : ticked.filter((one) => one !== option);
    onFill({ [id]: on ? [...others, option] : others });
  };
  return (
    <fieldset class="choices">
      <legend>
        {t(`note.field.${id}`)}
        {kind === 'one' && <span class="quiet"> ({t('note.pick-one')})</span>}
      </legend>
      {options.map((option) => (
        <label key={option} class="check">
          <input
            type="checkbox"
            name={id}
            value={option}
            checked={ticked.includes(option)}
            onChange={(event) => tick(option, event.currentTarget.checked)}
          />
          <span>{t(`note.option.${id}.${option}`)}</span>
        </label>
      ))}
    </fieldset>
  );
}

function Country({ field: { id }, values, country, context, onFill }: FieldProps) {
  const { t, language } = context;
  if (country === null || country === ELSEWHERE) return null; // "another country" has no name to write down
  return (
    <label class="check">
      <input
        type="checkbox"
        name={id}
        checked={tickedIn(values, id).includes(country)}
        onChange={(event) => onFill({ [id]: event.currentTarget.checked ? [country] : [] })}
      />
      <span>{t('note.in-country', { country: formatCountry(country, t, language) })}</span>
    </label>
  );
}
