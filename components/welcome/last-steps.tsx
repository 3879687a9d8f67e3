// The try-out card, and the end.
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Audience } from '../../utils/settings';
import { OutcomeLine, useOutcome } from '../outcome';
import { ExampleCard } from './example-card';
import { StepFrame } from './step-frame';
import type { WelcomeProps } from './welcome-types';

/** Whose chats are read, as the one who sets it up speaks of them: a parent's and a school's are not their own. */
function chatsHere(audience: Audience | null): 'you' | 'child' | 'pupil' {
  if (audience === 'parent') return 'child';
  return audience === 'school' ? 'pupil' : 'you';
}

export function TryStep(props: WelcomeProps & { readonly onHelp: () => void }) {
  const { answers, help, country, suggested, cardStyles, context, actions, onHelp } = props;
  const { t } = context;
  const [outcome, run] = useOutcome();
  const [busy, setBusy] = useState(false);
  const finish = async () => {
    if (busy) return; // a new PIN takes its time
    setBusy(true);
    const done = await run(actions.finish);
    setBusy(false);
    if (done) actions.go('done');
  };
  return (
    <StepFrame props={props} title={t('welcome.try.title')} onNext={finish} next={t('welcome.try.finish')}>
      <p>{t(`welcome.try.chat.${chatsHere(answers.audience)}`)}</p>
      <blockquote class="example-line">{t('welcome.try.line')}</blockquote>
      <p>{t('welcome.try.card')}</p>
      <ExampleCard {...{ help, context, onHelp }} country={country ?? suggested} styles={cardStyles} />
      <OutcomeLine outcome={outcome === 'failed' ? outcome : null} t={t} />
      <p role="status">{busy && t('family.pin.busy')}</p>
    </StepFrame>
  );
}

const LINKS = ['help', 'options', 'family'];

export function DoneStep({
  answers,
  context: { t },
  familyIsOn,
}: WelcomeProps & { readonly familyIsOn: boolean }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <section class="block" aria-labelledby="step-title">
      <h2 id="step-title" ref={heading} tabIndex={-1}>
        {t('welcome.done.title')}
      </h2>
      <p>{t(`welcome.done.lamp.${chatsHere(answers.audience)}`)}</p>
      <p>{t('welcome.done.pin')}</p>
      <p>{t('welcome.done.reload')}</p>
      {familyIsOn && <p>{t('welcome.done.family')}</p>}
      <ul class="plain-list">
        {LINKS.filter((page) => page !== 'family' || familyIsOn).map((page) => (
          <li key={page}>
            <a href={`/${page}.html`}>{t(`welcome.done.${page}-link`)}</a>
          </li>
        ))}
      </ul>
    </section>
  );
}
