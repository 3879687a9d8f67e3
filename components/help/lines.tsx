// Lists of lines on the help page.
import { roleOf } from '../../help/choose';
import type { HelpLine as Line } from '../../help/types';
import type { PageContext } from '../page-context';
import type { FirstLine } from '../popup/first-lines';
import { HelpLine } from '../popup/help-line';

type FirstLinesProps = {
  readonly lines: readonly FirstLine[];
  /** Level of each line's heading: see HelpLine. */
  readonly heading?: 'h3' | 'h4';
  readonly context: PageContext;
};

export function FirstLines({ lines, heading = 'h3', context }: FirstLinesProps) {
  if (lines.length === 0) return null;
  return (
    <ul class="lines plain-list">
      {lines.map(({ line, as }) => (
        <HelpLine key={line.id} {...{ line, as, heading, context }} />
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
