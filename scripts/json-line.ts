// One line of a `.jsonl` file.

/** Windows puts a mark at the head of a file that no eye sees; it is no JSON. @throws SyntaxError */
export function parseLine(line: string): unknown {
  return JSON.parse(line.replace(/^\uFEFF/, ''));
}
