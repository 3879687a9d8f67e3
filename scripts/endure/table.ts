// The table of `npm run endure`: what each row's tests counted, added up. A row without a record did not run, and is wrong.
import { ROWS, type Row } from './rows';
import type { TrialRecord } from './trial';

export type Table = {
  readonly text: string;
  /** What broke, was lost, or did not run. */
  readonly wrong: readonly string[];
};

const HEAD = [
  '| what | load held | faults injected | bad inputs tried | invariants broken | data lost | test |',
  '|---|---|---|---|---|---|---|',
];

/** Adds up the records of one run. @param rows what should have run */
export function tableOf(records: readonly TrialRecord[], rows: readonly Row[] = ROWS): Table {
  const wrong: string[] = [];
  const sums = { faults: 0, inputs: 0, broken: 0, lost: 0 };
  const lines = rows.map(({ id, says, test }) => {
    const own = records.filter(({ row }) => row === id);
    if (own.length === 0) {
      wrong.push(`${id} did not run (${test})`);
      return `| ${says} | did not run | | | | | \`${test}\` |`;
    }
    const sum = (key: 'faults' | 'inputs') => own.reduce((total, one) => total + one[key], 0);
    const [broken, lost] = [own.flatMap((one) => one.broken), own.flatMap((one) => one.lost)];
    wrong.push(...broken.map((what) => `${id}: ${what}`), ...lost.map((what) => `${id}: lost: ${what}`));
    sums.faults += sum('faults');
    sums.inputs += sum('inputs');
    sums.broken += broken.length;
    sums.lost += lost.length;
    const load = own.flatMap((one) => one.load).join('; ');
    return row(says, load, sum('faults'), sum('inputs'), broken.length, lost.length, `\`${test}\``);
  });
  const total = row('**together**', '', sums.faults, sums.inputs, sums.broken, sums.lost, '');
  return { text: [...HEAD, ...lines, total].join('\n'), wrong };
}

function row(
  says: string,
  load: string,
  faults: number,
  inputs: number,
  broken: number,
  lost: number,
  test: string,
): string {
  const count = (number: number) => (number === 0 ? '' : number.toLocaleString('en'));
  return `| ${says} | ${load} | ${count(faults)} | ${count(inputs)} | ${broken} | ${lost} | ${test} |`;
}
