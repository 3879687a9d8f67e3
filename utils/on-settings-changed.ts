// Tells a page of ours that settings changed elsewhere: a policy, another page, the popup.
import { browser } from 'wxt/browser';
import { ask } from './ask';
import { chooseLanguage } from './i18n';
import type { ToTab } from './messages';
import type { Language } from './settings';

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

/** For a page that takes nothing but its language from the settings: shows the chosen one, also where it came late. */
export function followLanguage(shown: () => Language, show: (language: Language) => Promise<void>): void {
  onSettingsChanged(async () => {
    const settings = await ask({ type: 'get-settings' });
    if (settings === undefined) return;
    const language = chooseLanguage(settings.language, navigator.languages);
    if (language !== shown()) await show(language);
  });
}
