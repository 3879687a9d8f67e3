// A chat of a child with one other person, as lines: "me: " before those of the child.
import { createReplayer, type ReplayResult } from '../../scripts/replayer';
import { shippedReader } from '../shipped-rules';

const replay = createReplayer(shippedReader);
const replayByPhrases = createReplayer({
  ...shippedReader,
  detector: { ...shippedReader.detector, classifier: null },
});
const OWN = 'me: ';

/** Who says what in each line: `me` or `them`. */
export function saidIn(lines: readonly string[]) {
  return lines.map((line) =>
    line.startsWith(OWN) ? { author: 'me', text: line.slice(OWN.length) } : { author: 'them', text: line },
  );
}

/** Where the level of the chat rises, by the rules as they ship; see `ReplayResult`. */
export function alertsIn(lines: readonly string[]): ReplayResult['alerts'] {
  return replay({ id: 'chat', self: 'me', messages: saidIn(lines) }).alerts;
}

/** The same by phrases and their combinations alone, whatever the talk looks like as a whole. */
export function alertsByPhrases(lines: readonly string[]): ReplayResult['alerts'] {
  return replayByPhrases({ id: 'chat', self: 'me', messages: saidIn(lines) }).alerts;
}

/** The loudest level of the chat. */
export function levelOf(lines: readonly string[]): string {
  return loudestOf(alertsIn(lines));
}

export function loudestOf(alerts: ReplayResult['alerts']): string {
  return alerts.at(-1)?.level ?? 'calm';
}
