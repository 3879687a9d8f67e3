// The prepared packs as they are held and sent to a page: one text of JSON, and one for each long row of numbers.
import { readNumbers, writeNumbers } from './number-text';
import type { NumberRow, PreparedPacks, Rules } from './rules';

/** The packs with their long rows left out, and then the rows. */
export type PackedPacks = readonly string[];

/**
 * The rules as the background holds them: most pages never ask for the packs, which weigh more than all else. They are sent
 * as they are held: Firefox takes seconds for a message of so many numbers.
 */
export type HeldRules = Omit<Rules, 'packs' | 'learned'> & {
  /** How many packs there are. */
  readonly count: number;
  readonly packs: PackedPacks;
};

/** A row of numbers is left out from this length on. */
const LONG_ROW = 1_000;

/** In place of a row: which text it is, and how many numbers it has. */
type LeftOut = { readonly text: number; readonly length: number };

/** Writes them. */
export function packPacks(packs: PreparedPacks): PackedPacks {
  const rows: string[] = [];
  const shell = JSON.stringify(packs, (_, value: unknown) => {
    if (!isLongRow(value)) return value;
    rows.push(writeNumbers(value));
    return { text: rows.length, length: value.length } satisfies LeftOut;
  });
  return [shell, ...rows];
}

/** Reads them again, in steps; without what was learned where that alone is damaged. @throws SyntaxError or RangeError where a text came damaged, RangeError where one is missing */
export function* unpackPacks(texts: PackedPacks): Generator<undefined, PreparedPacks> {
  const shell = JSON.parse(textOf(texts, 0)) as PreparedPacks;
  for (const { leftOut, put } of placesIn([shell, ...shell.packs]))
    put(yield* readNumbers(textOf(texts, leftOut.text), leftOut.length));
  try {
    for (const { leftOut, put } of placesIn([shell.spelled, shell.classifier, shell.despair, shell.lessons]))
      put(yield* readNumbers(textOf(texts, leftOut.text), leftOut.length));
    return shell;
  } catch {
    return { ...shell, spelled: { pairs: [] }, classifier: null, despair: null, lessons: null };
  }
}

function textOf(texts: PackedPacks, at: number): string {
  const text = texts[at];
  if (text === undefined) throw new RangeError('a part of the packs is missing');
  return text;
}

type Place = { readonly leftOut: LeftOut; put(row: Int32Array): void };

/** Where rows were left out of some of the packs' parts. */
function* placesIn(parts: readonly (object | null)[]): Generator<Place, void> {
  for (const holder of parts as (Record<string, unknown> | null)[])
    for (const [key, value] of Object.entries(holder ?? {}))
      if (isLeftOut(value))
        yield { leftOut: value, put: (row) => void Object.assign(holder ?? {}, { [key]: row }) };
}

function isLongRow(value: unknown): value is NumberRow {
  const isRow = value instanceof Int32Array || Array.isArray(value);
  return isRow && value.length >= LONG_ROW && typeof value[0] === 'number';
}

function isLeftOut(value: unknown): value is LeftOut {
  return typeof value === 'object' && value !== null && 'text' in value && 'length' in value;
}
