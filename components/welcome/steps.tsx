// The steps that ask or tell something. Each is short: all of them are read in under two minutes (welcome.test.tsx).
import { useRef, useState } from 'preact/hooks';
import type { Audience } from '../../utils/settings';
import { CountryChoice, LanguageChoice } from '../country-choice';
import { type NewPinError, NewPinFields, newPinError } from '../family/new-pin';
import { FieldError, type FieldProblem } from '../field-error';
import { managedBy } from '../options/managed';
import { OutcomeLine, useOutcome } from '../outcome';
import { StepFrame } from './step-frame';
import { AUDIENCES, stepsFor, type WelcomeProps, type WelcomeStep } from './welcome-types';

/** The step behind this one. */
function stepAfter({ step, answers, before }: WelcomeProps): WelcomeStep {
  const steps = stepsFor(answers.audience, before);
  return steps[steps.indexOf(step) + 1] ?? 'done';
}

export function WhoStep(props: WelcomeProps) {
  const { answers, actions, languages, context, before } = props;
  const { t } = context;
  const [missing, setMissing] = useState<FieldProblem | null>(null);
  const first = useRef<HTMLInputElement>(null);
  const [outcome, run] = useOutcome();
  // Where the choice itself was lost, it can be made again.
  const fixed = before?.on === true && before.audience !== null;
  const next = () => {
    if (answers.audience !== null) return actions.go('reads');
    setMissing({ text: t('welcome.who.missing') });
    first.current?.focus();
  };
  const choose = (audience: Audience) => {
    setMissing(null);
    actions.answer({ audience });
  };
  return (
    <StepFrame props={props} title={t('welcome.who.title')} onNext={next}>
      <LanguageChoice
        languages={languages}
        context={context}
        onChange={(language) => run(() => actions.setLanguage(language))}
      />
      <OutcomeLine outcome={outcome === 'failed' ? outcome : null} t={t} />
      <fieldset
        class="choices"
        aria-describedby={fixed ? 'who-fixed' : missing === null ? undefined : 'who-missing'}
        disabled={fixed}
      >
        <legend class="only-read">{t('welcome.who.title')}</legend>
        {AUDIENCES.map((audience, index) => (
          <label key={audience} class="check">
            <input
              ref={index === 0 ? first : null}
              type="radio"
              name="audience"
              value={audience}
              checked={answers.audience === audience}
              onChange={() => choose(audience)}
            />
            <span>{t(`welcome.who.${audience}`)}</span>
          </label>
        ))}
      </fieldset>
      {fixed && (
        <p class="quiet" id="who-fixed">
          {t('welcome.who.fixed')}
        </p>
      )}
      <FieldError id="who-missing" problem={missing} />
    </StepFrame>
  );
}

const FACTS = ['reads', 'keeps', 'never', 'blind'];

export function ReadsStep(props: WelcomeProps) {
  const { policy, context } = props;
  const { t } = context;
  return (
    <StepFrame
      props={props}
      title={t('welcome.reads.title')}
      onNext={() => props.actions.go(stepAfter(props))}
    >
      <dl class="plain facts">
        {FACTS.map((fact) => (
          <div key={fact}>
            <dt>{t(`welcome.reads.${fact}.title`)}</dt>
            <dd>{t(`welcome.reads.${fact}.text`)}</dd>
          </div>
        ))}
        {policy?.managed && (
          <div class="fact-school">
            <dt>{t('options.managed.title')}</dt>
            <dd>
              {managedBy(policy, t)} {t('options.managed.cannot-see')}
            </dd>
          </div>
        )}
      </dl>
    </StepFrame>
  );
}

export function PlaceStep(props: WelcomeProps) {
  const { country, suggested, help, context, actions } = props;
  const { t } = context;
  const [outcome, run] = useOutcome();
  const choose = (chosen: string) => run(() => actions.setCountry(chosen));
  /** Going on says yes to what is shown. */
  const next = async () => {
    const shown = country ?? suggested;
    if (country !== null || shown === null || (await choose(shown))) actions.go(stepAfter(props));
  };
  return (
    <StepFrame props={props} title={t('welcome.place.title')} onNext={next}>
      <p>{t('welcome.place.text')}</p>
      <CountryChoice {...{ country, suggested, help, context }} onChange={choose} />
      <OutcomeLine outcome={outcome} t={t} />
    </StepFrame>
  );
}

export function FamilyStep(props: WelcomeProps) {
  const { answers, actions, context } = props;
  const { t } = context;
  const { familyOn, pin, audience } = answers;
  const [error, setError] = useState<NewPinError | null>(null);
  const next = () => {
    const wrong = familyOn ? newPinError(pin, t) : null;
    setError(wrong);
    if (wrong === null) actions.go(stepAfter(props));
    else document.getElementById(`welcome-${wrong.at}`)?.focus();
  };
  const choice = (on: boolean) => (
    <label class="check">
      <input
        type="radio"
        name="family"
        checked={familyOn === on}
        onChange={() => actions.answer({ familyOn: on })}
      />
      <span>{t(`welcome.family.${on ? 'on' : 'off'}`)}</span>
    </label>
  );
  return (
    <StepFrame props={props} title={t('welcome.family.title')} onNext={next}>
      <p>{t('welcome.family.shows')}</p>
      {audience === 'parent' && <p>{t('welcome.family.child')}</p>}
      <p>{t('welcome.family.never')}</p>
      {audience === 'together' && <p>{t('welcome.family.together')}</p>}
      <fieldset class="choices">
        <legend class="only-read">{t('welcome.family.title')}</legend>
        {choice(false)}
        {choice(true)}
      </fieldset>
      {familyOn && (
        <NewPinFields
          id="welcome"
          typed={pin}
          t={t}
          error={error}
          onType={(typed) => actions.answer({ pin: typed })}
        />
      )}
    </StepFrame>
  );
}
