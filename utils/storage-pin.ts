// The PIN of the family view in storage: what it guards runs only where it is right, and each try costs time.
import type { PinRefusal } from './family-types';
import { hashPin, matchesPin, type PinCost, waitAfter, waitLeft } from './pin';
import { FAMILY, PIN, type StoredPin } from './storage-kinds';
import type { Turns } from './storage-turn';

export type PinGuard = {
  /** Runs `then` in turn where the PIN is right. The slow hash itself holds up nobody. */
  withPin<T>(pin: string, then: () => Promise<T>): Promise<T | PinRefusal>;
  /** A PIN as it is stored; nothing is written. */
  newPin(pin: string): Promise<StoredPin>;
};

export const refuse = (why: PinRefusal['why'], waitMs = 0): PinRefusal => ({ ok: false, why, waitMs });

export function createPinGuard({ area, now, read, inTurn }: Turns, pinCost: PinCost): PinGuard {
  /** Counts the try before it is known to be right or wrong: a worker that is killed gives no free guess. */
  async function countTry(): Promise<StoredPin | PinRefusal> {
    if ((await read(FAMILY)) === null) return refuse('off');
    const found = await read(PIN);
    if (found === null) return refuse('no-pin');
    // The clock was ahead at the last try. The wait begins once more by the clock as it is now: else a try that somebody
    // made in another year would keep everybody out until that year.
    const wasAhead = found.lastTry > now();
    const stored = wasAhead ? { ...found, lastTry: now() } : found;
    if (wasAhead) await area.set({ [PIN.key]: stored });
    const wait = waitLeft(stored, now());
    if (wait > 0) return refuse('wait', wait);
    const counted: StoredPin = { ...stored, wrong: stored.wrong + 1, lastTry: now() };
    await area.set({ [PIN.key]: counted });
    return counted;
  }

  return {
    async withPin(pin, then) {
      const tried = await inTurn(countTry);
      if ('ok' in tried) return tried;
      if (!(await matchesPin(pin, tried))) return refuse('wrong', waitAfter(tried.wrong));
      return inTurn(async () => {
        const stored = await read(PIN);
        // Somebody changed or deleted the PIN meanwhile: the one that was right is no longer one.
        if (stored === null || stored.hash !== tried.hash) return refuse('no-pin');
        await area.set({ [PIN.key]: { ...stored, wrong: 0 } });
        return then();
      });
    },
    newPin: async (pin) => ({ version: 1, ...(await hashPin(pin, pinCost)), wrong: 0, lastTry: 0 }),
  };
}
