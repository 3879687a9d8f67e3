// The prepared packs as they are sent to a page: JSON in pieces, so that a page may rest between reading two of them.
import type { PreparedPacks, Rules } from './rules';

/** The packs with their long rows left out, and then the rows. */
export type PackedPacks = readonly string[];

/**
 * The rules as the background holds them: most pages never ask for the packs, which weigh more than all else. They are sent
 * as they are held: Firefox takes seconds for a message of so many numbers.
 */
export type HeldRules = Omit<Rules, 'packs'> & {
  /** How many packs there are. */
  readonly count: number;
  readonly packs: PackedPacks;
};

/** A row of numbers is left out from this length on, and cut to pieces of this length: some milliseconds to parse. */
const PIECE_NUMBERS = 20_000;

/** In place of a row: the number of its first piece, and how many pieces it has. */
type LeftOut = { readonly piece: number; readonly pieces: number };

/** Cuts them to pieces. */
export function packPacks(packs: PreparedPacks): PackedPacks {
  const rows: string[] = [];
  const shell = JSON.stringify(packs, (_, value: unknown) => {
    if (!isLongRow(value)) return value;
    const piece = 1 + rows.length;
    for (let at = 0; at < value.length; at += PIECE_NUMBERS)
      rows.push(JSON.stringify(value.slice(at, at + PIECE_NUMBERS)));
    return { piece, pieces: 1 + rows.length - piece } satisfies LeftOut;
  });
  return [shell, ...rows];
}

/** Puts them together again, in steps. @throws SyntaxError where a piece came damaged, RangeError where one is missing */
export function* unpackPacks(pieces: PackedPacks): Generator<undefined, PreparedPacks> {
  const shell = JSON.parse(pieceOf(pieces, 0)) as PreparedPacks;
  for (const { leftOut, put } of placesIn(shell)) {
    const row: number[] = [];
    for (let at = leftOut.piece; at < leftOut.piece + leftOut.pieces; at += 1) {
      yield;
      for (const number of JSON.parse(pieceOf(pieces, at)) as number[]) row.push(number);
    }
    put(row);
  }
  return shell;
}

function pieceOf(pieces: PackedPacks, at: number): string {
  const piece = pieces[at];
  if (piece === undefined) throw new RangeError('a piece of the packs is missing');
  return piece;
}

type Place = { readonly leftOut: LeftOut; put(row: readonly number[]): void };

/** Where rows were left out: in the packs together, or in one of them. */
function* placesIn(shell: PreparedPacks): Generator<Place, void> {
  for (const holder of [shell, ...shell.packs] as (Record<string, unknown> | null)[])
    for (const [key, value] of Object.entries(holder ?? {}))
      if (isLeftOut(value))
        yield { leftOut: value, put: (row) => void Object.assign(holder ?? {}, { [key]: row }) };
}

function isLongRow(value: unknown): value is readonly number[] {
  return Array.isArray(value) && value.length >= PIECE_NUMBERS && typeof value[0] === 'number';
}

function isLeftOut(value: unknown): value is LeftOut {
  return typeof value === 'object' && value !== null && 'piece' in value && 'pieces' in value;
}
