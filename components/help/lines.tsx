// Lists of lines on the help page, and what folds them away.
import type { ComponentChildren } from 'preact';
import type { HelpLine as Line } from '../../help/types';
import type { PageContext } from '../page-context';
import type { FirstLine } from '../popup/first-lines';
import { HelpLine } from '../popup/help-line';
import { roleOf } from './reach-lines';

export function FirstLines({
  lines,
  context,
}: {
  readonly lines: readonly FirstLine[];
  readonly context: PageContext;
}) {
  if (lines.length === 0) return null;
  return (
    <ul class="lines plain-list">
      {lines.map(({ line, as }) => (
        <HelpLine key={line.id} line={line} as={as} heading="h3" context={context} />
      ))}
    </ul>
  );
}

export function Lines({
  lines,
  context,
}: {
  readonly lines: readonly Line[];
  readonly context: PageContext;
}) {
  return (
    <ul class="lines plain-list">
      {lines.map((line) => (
        <HelpLine key={line.id} line={line} as={roleOf(line)} heading="h4" context={context} />
      ))}
    </ul>
  );
}

export type FoldProps = {
  readonly title: string;
  readonly open?: boolean;
  readonly children: ComponentChildren;
};

export function Fold({ title, open = false, children }: FoldProps) {
  return (
    <details open={open}>
      <summary>
        <h3>{title}</h3>
      </summary>
      <div class="plain">{children}</div>
    </details>
  );
}
