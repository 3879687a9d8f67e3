// The family view in storage: its switch, what it shows, and whether a danger card waits for a parent. It can be switched on
// at the first set-up alone, every way to look goes through the PIN, and losing the PIN deletes instead of revealing.
import type { FamilyStatus, FamilyWeek, PinRefusal } from './family-types';
import { familyWeeks } from './family-weeks';
import type { PinCost } from './pin';
import type { Audience } from './settings';
import { ASIDE, asideSince } from './storage-items';
import { COUNTS, FAMILY, PENDING, PIN, SETTINGS } from './storage-kinds';
import { createPinGuard, refuse } from './storage-pin';
import type { Turns } from './storage-turn';

const OK = { ok: true } as const;

/** All that belongs to a PIN; what was set aside of it goes with it. */
const OF_THE_PIN = [PIN.key, PENDING.key, COUNTS.key].flatMap((key) => [key, ASIDE + key]);

export function createFamilyStorage(turns: Turns, pinCost: PinCost) {
  const { area, now, today, read, inTurn } = turns;
  const { withPin, newPin } = createPinGuard(turns, pinCost);

  async function status(): Promise<FamilyStatus> {
    const [{ audience }, family] = [await read(SETTINGS), await read(FAMILY)];
    const [pin, pending] = [await read(PIN), await read(PENDING)];
    return {
      on: family !== null,
      since: family?.since ?? null,
      hasPin: family !== null && pin !== null,
      pending: family !== null && pending !== null,
      audience,
    };
  }

  /** The view as it begins, or begins anew, today. What was counted before goes with OF_THE_PIN. */
  const fromToday = () => ({ [FAMILY.key]: { version: 1, on: true, since: today() } });

  return {
    familyStatus: () => inTurn(status),

    /** Says who uses the browser, and switches the family view on where that is still possible. */
    async finishWelcome(audience: Audience, family: { readonly pin: string } | null): Promise<FamilyStatus> {
      const pin = family === null ? null : await newPin(family.pin);
      return inTurn(async () => {
        const [settings, isOn] = [await read(SETTINGS), (await read(FAMILY)) !== null];
        // While the view is on, its kind can't be changed by going through the welcome again.
        const chosen = isOn ? (settings.audience ?? audience) : audience;
        const mayStart = !isOn && settings.audience === null && ['parent', 'together'].includes(audience);
        const started = mayStart && pin !== null;
        if (started) await area.remove(OF_THE_PIN); // nothing from before it was on is ever shown in it
        await area.set({
          [SETTINGS.key]: { ...settings, audience: chosen },
          ...(started ? { ...fromToday(), [PIN.key]: pin } : {}),
        });
        return status();
      });
    },

    familyOpen: (pin: string) =>
      withPin(pin, async (): Promise<{ ok: true; weeks: readonly FamilyWeek[]; since: number }> => {
        const [family, counts] = [await read(FAMILY), await read(COUNTS)];
        // Where counts were lost, nobody knows whether a week before had warnings: "none" would be untrue.
        const since = Math.max(family?.since ?? today(), (await asideSince(area, COUNTS)) ?? 0);
        return { ok: true, weeks: familyWeeks(counts, since, now()), since };
      }),

    acknowledge: (pin: string) =>
      withPin(pin, async () => {
        await area.remove([PENDING.key, ASIDE + PENDING.key]);
        return OK;
      }),

    familyOff: (pin: string) =>
      withPin(pin, async () => {
        await area.remove([FAMILY.key, ASIDE + FAMILY.key, ...OF_THE_PIN]);
        return OK;
      }),

    /** A new PIN needs the old one; where none stands, the counts begin anew, so that it opens nothing. */
    async setPin(pin: string, old: string | null): Promise<typeof OK | PinRefusal> {
      const fresh = await newPin(pin);
      const save = async () => {
        await area.set({ [PIN.key]: fresh });
        return OK;
      };
      if (old !== null) return withPin(old, save);
      return inTurn(async () => {
        if ((await read(FAMILY)) === null) return refuse('off');
        if ((await read(PIN)) !== null) return refuse('wrong');
        await area.remove(OF_THE_PIN);
        await area.set(fromToday());
        return save();
      });
    },

    /** For a forgotten PIN. What it would have opened is deleted with it. */
    resetFamily: () =>
      inTurn(async () => {
        if ((await read(FAMILY)) !== null) {
          await area.remove(OF_THE_PIN);
          await area.set(fromToday());
        }
        return status();
      }),
  };
}
