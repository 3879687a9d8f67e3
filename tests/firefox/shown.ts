// What a person would see in Firefox: the cards in a page, and the popup that a click on the toolbar opens.

import type { Marionette } from '../../scripts/browser/marionette';
import { FIREFOX_ID } from '../../scripts/packages/school-folder';
import type { CardKind } from '../../tour/cards';

/** From loud to quiet, as tour/cards.ts has them for Chromium. */
const KINDS: readonly CardKind[] = ['danger', 'crisis', 'caution', 'notice', 'folded'];

export type Shown = { readonly kind: CardKind | 'calm'; readonly text: string };

/** The loudest card's kind and its words; `calm` where nothing is shown. Looks into closed roots as the browser itself can. */
export async function shownCard(remote: Marionette): Promise<Shown> {
  const cards = await remote.run<{ classes: string[]; text: string }[]>(
    `const found = [];
    for (const host of document.querySelectorAll('*')) {
      const root = host.openOrClosedShadowRoot;
      if (!root) continue;
      for (const card of root.querySelectorAll('[class]')) {
        if (card.getClientRects().length > 0) found.push({ classes: [...card.classList], text: card.textContent });
      }
    }
    return found;`,
    [],
    'system',
  );
  for (const kind of KINDS) {
    const name = kind === 'folded' ? kind : `card-${kind}`;
    const card = cards.find(({ classes }) => classes.includes(name));
    if (card !== undefined) return { kind, text: card.text };
  }
  return { kind: 'calm', text: '' };
}

export type Popup = {
  readonly text: string;
  readonly lang: string;
  readonly classes: readonly string[];
  /** Of the panel as Firefox drew it, in CSS pixels. */
  readonly width: number;
};

/**
 * Opens the popup over the tab in front, as clicks on the toolbar do. Now and then Firefox (ESR 153) shows an empty panel, which no
 * page was ever put into: that one is closed and the button clicked again. A page of ours that stays empty is no such panel, and
 * fails the test.
 */
export async function openPopup(remote: Marionette): Promise<void> {
  await clickOnToolbar(remote);
  if (await remote.runInChrome<boolean>(CLOSE_EMPTY_PANEL)) await clickOnToolbar(remote);
}

/** Waits up to three seconds for a popup's page; true where it closed a panel that has none. */
const CLOSE_EMPTY_PANEL = `const wait = (ms) => new Promise((done) => setTimeout(done, ms));
  for (let tries = 0; tries < 30; tries += 1) {
    if (document.querySelector('.webextension-popup-browser') !== null) return false;
    await wait(100);
  }
  const panel = [...document.querySelectorAll('panel')].find(({ state }) => state === 'open');
  if (panel === undefined) return true;
  const hidden = new Promise((done) => panel.addEventListener('popuphidden', done, { once: true }));
  panel.hidePopup();
  await hidden;
  return true;`;

async function clickOnToolbar(remote: Marionette): Promise<void> {
  await remote.runInChrome(
    `const { ExtensionParent } = ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs');
    const { extension } = WebExtensionPolicy.getByID(arguments[0]);
    await ExtensionParent.apiManager.global.browserActionFor(extension).openPopup(window);`,
    [FIREFOX_ID],
  );
}

/**
 * What the open popup shows at this moment; null while it still loads. It is no tab: only the browser's own code can look
 * into it.
 */
export async function readPopup(remote: Marionette): Promise<Popup | null> {
  const read = `return JSON.stringify({
    text: document.body?.innerText ?? '',
    lang: document.documentElement.lang,
    classes: [...document.querySelectorAll('[class]')].flatMap((one) => [...one.classList]),
  })`;
  const [page, width] = await remote.runInChrome<[string | null, number]>(
    `const popup = document.querySelector('.webextension-popup-browser');
    if (!popup?.currentURI.spec.startsWith('moz-extension:')) return [null, 0];
    const actor = popup.browsingContext.currentWindowGlobal?.getActor('MarionetteCommands');
    if (!actor) return [null, 0]; // between two processes
    const options = { sandboxName: 'system', timeout: 5000 };
    const page = await actor.executeScript(arguments[0], [], options).catch(() => null);
    return [page, popup.getBoundingClientRect().width];`,
    [read],
  );
  return page === null ? null : { ...(JSON.parse(page) as Omit<Popup, 'width'>), width };
}

export async function closePopup(remote: Marionette): Promise<void> {
  await remote.runInChrome(
    `document.querySelector('.webextension-popup-browser')?.closest('panel').hidePopup()`,
  );
}
