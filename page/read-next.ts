// What a row that is due says, whether that was read before, and whether it is history.
import type { Guard } from './guard';
import { isHistory, isInOrder, possibleTime } from './history';
import { textIn } from './rows';
import { type Batch, observe, type Session } from './session';
import type { Arrival } from './watch-types';

/** What the next row of a batch says, if it says something not read before; `now` in milliseconds since 1970. */
export function readNext(session: Session, batch: Batch, guard: Guard, now: number): Arrival | null {
  const row = batch.rows[batch.next];
  const isAbove = batch.next < batch.above;
  batch.next += 1;
  return row ? readRow(row, session, { ...batch, isAbove }, guard, now) : null;
}

/** What was true of the page when a row was collected. */
type Came = Pick<Batch, 'asFound' | 'sinceOpened' | 'readBefore'> & { readonly isAbove: boolean };

function readRow(
  row: Element,
  session: Session,
  { isAbove, asFound, sinceOpened, readBefore }: Came,
  guard: Guard,
  now: number,
): Arrival | null {
  const { adapter, conversation, seen, tally } = session;
  if (!conversation.list.contains(row)) return null;
  if (row.shadowRoot) observe(session.observer, row.shadowRoot, adapter);
  const reading = guard.run(adapter, 'read', () => adapter.read(row, conversation), null);
  if (!reading || reading.text === '') {
    tally.nothing(textIn(row).length);
    return null;
  }
  tally.read(reading.speaker !== 'unknown');
  session.readElements.add(row);
  session.readings += 1;
  if (!isAbove) session.lastRead = row;
  const sight = seen.see(reading.id, reading.text);
  if (sight === 'new') session.adrift?.add(reading.id);
  else if (!session.adrift?.has(reading.id)) session.adrift = null;
  if (sight === 'same') {
    session.afterKnown ||= !session.found.has(reading.id);
    return null;
  }
  if (asFound) session.found.add(reading.id);
  const above = sight === 'new' && isAbove;
  const at = possibleTime(reading.at, now);
  const adrift = session.adrift?.has(reading.id) === true;
  const { firstVisit, afterKnown } = session;
  const history = isHistory({ at, now, above, adrift, asFound, sinceOpened, afterKnown });
  const edited = sight === 'edited';
  const inOrder = history && !edited && isInOrder({ above, asFound, sinceOpened, firstVisit, readBefore });
  const run = history && !inOrder && !edited ? runOf(session, above) : undefined;
  if (run === undefined) session.run = null;
  return { message: { ...reading, at }, history, inOrder, edited, ...(run ? { run } : {}) };
}

/** How a row that was scrolled in stands to what was told before. */
function runOf(session: Session, isAbove: boolean): 'above' | 'apart' | 'next' {
  const where = isAbove ? 'above' : 'below';
  const goesOn = session.run === where;
  session.run = where;
  if (goesOn) return 'next';
  return isAbove ? 'above' : 'apart';
}
