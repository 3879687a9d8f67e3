// `npm run -s replay < in.jsonl > out.jsonl`: what the extension would have warned of, a conversation a line.
// Same engine, same defaults as the extension; messages count as arriving live. See docs/replay.md for the format.
import { createInterface } from 'node:readline';
import { helpIfAsked, WrongArgument } from './arguments';
import './plain-faults';
import { createReplayer, readLine } from './replayer';

const HELP = `npm run -s replay < in.jsonl > out.jsonl

It takes no options and no file names: what it reads comes in by "<", a conversation a line. docs/replay.md has the form.`;

helpIfAsked(HELP);
if (process.argv.length > 2) throw new WrongArgument(HELP);
// Whoever reads the answers may stop before the end: `| head`.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(0);
});
const replay = createReplayer();
let failed = false;
let number = 0;
for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
  number += 1;
  if (line.trim() === '') continue;
  try {
    process.stdout.write(`${JSON.stringify(replay(readLine(line)))}\n`);
  } catch (error) {
    failed = true;
    process.stderr.write(`line ${number}: ${error instanceof Error ? error.message : String(error)}\n`);
  }
}
process.exitCode = failed ? 2 : 0;
