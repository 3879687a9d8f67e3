// Notes each sign of a message with whom it counts for.
import { CRISIS } from './despair';
import type { Heard } from './heard';
import { isLive } from './moment';
import type { People } from './people';
import type { Person } from './person';
import { isPush, push } from './refusals';
import type { SignalTable } from './rules';
import { isBareAnswer, type Sign } from './signs';
import type { Stage } from './types';

/**
 * Notes the signs of a message; true where something new was noted.
 * @param counted the stages whose signs count in it; null: all
 */
export type SignNotes = (signs: readonly Sign[], heard: Heard, counted: readonly Stage[] | null) => boolean;

/** Creates the notes on the people of one conversation. @param group each answers for their own words alone */
export function createSignNotes(signals: SignalTable, people: People, group: boolean): SignNotes {
  /** The stage of a sign that counts; null for what is no sign of anybody. */
  function stageOf({ signal }: Sign, counted: readonly Stage[] | null): Stage | null {
    const stage = signals[signal]?.stage;
    if (stage === undefined || isBareAnswer(signal) || signal === CRISIS) return null;
    return counted === null || counted.includes(stage) ? stage : null;
  }

  return (signs, { author, moment, newest, fingerprint }, counted) => {
    const live = isLive(moment);
    let isNew = false;
    let isPushing = false;
    const note = (person: Person, signal: string) => {
      isNew = person.note(signal, fingerprint(), moment) || isNew;
    };
    for (const sign of signs) {
      const { signal, speaker, weighs } = sign;
      const stage = stageOf(sign, counted);
      if (stage === null) continue;
      const isTheirs = author !== null && speaker !== 'self';
      if (!weighs) {
        if (isTheirs && live) author.noteLighter(signal, fingerprint(), moment);
        continue;
      }
      if (isTheirs) {
        if (moment.edited && author.seen.has(signal)) continue;
        note(author, signal);
        isPushing ||= isPush(stage);
      }
      // In a group each person answers for their own words alone; what fits either side is not said of the rest.
      if (speaker === 'other' || (author && speaker === 'any')) continue;
      for (const person of people.all.values()) if (person !== author) note(person, signal);
      if (group && !author) people.keepOwn(signal, fingerprint(), moment);
    }
    if (author && live && isPushing && push(author, newest)) note(author, 'pressure.after-no');
    return isNew;
  };
}
