// Short messages of one writer that may be pieces of one sentence.
import { emptyLine, type PlacedLine } from './line';
import type { Line } from './matcher';

/** A message this short may be a piece of a sentence. */
const PIECE_WORDS = 8;

/** True where a message may be a piece of a sentence that goes on in the next one. */
export function isPiece({ ids }: Line): boolean {
  return ids.length > 0 && ids.length <= PIECE_WORDS;
}

/** The words of several lines as those of one. */
export function joined(lines: readonly Line[]): PlacedLine {
  const line = emptyLine();
  for (const each of lines) append(line, each);
  return line;
}

/** Adds the words of another line, with its question marks. */
export function append(line: PlacedLine, { ids, asks }: Line): void {
  const before = line.ids.length;
  for (const id of ids) line.ids.push(id);
  for (const at of asks ?? []) line.asks = (line.asks ?? new Set()).add(before + at);
}
