// One step of the welcome: its heading has the focus when it comes, and the buttons lead back and on.
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { stepsFor, type WelcomeProps } from './welcome-types';

export type StepFrameProps = {
  readonly props: WelcomeProps;
  readonly title: string;
  readonly onNext: () => void;
  readonly next?: string;
  readonly children: ComponentChildren;
};

export function StepFrame({ props, title, onNext, next, children }: StepFrameProps) {
  const { step, answers, before, actions, moved } = props;
  const { t } = props.context;
  const heading = useRef<HTMLHeadingElement>(null);
  const steps = stepsFor(answers.audience, before);
  const number = steps.indexOf(step) + 1;
  useEffect(() => {
    if (moved) heading.current?.focus();
  }, [moved]);
  const submit = (event: Event) => {
    event.preventDefault();
    onNext();
  };
  return (
    // Named by its number, which is heard that way: the heading, where the focus goes, stands below it.
    <form class="block" noValidate onSubmit={submit} aria-labelledby="step-number">
      <p class="quiet" id="step-number">
        {t('welcome.step', { number, count: steps.length - 1 })}
      </p>
      <h2 id="step-title" ref={heading} tabIndex={-1}>
        {title}
      </h2>
      {children}
      <div class="actions">
        <button type="submit" class="button-main">
          {next ?? t('welcome.next')}
        </button>
        {number > 1 && (
          <button type="button" class="button-quiet" onClick={actions.back}>
            {t('welcome.back')}
          </button>
        )}
      </div>
    </form>
  );
}
