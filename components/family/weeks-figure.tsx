// The chart of each level, and the table that says the same. Drawn alike for what is real and for the example.
import { formatDay } from '../../utils/dates';
import type { FamilyWeek } from '../../utils/family-types';
import type { PageContext } from '../page-context';
import { LEVELS, WeeksChart } from './weeks-chart';

export type WeeksFigureProps = {
  /** Oldest first; at least one. */
  readonly weeks: readonly FamilyWeek[];
  readonly context: PageContext;
};

/** A screen reader is told the table alone: of a chart it would say its name, three times, and nothing in it. */
export function WeeksFigure({ weeks, context }: WeeksFigureProps) {
  const { t } = context;
  return (
    <div class="plain">
      {LEVELS.map((level) => (
        <figure key={level} class="weeks-figure" aria-hidden="true">
          <figcaption>{t(`family.level.${level}`)}</figcaption>
          <WeeksChart {...{ level, weeks, context }} />
          <p class="weeks-dates">
            {ends(weeks).map((monday) => (
              <span key={monday} dir="auto">
                {formatDay(monday, t, context.language)}
              </span>
            ))}
          </p>
        </figure>
      ))}
      <details>
        <summary>{t('family.weeks.as-table')}</summary>
        <WeeksTable weeks={weeks} context={context} />
      </details>
    </div>
  );
}

/** The first and the last Monday; one where there is but one week. */
function ends(weeks: readonly FamilyWeek[]): readonly number[] {
  return [...new Set([weeks[0], weeks.at(-1)].flatMap((week) => week?.monday ?? []))];
}

/** Newest first: that is what a reader looks for. */
function WeeksTable({ weeks, context: { t, language } }: WeeksFigureProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
    <section class="scroll" tabIndex={0} aria-label={t('family.weeks.as-table')}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('family.weeks.week')}</th>
            {LEVELS.map((level) => (
              <th key={level} scope="col">
                {t(`family.level.${level}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.toReversed().map(({ week, monday, amounts }) => (
            <tr key={week}>
              <th scope="row">{formatDay(monday, t, language)}</th>
              {LEVELS.map((level) => (
                <td key={level}>{t(`family.amount.${amounts[level]}`)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
