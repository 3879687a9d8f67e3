// Tells a page of ours that settings changed elsewhere: a policy, another page, the popup.
import { browser } from 'wxt/browser';
import type { ToTab } from './messages';

const CHANGED: ToTab['type'] = 'settings-changed';

/** The listener answers nothing, so that it takes no answer away from the background. */
export function onSettingsChanged(listener: () => void): void {
  browser.runtime.onMessage.addListener((message: unknown) => {
    const isIt = typeof message === 'object' && message !== null && 'type' in message;
    if (isIt && message.type === CHANGED) listener();
  });
}
