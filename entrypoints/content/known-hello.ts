// What holds of the background's answers to `hello`: the first, and each that follows it.
import type { Answers } from '../../utils/messages';

type Hello = Answers['hello'];

/**
 * What holds after an answer. One that was made without storage takes nothing away that is known: no settings of the
 * person, and no key, so that nothing is read that they switched off, and the same names hold until the true ones come.
 */
export function knownHello(before: Hello | null, next: Hello): Hello {
  if (before === null || !next.makeshift) return next;
  return before.makeshift ? { ...next, key: before.key } : before;
}

/**
 * A new language is written, a new key is stored under, and the sensitivity belongs to each engine from its start. What was
 * begun without storage is begun anew with it: memory was not there to be read.
 */
export function needsNewStart(before: Hello, next: Hello): boolean {
  return (
    (before.makeshift === true && !next.makeshift) ||
    before.paused !== next.paused ||
    before.language !== next.language ||
    before.key !== next.key ||
    before.settings.sensitivity !== next.settings.sensitivity
  );
}
