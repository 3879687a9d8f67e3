// Weeks of one level as bars: none, a few or several. Pattern as well as colour, labels on the lines themselves.
import type { Amount, FamilyWeek } from '../../utils/family-types';
import type { PageContext } from '../page-context';

export type WarningLevel = keyof FamilyWeek['amounts'];
export const LEVELS: readonly WarningLevel[] = ['notice', 'caution', 'danger'];
const AMOUNTS: readonly Amount[] = ['several', 'few', 'none'];

/** In units of the drawing; it is shown at up to a third larger, in px. */
const SIZE = { width: 270, height: 82 };
/** Room for the words beside the lines, and the line of each amount. */
const LEFT = 64;
const LINE_OF: Readonly<Record<Amount, number>> = { several: 14, few: 44, none: 74 };
/** Few weeks are not drawn as broad as twelve. */
const FEWEST_PLACES = 6;
const GAP = 4;

export type WeeksChartProps = {
  readonly level: WarningLevel;
  readonly weeks: readonly FamilyWeek[];
  readonly context: PageContext;
};

/** Hidden from screen readers: the table beside it says the same. */
export function WeeksChart({ level, weeks, context: { t } }: WeeksChartProps) {
  const place = (SIZE.width - LEFT) / Math.max(weeks.length, FEWEST_PLACES);
  return (
    <svg class={`weeks weeks-${level}`} viewBox={`0 0 ${SIZE.width} ${SIZE.height}`} aria-hidden="true">
      <Pattern level={level} />
      {AMOUNTS.map((amount) => (
        <g key={amount}>
          <text x={LEFT - 8} y={LINE_OF[amount] + 4} text-anchor="end">
            {t(`family.amount.${amount}`)}
          </text>
          <path class="weeks-line" d={`M${LEFT} ${LINE_OF[amount]}H${SIZE.width}`} />
        </g>
      ))}
      {weeks.map(({ week, amounts }, index) => (
        <Bar key={week} level={level} amount={amounts[level]} x={LEFT + index * place} width={place} />
      ))}
    </svg>
  );
}

type BarProps = {
  readonly level: WarningLevel;
  readonly amount: Amount;
  readonly x: number;
  readonly width: number;
};

/** A week without a warning is a point on the line: it was counted, and nothing came. */
function Bar({ level, amount, x, width }: BarProps) {
  if (amount === 'none') return <circle class="weeks-none" cx={x + width / 2} cy={LINE_OF.none} r="2.5" />;
  return (
    <rect
      class="weeks-bar"
      fill={`url(#weeks-${level})`}
      x={x + GAP / 2}
      y={LINE_OF[amount]}
      width={width - GAP}
      height={LINE_OF.none - LINE_OF[amount]}
    />
  );
}

/** Points, stripes, and full: told apart without colour. */
function Pattern({ level }: { readonly level: WarningLevel }) {
  return (
    <defs>
      <pattern id={`weeks-${level}`} width="6" height="6" patternUnits="userSpaceOnUse">
        <rect class="weeks-ground" width="6" height="6" />
        {level === 'notice' && <circle class="weeks-ink" cx="3" cy="3" r="1.4" />}
        {level === 'caution' && (
          <path class="weeks-stroke" d="M-1.5 1.5l3-3M0 6l6-6M4.5 7.5l3-3" fill="none" />
        )}
        {level === 'danger' && <rect class="weeks-ink" width="6" height="6" />}
      </pattern>
    </defs>
  );
}
