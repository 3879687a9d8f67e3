// A new PIN, typed twice; and the old one first where there is one.
import { useState } from 'preact/hooks';
import { PIN_LONGEST, PIN_PATTERN, PIN_SHORTEST } from '../../utils/family-types';
import type { Translate } from '../../utils/i18n';
import type { FieldProblem } from '../field-error';
import type { PinOutcome } from './family-view';
import { PinField } from './pin-field';
import { usePinOutcome } from './pin-form';

/** What a person typed; both are the same where it may be taken. */
export type TypedPin = { readonly pin: string; readonly again: string };
export const NO_PIN: TypedPin = { pin: '', again: '' };

/** What is wrong with a new PIN, as a key of the catalogue, or null. */
export function newPinProblem({ pin, again }: TypedPin): 'family.pin.format' | 'family.pin.differs' | null {
  if (!PIN_PATTERN.test(pin)) return 'family.pin.format';
  return pin === again ? null : 'family.pin.differs';
}

/** Which of the fields is wrong, and what is wrong with it. */
export type NewPinError = { readonly at: 'new' | 'again'; readonly problem: FieldProblem };

/** The same in words, or null. */
export function newPinError(typed: TypedPin, t: Translate): NewPinError | null {
  const problem = newPinProblem(typed);
  return problem && { at: problem === 'family.pin.differs' ? 'again' : 'new', problem: { text: t(problem) } };
}

export type NewPinFieldsProps = {
  readonly id: string;
  readonly typed: TypedPin;
  readonly t: Translate;
  readonly error: NewPinError | null;
  readonly onType: (typed: TypedPin) => void;
};

export function NewPinFields({ id, typed, t, error, onType }: NewPinFieldsProps) {
  return (
    <>
      <PinField
        id={`${id}-new`}
        label={t('family.pin.new')}
        hint={t('family.pin.hint', { shortest: PIN_SHORTEST, longest: PIN_LONGEST })}
        value={typed.pin}
        error={error?.at === 'new' ? error.problem : null}
        onInput={(pin) => onType({ ...typed, pin })}
      />
      <PinField
        id={`${id}-again`}
        label={t('family.pin.again')}
        value={typed.again}
        error={error?.at === 'again' ? error.problem : null}
        onInput={(again) => onType({ ...typed, again })}
      />
    </>
  );
}

export type NewPinFormProps = {
  readonly id: string;
  readonly t: Translate;
  readonly withOld: boolean;
  readonly onPin: (pin: string, old: string | null) => Promise<PinOutcome>;
};

export function NewPinForm({ id, t, withOld, onPin }: NewPinFormProps) {
  const [old, setOld] = useState('');
  const [typed, setTyped] = useState(NO_PIN);
  const [changed, setChanged] = useState(false);
  const [at, setAt] = useState<NewPinError['at'] | 'old'>('again');
  const { error, busy, run } = usePinOutcome(t);
  const submit = async (event: Event) => {
    event.preventDefault();
    if (busy) return;
    const wrong = newPinError(typed, t);
    const isOldWrong = withOld && !PIN_PATTERN.test(old);
    let place = isOldWrong ? ('old' as const) : (wrong?.at ?? 'again');
    setAt(place);
    const done = await run(isOldWrong ? t('family.pin.format') : (wrong?.problem.text ?? null), async () => {
      const outcome = await onPin(typed.pin, withOld ? old : null);
      if (withOld && outcome !== 'failed' && !outcome.ok) place = 'old'; // the one PIN that is checked
      setAt(place);
      return outcome;
    });
    if (!done) document.getElementById(`${id}-${place}`)?.focus();
    setChanged(done);
    if (done) {
      setTyped(NO_PIN);
      setOld('');
    }
  };
  return (
    <form class="plain" noValidate onSubmit={submit}>
      {withOld && (
        <PinField
          id={`${id}-old`}
          label={t('family.pin.old')}
          value={old}
          error={at === 'old' ? error : null}
          onInput={setOld}
        />
      )}
      <NewPinFields
        {...{ id, typed, t }}
        error={error !== null && at !== 'old' ? { at, problem: error } : null}
        onType={setTyped}
      />
      <div class="actions">
        <button type="submit" class="button-quiet" aria-disabled={busy}>
          {t(withOld ? 'family.manage.change' : 'family.no-pin.button')}
        </button>
        <span class="saved" role="status">
          {busy ? t('family.pin.busy') : changed && t('family.manage.changed')}
        </span>
      </div>
    </form>
  );
}
