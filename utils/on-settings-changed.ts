// Tells a page of ours that settings changed elsewhere: a policy, another page, the popup.
import { browser } from 'wxt/browser';
import { ask, PATIENCE_UNSEEN_MS } from './ask';
import { chooseLanguage } from './i18n';
import type { Language, Settings } from './settings';
import type { ToTab } from './tab-messages';

const CHANGED: ToTab['type'] = 'settings-changed';

/**
 * Calls back once now and at every change: what a page asked before it listened may be old by now, or was never answered.
 * The listener answers nothing, so that it takes no answer away from the background.
 */
export function onSettingsChanged(listener: () => void): void {
  browser.runtime.onMessage.addListener((message: unknown) => {
    const isIt = typeof message === 'object' && message !== null && 'type' in message;
    if (isIt && message.type === CHANGED) listener();
  });
  listener();
}

/** For a page that takes the language and little else from the settings: shows what was chosen, also where it came late. */
export function followSettings(show: (settings: Settings, language: Language) => Promise<void>): void {
  onSettingsChanged(async () => {
    const settings = await ask({ type: 'get-settings' }, PATIENCE_UNSEEN_MS);
    if (settings !== undefined) await show(settings, chooseLanguage(settings.language, navigator.languages));
  });
}

/** Says whether the family view is on, also where the answer comes late: nobody is watched in secret. */
export function followFamily(show: (isOn: boolean) => void): void {
  onSettingsChanged(async () => {
    const family = await ask({ type: 'family-status' }, PATIENCE_UNSEEN_MS);
    if (family !== undefined) show(family.on);
  });
}
