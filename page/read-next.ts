// What a row that is due says, whether that was read before, and whether it is history.
import type { Guard } from './guard';
import { headOf, isHistory, isInOrder, possibleTime } from './history';
import { textIn } from './rows';
import { type Batch, observe, type Session } from './session';
import type { Arrival } from './watch-types';

/** What the next row of a batch says, if it says something not read before; `now` in milliseconds since 1970. */
export function readNext(session: Session, batch: Batch, guard: Guard, now: number): Arrival | null {
  const row = batch.rows[batch.next];
  const index = batch.next;
  batch.next += 1;
  return row ? readRow(row, session, batch, index, guard, now) : null;
}

function readRow(
  row: Element,
  session: Session,
  { rows, above, atTop, asFound, sinceOpened, readBefore }: Batch,
  index: number,
  guard: Guard,
  now: number,
): Arrival | null {
  const { adapter, conversation, seen, tally } = session;
  const isAbove = index < above;
  if (!conversation.list.contains(row)) return null;
  if (row.shadowRoot) observe(session.observer, row.shadowRoot, adapter);
  const reading = guard.run(adapter, 'read', () => adapter.read(row, conversation), null);
  if (!reading || reading.text === '') {
    tally.nothing(textIn(row).length);
    return null;
  }
  tally.read(reading.speaker);
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
  const isNewAbove = sight === 'new' && isAbove;
  const at = possibleTime(reading.at, now);
  const adrift = session.adrift?.has(reading.id) === true;
  const { firstVisit, afterKnown } = session;
  const place = { above: isNewAbove, adrift, asFound, sinceOpened, afterKnown };
  const history = isHistory({ ...place, at, now });
  const message = { ...reading, at };
  // Another text of a row says nothing of the rows around it.
  if (sight === 'edited') return { message, history, edited: true };
  if (history && isInOrder({ ...place, firstVisit, readBefore }))
    return {
      message,
      history,
      inOrder: true,
      atHead: !afterKnown && (asFound || isNewAbove) && index < headOf(rows.length),
    };
  if (history)
    return { message, history, run: runOf(session, isAbove ? (index < atTop ? 'top' : 'between') : 'below') };
  return { message, history };
}

/** How a row that was scrolled in stands to what was told before. */
function runOf(session: Session, where: NonNullable<Session['run']>): 'above' | 'apart' | 'next' {
  const goesOn = session.run === where;
  session.run = where;
  session.isAway ||= where === 'below';
  if (goesOn) return 'next';
  return where === 'top' && !session.isAway ? 'above' : 'apart';
}
