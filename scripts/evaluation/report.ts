// Writes what was measured as plain Markdown.
import type { Evaded, Outcome } from './measure';
import { groupBy, messagesIn, plotShare } from './measure';
import { fLatency, median, poisson, wilson } from './statistics';

export const percent = (share: number) => (Number.isNaN(share) ? '–' : `${(100 * share).toFixed(1)} %`);

/** A Markdown table. */
export function table(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const line = (cells: readonly (string | number)[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

const interval = ([low, high]: readonly [number, number]) => `${percent(low)} to ${percent(high)}`;

/** Recall of risky conversations, grouped by `keyOf`. */
export function recallTable(
  name: string,
  outcomes: readonly Outcome[],
  keyOf: (outcome: Outcome) => string,
): string {
  const rows = [...groupBy(outcomes, keyOf)]
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([key, list]) => {
      const right = list.filter((outcome) => outcome.right).length;
      const ever = list.filter((outcome) => outcome.ever).length;
      const first = median(list.flatMap(({ caution }) => (caution === null ? [] : [caution + 1])));
      return [
        key,
        list.length,
        percent(right / list.length),
        interval(wilson(right, list.length)),
        percent(plotShare(list, (outcome) => outcome.right)),
        percent(ever / list.length),
        Number.isNaN(first) ? '–' : first,
      ];
    });
  return table(
    [
      name,
      'conversations',
      'level in time',
      '95 % interval',
      'each plot once',
      'level at all',
      'first warning at message (median)',
    ],
    rows,
  );
}

/** False alarms of benign conversations, grouped by `keyOf`. */
export function alarmTable(
  name: string,
  outcomes: readonly Outcome[],
  keyOf: (outcome: Outcome) => string,
): string {
  const rows = [...groupBy(outcomes, keyOf)]
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([key, list]) => {
      const messages = list.reduce((sum, { conversation }) => sum + conversation.messages.length, 0);
      const per = (count: number) => ((10_000 * count) / Math.max(1, messages)).toFixed(2);
      const caution = list.filter((outcome) => outcome.caution !== null).length;
      const danger = list.filter((outcome) => outcome.danger !== null).length;
      const [low, high] = poisson(caution);
      return [
        key,
        list.length,
        messages,
        `${caution} (${percent(caution / list.length)})`,
        per(caution),
        `${per(low)} to ${per(high)}`,
        percent(plotShare(list, (outcome) => outcome.caution !== null)),
        danger,
      ];
    });
  return table(
    [
      name,
      'conversations',
      'messages',
      '`caution` or above',
      'per 10,000 messages',
      '95 % interval',
      'each plot once',
      '`danger`',
    ],
    rows,
  );
}

/** How many risky conversations are due only by their last message. Null where none is: in time says more than at all. */
export function dueLine(outcomes: readonly Outcome[]): string | null {
  const isDueLast = ({ conversation: { expect, messages } }: Outcome) =>
    (expect.by ?? messages.length - 1) >= messages.length - 1;
  const count = outcomes.filter(isDueLast).length;
  return count === 0
    ? null
    : `Due only by their last message, where *in time* asks no more than *at all*: ${count} of ${outcomes.length}.`;
}

/** Warned before the first image request, and before the first payment demand. */
export function beforeTable(outcomes: readonly Outcome[]): string {
  const events = [
    ['first image request', 'first-image-request'],
    ['first payment demand', 'first-payment-demand'],
  ] as const;
  return table(
    ['warned before or at the', 'conversations with one', 'before', 'at the latest with it'],
    events.map(([title, key]) => {
      const list = outcomes.flatMap(({ conversation, caution }) => {
        const at = conversation.events[key];
        return typeof at === 'number' ? [{ at, caution }] : [];
      });
      const before = list.filter(({ at, caution }) => caution !== null && caution < at).length;
      const with_ = list.filter(({ at, caution }) => caution !== null && caution <= at).length;
      return [title, list.length, percent(before / list.length), percent(with_ / list.length)];
    }),
  );
}

/** A chat is long from so many messages on, both sides counted; and within how many it should be warned of. */
const LONG_FROM = 50;
const WITHIN = [50, 100, 200] as const;

/** Long chats, risky and benign: how many are warned of within so many messages. Null where there is none. */
export function longTable(outcomes: readonly Outcome[], keyOf: (outcome: Outcome) => string): string | null {
  const long = outcomes.filter(({ conversation }) => conversation.messages.length >= LONG_FROM);
  if (long.length === 0) return null;
  const rows = [...groupBy(long, keyOf)]
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([key, list]) => {
      const within = (count: number) =>
        list.filter(({ caution }) => caution !== null && caution < count).length;
      return [key, list.length, ...WITHIN.map(within), within(Number.POSITIVE_INFINITY)];
    });
  return table(['long chats', 'conversations', ...WITHIN.map((count) => `within ${count}`), 'ever'], rows);
}

/** What evasions change, by language: the same conversations before and after, those alone that an evasion changes. */
export function evasionTable(
  evasions: readonly (readonly [title: string, list: readonly Evaded[]])[],
): string {
  const rows = evasions.flatMap(([title, all]) =>
    [...groupBy(all, ({ plain }) => plain.conversation.lang)]
      .sort(([a], [b]) => a.localeCompare(b))
      .map(([lang, list]) => {
        const risky = list.filter(({ plain }) => plain.conversation.label === 'risky');
        const benign = list.filter(({ plain }) => plain.conversation.label === 'benign');
        const right = (side: keyof Evaded) => risky.filter((pair) => pair[side].right).length / risky.length;
        const alarms = (side: keyof Evaded) => benign.filter((pair) => pair[side].caution !== null).length;
        const change = 100 * (right('evaded') - right('plain'));
        return [
          ...[title, lang, risky.length, percent(right('plain')), percent(right('evaded'))],
          ...[
            Number.isNaN(change) ? '–' : change.toFixed(1),
            benign.length,
            alarms('plain'),
            alarms('evaded'),
          ],
        ];
      }),
  );
  return table(
    [
      ...['evasion', 'language', 'risky changed', 'level in time before', 'after', 'change in points'],
      ...['benign changed', '`caution` before', 'after'],
    ],
    rows,
  );
}

/** So many messages of those that `pool` holds, as a cell: it says where there are no more. */
export function lengthCell(wanted: number, pool: readonly Outcome['conversation'][]): string {
  const all = messagesIn(pool);
  return all < wanted ? `${all}: all there are` : String(wanted);
}

/** F_latency over risky and benign conversations together. */
export function latencyLine(outcomes: readonly Outcome[]): string {
  const risky = outcomes.filter(({ conversation }) => conversation.label === 'risky');
  const benign = outcomes.filter(({ conversation }) => conversation.label === 'benign');
  const hits = risky.flatMap(({ caution }) => (caution === null ? [] : [caution + 1]));
  const wrong = benign.filter(({ caution }) => caution !== null).length;
  const { f1, speed, fLatency: f } = fLatency(hits, wrong, risky.length - hits.length);
  return `F1 ${f1.toFixed(3)}, speed ${speed.toFixed(3)}, **F_latency ${f.toFixed(3)}** (first warning at \`caution\` or above, both sides counted).`;
}
