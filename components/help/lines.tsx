// Lists of lines on the help page.
import { roleOf } from '../../help/choose';
import type { HelpLine as Line } from '../../help/types';
import type { ShownLine } from '../lines/page-line';
import { PageLine } from '../lines/page-line';
import type { PageContext } from '../page-context';

type FirstLinesProps = {
  readonly lines: readonly ShownLine[];
  /** Level of each line's heading: see HelpLine. */
  readonly heading?: 'h3' | 'h4';
  readonly context: PageContext;
};

export function FirstLines({ lines, heading = 'h3', context }: FirstLinesProps) {
  if (lines.length === 0) return null;
  return (
    <ul class="lines plain-list">
      {lines.map(({ line, as }) => (
        <PageLine key={line.id} {...{ line, as, heading, context }} />
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
        <PageLine key={line.id} line={line} as={roleOf(line)} heading="h4" context={context} />
      ))}
    </ul>
  );
}
