// Who to reach in a situation and a country, in order, each number once. Pure.
import { crisisFor, emergencyFor, hotlineFor, isAmong, linesFor, once, takesDown } from '../../help/choose';
import type { HelpData, HelpLine, LineKind, ReachKind, Situation } from '../../help/types';
import type { ShownLine } from '../lines/page-line';

/** What decides the order; a situation has all of it. */
export type Need = Pick<Situation, 'crisis' | 'emergency' | 'noName' | 'reach'> & {
  readonly parent: boolean;
  /** The kind that the steps speak of: not folded away. */
  readonly open: ReachKind | null;
};

export type ReachGroup = {
  readonly id: Exclude<ReachKind, 'platforms'> | 'picture-people' | 'world';
  readonly lines: readonly HelpLine[];
};

export type Reach = {
  /** Above the steps: the crisis line, and the number for danger to life. Empty where it stands in `first`. */
  readonly now: readonly ShownLine[];
  /** Named at once. */
  readonly first: readonly ShownLine[];
  /** Everything else, none of them empty. */
  readonly groups: readonly ReachGroup[];
  /** Whether the country has lines of its own. */
  readonly known: boolean;
  /** Whether a number for danger to life is known, and so among the lines. */
  readonly emergencyKnown: boolean;
};

const KINDS: Readonly<Record<Exclude<ReachKind, 'platforms'>, readonly LineKind[]>> = {
  talk: ['helpline', 'crisis'],
  report: ['report'],
  police: ['police'],
  pictures: ['takedown'],
};

/** Never empty: where a country has nothing, the routes that work everywhere stand there. */
export function reachFor(help: HelpData, country: string | null, need: Need): Reach {
  const { now, first } = firstOf(help, country, need);
  const named = [...now, ...first].map(({ line }) => line);
  const own = linesFor(help, country);
  const everywhere = help.international.lines;
  // What works everywhere stands in a country's file as well: it is shown by the entry that our words are for.
  const rest = once([...everywhere.filter(takesDown), ...own]).filter((line) => !isAmong(line, named));
  const world = once(everywhere).filter((line) => !takesDown(line) && !isAmong(line, [...named, ...rest]));
  const kinds = need.reach.filter((kind) => kind !== 'platforms');
  const groups: readonly ReachGroup[] = [
    ...kinds.flatMap((id) => groupsOf(id, forReader(rest, id, need))),
    { id: 'world', lines: world },
  ];
  return {
    now,
    first,
    groups: groups.filter(({ lines }) => lines.length > 0),
    known: own.length > 0,
    emergencyKnown: emergencyFor(help, country) !== null,
  };
}

/** A list of lines is no help in danger to life: the emergency number stands with it. */
function firstOf(help: HelpData, country: string | null, need: Need): Pick<Reach, 'now' | 'first'> {
  const crisis: ShownLine = crisisFor(help, country);
  const emergencyLine = need.emergency || crisis.as === 'directory' ? emergencyFor(help, country) : null;
  const hotline = hotlineFor(help, country, { anonymousFirst: need.noName });
  const emergency: readonly ShownLine[] =
    emergencyLine === null ? [] : [{ line: emergencyLine, as: 'emergency' }];
  const first: ShownLine = { line: hotline, as: hotline.emergency ? 'emergency' : null };
  const urgent = without([crisis, ...emergency]);
  if (need.crisis === 'first') return { now: urgent, first: without([first], urgent) };
  const labelled = without([first], urgent);
  return { now: [], first: [...labelled, ...urgent] };
}

/** Each number once, as what it was called first; none that stands in `shown`. */
function without(lines: readonly ShownLine[], shown: readonly ShownLine[] = []): readonly ShownLine[] {
  return lines.filter(({ line }, index) => {
    const earlier = [...shown, ...lines.slice(0, index)];
    return !isAmong(
      line,
      earlier.map((entry) => entry.line),
    );
  });
}

/** Tools that leave the picture where it is stand apart from people, of whom nobody can promise that. */
function groupsOf(id: keyof typeof KINDS, lines: readonly HelpLine[]): readonly ReachGroup[] {
  if (id !== 'pictures') return [{ id, lines }];
  return [
    { id, lines: lines.filter(({ staysOnDevice }) => staysOnDevice) },
    { id: 'picture-people', lines: lines.filter(({ staysOnDevice }) => !staysOnDevice) },
  ];
}

function forReader(
  lines: readonly HelpLine[],
  id: keyof typeof KINDS,
  { parent }: Need,
): readonly HelpLine[] {
  const own = lines.filter(({ kind }) => KINDS[id].includes(kind));
  const rank = ({ forWhom }: HelpLine) => (forWhom === 'parent' ? (parent ? 0 : 2) : 1);
  return own.toSorted((a, b) => rank(a) - rank(b));
}
