// The settings in storage, and which of them were chosen on purpose.
import { LOCKABLE } from './policy-types';
import type { Settings, SettingsChange } from './settings';
import { isDefault } from './settings-chosen';
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
  const chosen = LOCKABLE.filter(
    (name) => isDefault(next, name) && (name in change || (settings.chosen ?? []).includes(name)),
  );
  const { chosen: _, ...rest } = next;
  return chosen.length > 0 ? { ...rest, chosen } : rest;
}
