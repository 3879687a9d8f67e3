// `npm run -s replay < in.jsonl > out.jsonl`: what the extension would have warned of, a conversation a line.
// Same engine, same defaults as the extension; messages count as arriving live. See docs/replay.md for the format.
import { createInterface } from 'node:readline';
import { helpIfAsked, WrongArgument } from './arguments';
import './plain-faults';
import { signsIn } from './replay-signs';
import { createReplayer, loadCheckedRules, readerOf, readLine } from './replayer';

const SIGNS = '--signs';
const HELP = `npm run -s replay < in.jsonl > out.jsonl
npm run -s replay -- --signs < in.jsonl > out.jsonl

  --signs  says as well what each message shows by itself, and by which of its words

It takes no file names: what it reads comes in by "<", a conversation a line. docs/replay.md has the form.`;

helpIfAsked(HELP);
const given = process.argv.slice(2);
if (given.some((word) => word !== SIGNS)) throw new WrongArgument(HELP);
const withSigns = given.includes(SIGNS);
// Whoever reads the answers may stop before the end: `| head`.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(0);
});
const reader = readerOf(loadCheckedRules());
const replay = createReplayer(reader);
let failed = false;
let number = 0;
for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
  number += 1;
  if (line.trim() === '') continue;
  try {
    const talk = readLine(line);
    const shown = withSigns ? { signs: signsIn(talk, reader) } : {};
    process.stdout.write(`${JSON.stringify({ ...replay(talk), ...shown })}\n`);
  } catch (error) {
    failed = true;
    process.stderr.write(`line ${number}: ${error instanceof Error ? error.message : String(error)}\n`);
  }
}
process.exitCode = failed ? 2 : 0;
