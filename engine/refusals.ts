// Who asks again after a no: that is pressure.
import type { Person } from './person';
import type { Stage } from './types';

/** How far back a no looks for what was asked, and how long it is remembered, in messages. */
const REFUSAL_REACH = 8;
const PUSHING_STAGES: readonly Stage[] = ['media', 'approach', 'sexual-talk', 'pressure', 'offers'];

/** True for a stage whose signs ask for something. */
export function isPush(stage: Stage): boolean {
  return PUSHING_STAGES.includes(stage);
}

/** They ask for something in the newest message; true where the child has just said no to them. */
export function push(person: Person, newest: number): boolean {
  person.pushedAt = newest;
  return newest - person.refusedAt <= REFUSAL_REACH;
}

/** The child says no in the newest message: to whoever asked for something within reach. */
export function refuse(people: Iterable<Person>, newest: number): void {
  for (const person of people) if (newest - person.pushedAt <= REFUSAL_REACH) person.refusedAt = newest;
}
