// What a test of the endurance table counts, and how the table gets to know it. The counts are the test's own; the
// table only adds them up (scripts/endure.ts). Without a folder to write to, a trial is an ordinary test.
import { randomUUID } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { RowId } from './rows';

/** Set by `npm run endure` and `npm test`: the folder where trials leave what they counted. */
export const RECORDS = 'PORCHLIGHT_ENDURE_RECORDS';
/** `full` in `npm run endure`, `hour` in `npm run endure -- --hour`, else the short form that CI runs. */
export const FORM = 'PORCHLIGHT_ENDURE_FORM';

export type TrialRecord = {
  readonly row: RowId;
  /** Load held, in words: '300,000 messages'. */
  readonly load: readonly string[];
  readonly faults: number;
  readonly inputs: number;
  /** Each invariant that did not hold, in words; never any text of a chat. */
  readonly broken: readonly string[];
  /** Each thing that was lost, in words. */
  readonly lost: readonly string[];
};

export type Trial = {
  /** Load that was held: kept as said. */
  load(words: string): void;
  /** So many faults were injected. */
  fault(count?: number): void;
  /** So many bad inputs were tried. */
  input(count?: number): void;
  /** An invariant: `what` is noted where it does not hold. */
  holds(isSo: boolean, what: string): void;
  /** Something that must still be there: `what` is noted where it is not. */
  keeps(isThere: boolean, what: string): void;
  /** Writes the record, and throws with all that broke or was lost. Call it last, also after a failure. */
  end(): void;
};

export type Form = 'short' | 'full' | 'hour';
const formNow = (): string => process.env[FORM] ?? 'short';
export const isShort = (): boolean => formNow() !== 'full' && formNow() !== 'hour';
/** Fuzz runs by the clock. */
export const isHour = (): boolean => formNow() === 'hour';

/** Notes at most so many different ones: the first few say it all. */
const NOTED = 20;

export function createTrial(row: RowId): Trial {
  const record = {
    row,
    load: [] as string[],
    faults: 0,
    inputs: 0,
    broken: [] as string[],
    lost: [] as string[],
  };
  const note = (list: string[], what: string) => {
    if (list.length < NOTED && !list.includes(what)) list.push(what);
  };
  return {
    load: (words) => void record.load.push(words),
    fault: (count = 1) => {
      record.faults += count;
    },
    input: (count = 1) => {
      record.inputs += count;
    },
    holds: (isSo, what) => {
      if (!isSo) note(record.broken, what);
    },
    keeps: (isThere, what) => {
      if (!isThere) note(record.lost, what);
    },
    end() {
      write(record);
      const wrong = [...record.broken, ...record.lost.map((what) => `lost: ${what}`)];
      if (wrong.length > 0) throw new Error(`${row}:\n${wrong.join('\n')}`);
    },
  };
}

function write(record: TrialRecord): void {
  const folder = process.env[RECORDS];
  if (folder === undefined || folder === '') return;
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, `${record.row}-${randomUUID()}.json`), JSON.stringify(record));
}
