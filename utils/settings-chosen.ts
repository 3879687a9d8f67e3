// Which settings a person chose on purpose: where a school's policy says where to begin, only those stand against it.
import type { Lockable } from './policy-types';
import { DEFAULT_SETTINGS, type Settings } from './settings';

export function isDefault(settings: Settings, setting: Lockable): boolean {
  return JSON.stringify(settings[setting]) === JSON.stringify(DEFAULT_SETTINGS[setting]);
}

/** Choosing the default is a choice too (`chosen`). */
export function hasChosen(settings: Settings, setting: Lockable): boolean {
  return !isDefault(settings, setting) || (settings.chosen ?? []).includes(setting);
}
