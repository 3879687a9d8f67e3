// The tables of docs/accuracy.md on long relationships: how many ordinary ones alarm, and what is heard of a friend who turns.
import type { Labelled } from './corpus';
import { groupBy, judgeChains, judgeTurns, messagesIn, type Outcome, type Replay } from './measure';
import { lengthCell, percent, table } from './report';

/** Of ordinary talk: who may turn, and after how many messages. */
const FRIENDS: readonly string[] = ['teens', 'adults'];
const TURNS_AFTER = [0, 20, 400, 2000];

/** Risky conversations at the end of ordinary talk (`pool`) of their language. */
export function turnTable(risky: readonly Labelled[], pool: readonly Labelled[], replay: Replay): string {
  const rows = [...groupBy(risky, ({ lang }) => lang)].flatMap(([lang, list]) => {
    const friends = pool.filter((one) => one.lang === lang && FRIENDS.includes(one.kind));
    return TURNS_AFTER.map((before) => {
      const { judged, warned, right } = judgeTurns(list, friends, before, replay);
      return [lang, lengthCell(before, friends), judged, percent(warned / judged), percent(right / judged)];
    });
  });
  return table(['language', 'after so many messages', 'risky', '`caution` in time', 'level in time'], rows);
}

type Chained = {
  /** How many relationships are made of each source. */
  readonly chains: number;
  /** Messages of each. */
  readonly length: number;
  /** Told of each relationship that alarmed what alarmed in it. */
  onExample(example: string): void;
};

/** Relationships chained from harmless conversations, by where these are from. @param anew replays them opened anew each day, with nothing read again and with some rows shown again */
export function chainTable(
  sources: readonly (readonly [source: string, outcomes: readonly Outcome[]])[],
  { chains, length, onExample }: Chained,
  replay: Replay,
  anew: { readonly blind: Replay; readonly shown: Replay },
): string {
  const rows = sources.map(([name, list]) => {
    const pool = list.map(({ conversation }) => conversation);
    const { caution, danger, examples } = judgeChains(pool, chains, length, replay);
    examples.forEach(onExample);
    const [blind, shown] = [anew.blind, anew.shown].map((each) => judgeChains(pool, chains, length, each));
    const alone = list.filter((outcome) => outcome.caution !== null).length;
    return [
      ...[name, list.length, messagesIn(pool), alone, chains, lengthCell(length, pool)],
      ...[caution, danger].map(percent),
      ...[blind, shown].flatMap((each) => (each ? [percent(each.caution), percent(each.danger)] : [])),
    ];
  });
  return table(
    [
      ...[
        'conversations chained over 90 days',
        'conversations',
        'their messages',
        '`caution` when read alone',
      ],
      ...['relationships', 'messages each', 'reached `caution`', 'reached `danger`'],
      ...['opened anew each day, nothing read again: `caution`', '`danger`'],
      ...['opened anew each day, rows shown again: `caution`', '`danger`'],
    ],
    rows,
  );
}
