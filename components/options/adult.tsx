// The adult whom the teen trusts: hidden until tapped, since somebody may look over her shoulder.
import { useEffect, useRef, useState } from 'preact/hooks';
import { NAME_LENGTH, NUMBER_LENGTH, type TrustedAdult } from '../../utils/trusted-adult';
import { FieldError, type FieldProblem } from '../field-error';
import { OutcomeLine, useOutcome } from '../outcome';
import type { SectionProps } from './options-types';

type Shown = { readonly saved: TrustedAdult | null } | 'hidden' | 'failed';

export function Adult({ stored: { overview }, context: { t }, actions }: SectionProps) {
  const [shown, setShown] = useState<Shown>('hidden');
  const [outcome, run] = useOutcome();
  /** What was to be kept last; null where it was to be deleted. */
  const [last, setLast] = useState<TrustedAdult | null>(null);
  const saving = useRef(false);
  const kept = overview?.counts['trusted-adult'];
  // Deleted with what was seen, here or in another tab: the name must not go on standing here.
  useEffect(() => {
    if (kept !== 0 || saving.current) return;
    setShown((now) => (typeof now === 'object' && now.saved !== null ? 'hidden' : now));
  }, [kept]);
  const open = async () => {
    const saved = await actions.getAdult();
    setShown(saved === 'failed' ? 'failed' : { saved });
  };
  const save = async (adult: TrustedAdult | null) => {
    saving.current = true;
    setLast(adult);
    const done = await run(() => actions.setAdult(adult));
    saving.current = false;
    if (done) setShown({ saved: adult });
    return done;
  };
  return (
    <section class="block" aria-labelledby="adult-title">
      <h2 id="adult-title">{t('options.adult.title')}</h2>
      <p>{t('options.adult.text')}</p>
      <p class="quiet">{t('options.adult.private')}</p>
      <button
        type="button"
        class="button-quiet"
        aria-expanded={typeof shown === 'object'}
        onClick={() => (typeof shown === 'object' ? setShown('hidden') : open())}
      >
        {t(typeof shown === 'object' ? 'options.adult.hide' : 'options.adult.show')}
      </button>
      {shown === 'failed' && (
        <p class="failed" role="alert">
          {t('page.no-answer')}
        </p>
      )}
      {typeof shown === 'object' && <AdultForm saved={shown.saved} t={t} onSave={save} />}
      <OutcomeLine outcome={outcome} t={t}>
        {last === null ? t('options.delete.done') : undefined}
      </OutcomeLine>
    </section>
  );
}

type FormProps = {
  readonly saved: TrustedAdult | null;
  readonly t: SectionProps['context']['t'];
  /** Resolves to false where it failed. */
  readonly onSave: (adult: TrustedAdult | null) => Promise<boolean>;
};

function AdultForm({ saved, t, onSave }: FormProps) {
  const [name, setName] = useState(saved?.name ?? '');
  const [number, setNumber] = useState(saved?.number ?? '');
  const [missing, setMissing] = useState<FieldProblem | null>(null);
  const first = useRef<HTMLInputElement>(null);
  const submit = (event: Event) => {
    event.preventDefault();
    const adult = { name: name.trim(), number: number.trim() };
    setMissing(adult.name === '' ? { text: t('options.adult.missing') } : null);
    if (adult.name === '') first.current?.focus();
    else void onSave(adult);
  };
  const remove = async () => {
    if (!(await onSave(null))) return;
    setName('');
    setNumber('');
    setMissing(null);
    first.current?.focus(); // the button that had it goes
  };
  return (
    <form class="plain" noValidate onSubmit={submit}>
      <div class="field">
        <label for="adult-name">{t('options.adult.name')}</label>
        <input
          id="adult-name"
          ref={first}
          dir="auto"
          autocomplete="off"
          maxLength={NAME_LENGTH}
          value={name}
          aria-invalid={missing !== null}
          aria-describedby={missing === null ? undefined : 'adult-missing'}
          onInput={(event) => setName(event.currentTarget.value)}
        />
        <FieldError id="adult-missing" problem={missing} />
      </div>
      <div class="field">
        <label for="adult-number">{t('options.adult.number')}</label>
        <input
          id="adult-number"
          type="tel"
          dir="ltr"
          autocomplete="off"
          maxLength={NUMBER_LENGTH}
          value={number}
          onInput={(event) => setNumber(event.currentTarget.value)}
        />
      </div>
      <div class="actions">
        <button type="submit" class="button-main">
          {t('options.adult.save')}
        </button>
        {saved !== null && (
          <button type="button" class="button-quiet" onClick={remove}>
            {t('options.adult.delete')}
          </button>
        )}
      </div>
    </form>
  );
}
