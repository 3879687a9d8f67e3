// For tests in a real browser: what sites do to a chat while the watcher looks on. Each gives what must be told of it, once.
import { cloneDeep, copyItem, elementOf, rewrite, sampleOf, takeOver, type World } from './mutate';

/** Longer than a change rests before it is read, in milliseconds. */
const RESTED_MS = 400;

type LiveChange = (world: World) => Promise<readonly string[]>;

function sampleIn(world: World): NonNullable<ReturnType<typeof sampleOf>> {
  const found = sampleOf(world);
  if (!found) throw new Error('no row to copy');
  return found;
}

export const liveChanges: Readonly<Record<string, LiveChange>> = {
  async 'a message is edited'(world) {
    const { row, reading } = sampleIn(world);
    rewrite(row, reading.text, 'quite another thing');
    return ['quite another thing'];
  },
  async 'a row is emptied and filled again'(world) {
    const { row } = sampleIn(world);
    const inside = row.shadowRoot ?? row;
    const content = [...inside.childNodes];
    inside.replaceChildren();
    await new Promise((resolve) => setTimeout(resolve, RESTED_MS));
    inside.append(...content);
    return [];
  },
  async 'a row is recycled for another message'(world) {
    const { row, reading } = sampleIn(world);
    takeOver(row, copyItem(row, reading, 'a new message', 1));
    return ['a new message'];
  },
  async 'the list is replaced'({ conversation }) {
    const list = elementOf(conversation);
    list.replaceWith(cloneDeep(list));
    return [];
  },
};
