// A storage area that gives the browser a second chance: a call that failed once must not cost the person their settings or
// the key that their memory stands under. Asking again, or writing the same again, changes nothing more.
import type { StorageArea } from './storage-items';

/** Between the two tries, in milliseconds. */
const PAUSE_MS = 50;

/** Rejects only where a call failed twice. */
export function createPatientArea(area: StorageArea): StorageArea {
  return {
    get: (keys) => twice(() => area.get(keys)),
    set: (items) => twice(() => area.set(items)),
    remove: (keys) => twice(() => area.remove(keys)),
  };
}

async function twice<T>(call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch {
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    return call();
  }
}
