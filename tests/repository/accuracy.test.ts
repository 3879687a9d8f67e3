// docs/accuracy.md, its head and the README say the same, and no table counts what was learned from in our favour.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { LEARNED_FROM, OWN_SETS } from '../../scripts/evaluation/sets';
import { poisson } from '../../scripts/evaluation/statistics';

const read = (path: string) => readFileSync(join(import.meta.dirname, '../..', path), 'utf8');
const plain = (path: string) => read(path).replace(/\s+/g, ' ');
const PAGE = read('docs/accuracy.md');
const MEASURED = OWN_SETS.filter((set) => set !== LEARNED_FROM);

/** The cells of a row by its first ones, under a heading and in the table whose head begins so. */
function row(heading: string, table: string, ...first: readonly string[]): readonly string[] | null {
  const [, section = ''] = PAGE.split(`\n## ${heading}\n`);
  const [, below = ''] = (section.split('\n## ')[0] ?? '').split(`| ${table} |`);
  const cells = (below.split('\n\n')[0] ?? '').split('\n').map((line) => line.slice(2, -2).split(' | '));
  return cells.find((each) => first.every((text, at) => each[at] === text)) ?? null;
}
/** The whole number at the head of a cell. */
const numberIn = (cells: readonly string[] | null, at: number) => Number.parseInt(cells?.[at] ?? '0', 10);
const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0);

test.each(['en', 'km'])(
  'evasions are tried on the %s chats that nothing was learned from, all of them and no other',
  (lang) => {
    const of = (table: string) =>
      sum(MEASURED.map((set) => numberIn(row(`Set: ${set}`, `${table}, by language`, lang), 1)));
    const upper = row('Evasion', 'evasion | language', 'capitals and exclamation marks', lang)?.map(Number);
    expect(of('risky')).toBeGreaterThan(200);
    expect(upper?.[2]).toBe(of('risky'));
    // A harmless chat or two is the child's alone: there is nobody to evade.
    expect(of('benign') - Number(upper?.[6])).toBeOneOf([0, 1, 2]);
  },
);

test('the README says of long chats what was measured', () => {
  const long = (set: string) =>
    row('Long chats: warned of within so many messages of both sides', 'long chats', `${set}, en risky`);
  const [, all, within50, within100] = long('later') ?? [];
  const [, hardest, hard50, hard100] = long('kept') ?? [];
  expect(plain('README.md')).toContain(
    `Of ${all} long English chats in which an adult comes near a child, ${within50} are warned of within 50 messages, ${within100} within 100; of ${hardest} long English ones of the hardest set ${hard50} and ${hard100}.`,
  );
});

/** Of ordinary talk: how many messages go by between two chats that are warned of, and how many chats. */
function quiet(...kinds: readonly string[]) {
  const rows = kinds.map((kind) => row('Set: talk', 'benign, by who talks', kind));
  const alarms = sum(rows.map((cells) => numberIn(cells, 3)));
  const messages = sum(rows.map((cells) => numberIn(cells, 2)));
  return {
    alarms,
    messages: messages / alarms,
    /** The same where the rate is as high as these few alarms allow. */
    atWorst: messages / poisson(alarms)[1],
    chats: sum(rows.map((cells) => numberIn(cells, 1))) / alarms,
  };
}
const ALL_TALK = ['en adults', 'en teens', 'km teens', 'en family', 'km family', 'en lessons'];

test('the README says how often ordinary talk is warned of', () => {
  const round = (messages: number, to: number) => (Math.round(messages / to) * to).toLocaleString('en');
  const text = plain('README.md');
  const ordinary = quiet('en adults', 'en teens', 'km teens');
  expect(ordinary.alarms).toBe(1);
  expect(text).toContain(
    `adults who flirt it cries wolf about once in ${round(ordinary.messages, 100)} messages (one alarm in all, so it may as well be once in ${round(ordinary.atWorst, 100)}),`,
  );
  expect(text).toContain(
    `where the same words are said, about once in ${round(quiet('en family', 'km family', 'en lessons').messages, 10)} `,
  );
});

test('the head says which evasions cost most', () => {
  const rows = PAGE.split('\n## Evasion\n')[1]?.split('\n## ')[0]?.split('\n') ?? [];
  const costs = rows.flatMap((line) => {
    const [title = '', lang, , , , change] = line.slice(2, -2).split(' | ');
    return lang === 'en' && Number(change) <= -2 ? [[title, Math.round(-Number(change))] as const] : [];
  });
  expect(costs.map(([title]) => title)).toEqual([
    ...['leetspeak', 'one long word in each message cut in two', 'spelled as it sounds (z, k, f, ie)'],
  ]);
  expect(new Set(costs.map(([, points]) => points))).toEqual(new Set([2, 3, 4]));
  expect(plain('scripts/evaluation/accuracy-head.ts')).toContain('it loses two to four points where figures');
});

test('the head says how many harmless twins are warned of', () => {
  /** In twentieths. */
  const share = (...sets: readonly string[]) => {
    const rows = sets.flatMap((set) =>
      ['en', 'km'].map((lang) => row(`Set: ${set}`, 'benign, by language', lang)),
    );
    const [all, alarms] = [1, 3].map((at) => sum(rows.map((cells) => numberIn(cells, at)))) as [
      number,
      number,
    ];
    return Math.round((20 * alarms) / all);
  };
  expect([share('frozen', 'fresh', 'kept'), share('later'), share('gathered')]).toEqual([2, 4, 2]);
  expect(plain('scripts/evaluation/accuracy-head.ts')).toContain(
    'About one in ten of our harmless twins, built to use the very words of an offender, still raises a wrong caution, of those of **later** one in five, of **gathered** one in ten in English and one in seven in Khmer,',
  );
});

test('the head says what its tables say', () => {
  const head = plain('scripts/evaluation/accuracy-head.ts');
  expect(Math.round(quiet(...ALL_TALK).chats)).toBe(47);
  expect(head).toContain('of ordinary chats of a few dozen messages one in forty-seven does');
  const posed = ['en', 'km'].map((lang) => row('Set: lessons', 'risky, by language', lang));
  const all = sum(posed.map((cells) => numberIn(cells, 1)));
  const late =
    all -
    sum(posed.map((cells) => Math.round((numberIn(cells, 1) * Number.parseFloat(cells?.[2] ?? '')) / 100)));
  expect(head).toContain(
    `Of ${all} chats in which somebody poses as a helper (**lessons**) ${late} are not warned of in time.`,
  );
});
