// What is wrong with a field, beside it and aloud. Said again each time it is found wrong: an alert whose words stay as
// they are is silent, and whoever can't see it would hear nothing at all of a second try.
import { useRef } from 'preact/hooks';

/** A new object each time something is found wrong. */
export type FieldProblem = { readonly text: string };

export type FieldErrorProps = {
  /** The field is described by it. */
  readonly id: string;
  readonly problem: FieldProblem | null;
};

export function FieldError({ id, problem }: FieldErrorProps) {
  const last = useRef(problem);
  const turn = useRef(0);
  if (last.current !== problem) turn.current += 1;
  last.current = problem;
  if (problem === null) return null;
  return (
    <p key={turn.current} class="field-error" id={id} role="alert">
      {problem.text}
    </p>
  );
}
