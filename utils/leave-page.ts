// The quick way out of a page, for somebody who is looked at. For our own pages alone.
import { browser } from 'wxt/browser';
import { reportError } from './report-error';

/** Opens an empty tab and closes this one, without a question. */
export async function leavePage(): Promise<void> {
  document.documentElement.hidden = true; // at once, whatever the browser does next
  try {
    const tab = await browser.tabs.getCurrent();
    await browser.tabs.create({ active: true });
    if (tab?.id !== undefined) await browser.tabs.remove(tab.id);
  } catch (error) {
    reportError('leave', error);
    location.replace('about:blank');
  }
}
