// Lines of everyday talk that sound alike raise nothing, and plain threats and pushes are shown, each as the first message of a chat.
import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { createReplayer } from '../../scripts/replayer';
import { shippedReader } from '../shipped-rules';

const ROOT = resolve(__dirname, 'everyday');
const replay = createReplayer(shippedReader);

/** Of a line of those files: the loudest level that its messages reach, null where they raise nothing. */
function levelOf(line: string): string | null {
  const messages = line.split(' / ').map((text) => ({ author: 'x', text, time: null }));
  return replay({ id: line, self: 'me', messages }).alerts.at(-1)?.level ?? null;
}

test.each(readdirSync(ROOT))('%s', (file) => {
  const lines = readFileSync(resolve(ROOT, file), 'utf8')
    .split('\n')
    .filter((line) => line && !line.startsWith('#'));
  const isRight = (line: string) => levelOf(line) === (file.startsWith('calm') ? null : 'danger');
  const wrong = lines.filter((line) => !isRight(line.replace(/^! /, '')));
  // What is known not to hold stands marked in the file: who mends it takes the mark away.
  expect(wrong).toEqual(lines.filter((line) => line.startsWith('! ')));
});
