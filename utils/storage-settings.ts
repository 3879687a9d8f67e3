// The settings in storage, and which of them were chosen on purpose.
import { LOCKABLE, type Lockable } from './policy-types';
import { DEFAULT_SETTINGS, type Settings, type SettingsChange } from './settings';
import { SETTINGS } from './storage-kinds';
import type { Turns } from './storage-turn';

export function createSettingsStorage({ area, read, inTurn }: Turns) {
  return {
    settings: () => inTurn(() => read(SETTINGS)),

    /** Writes the fields of `change` (checked by the router) and answers with all of them. */
    changeSettings: (change: SettingsChange) =>
      inTurn(async () => {
        const settings = changed(await read(SETTINGS), change);
        await area.set({ [SETTINGS.key]: settings });
        return settings;
      }),
  };
}

/** Notes which settings were set to their default on purpose (`chosen`). */
function changed(settings: Settings, change: SettingsChange): Settings {
  const next: Settings = { ...settings, ...change, version: 1 };
  const isDefault = (name: Lockable) => JSON.stringify(next[name]) === JSON.stringify(DEFAULT_SETTINGS[name]);
  const chosen = LOCKABLE.filter(
    (name) => isDefault(name) && (name in change || (settings.chosen ?? []).includes(name)),
  );
  const { chosen: _, ...rest } = next;
  return chosen.length > 0 ? { ...rest, chosen } : rest;
}
