// What tests of our own pages share: storage as it stood, the keyboard, axe, and words that should not be there.
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { currentWorker, type Launched } from '../../scripts/browser/launch';
import { isShort } from '../../scripts/endure/trial';
import type { TourLanguage } from '../../tour/story';
import type { Audience } from '../../utils/settings';

export type Items = Record<string, unknown>;
type Chrome = {
  chrome: {
    storage: { local: { get(key: null): Promise<Items>; set(items: Items): Promise<void> } };
    runtime: { sendMessage(message: unknown): Promise<unknown> };
  };
};

/** What is not ours to translate: names of apps, sites, lines and keys. */
export const NAMES =
  /Porchlight|Facebook|Messenger|(Telegram|WhatsApp) Web( [AK])?|Telegram|WhatsApp|Instagram|Discord|Snapchat|TikTok|Google Chat|Reddit|Roblox|Microsoft Teams|English|APLE|NCMEC|CyberTipline|TPO|UTC|Esc/g;

export async function store(launched: Launched, items: Items): Promise<void> {
  const worker = await currentWorker(launched);
  await worker.evaluate((set) => (globalThis as unknown as Chrome).chrome.storage.local.set(set), items);
}

export async function stored(launched: Launched): Promise<Items> {
  const worker = await currentWorker(launched);
  return worker.evaluate(() => (globalThis as unknown as Chrome).chrome.storage.local.get(null));
}

/** The names of what is stored, but for the day of the last clean-up: it comes once the policy is known. */
export async function storedKeys(launched: Launched): Promise<readonly string[]> {
  return Object.keys(await stored(launched))
    .filter((key) => key !== 'pruned')
    .sort();
}

export const settingsIn = (language: TourLanguage, audience: Audience | null = 'teen') => ({
  ...{ version: 1, language, country: 'KH', offServices: [], paused: false, sensitivity: 'standard' },
  ...{ retentionDays: 90, audience },
});

/** Sends a message to the background, from a page of ours that is open. */
export function send(page: Page, message: unknown): Promise<unknown> {
  return page.evaluate((sent) => (globalThis as unknown as Chrome).chrome.runtime.sendMessage(sent), message);
}

/** Makes the background deaf to this page, from its next load on or at once. */
export async function cutOff(page: Page): Promise<void> {
  const deaf = () => {
    const { chrome } = globalThis as unknown as { chrome?: { runtime?: { sendMessage: unknown } } };
    if (chrome?.runtime) chrome.runtime.sendMessage = () => Promise.reject(new Error('no worker'));
  };
  await page.addInitScript(deaf);
  await page.evaluate(deaf);
}

/** So many presses of Tab at once: asking the page after each takes as long as the press. */
const TABS_AT_ONCE = 6;

/** Goes on with Tab until the element has the focus; fails where it never gets it. */
export async function tabTo(page: Page, selector: string): Promise<void> {
  await page.evaluate(holdFocus, selector);
  for (let presses = 0; presses < 120; presses += TABS_AT_ONCE) {
    for (let press = 0; press < TABS_AT_ONCE; press += 1) await page.keyboard.press('Tab');
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)) return;
  }
  throw new Error(`${selector} was not reached by keyboard`);
}

/** In the page: once the element has the focus, Tab leads no further, until something else is pressed or wanted. */
function holdFocus(selector: string): void {
  const held = globalThis as { held?: AbortController };
  held.held?.abort();
  const end = new AbortController();
  held.held = end;
  const hold = (event: KeyboardEvent) => {
    if (event.key !== 'Tab') end.abort();
    else if (document.activeElement?.matches(selector)) event.preventDefault();
  };
  addEventListener('keydown', hold, { capture: true, signal: end.signal });
}

/** What is wrong with the page for axe, which is asked for nothing else: telling what is well takes it longer. */
export async function axeFaultsOf(page: Page): Promise<string[]> {
  const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] });
  const { violations } = await axe.analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target).join(', ')}`);
}

/** What is wrong with the page for axe, for a narrow screen, and for a reader of Khmer. */
export async function faultsOf(page: Page, language: TourLanguage, notOurs = ''): Promise<readonly string[]> {
  const faults = await axeFaultsOf(page);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  if (wide > 0) faults.push(`${wide} px too wide`);
  faults.push(...(await boxesOut(page)));
  if (language === 'km') faults.push(...(await latinWordsOn(page, notOurs)));
  return faults;
}

/** Boxes that scroll by themselves and yet are wider than the block they stand in. */
function boxesOut(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const endOf = (element: Element | null | undefined) =>
      element?.getBoundingClientRect().right ?? innerWidth;
    return [...document.querySelectorAll('.scroll')]
      .filter((box) => box.checkVisibility() && endOf(box) > endOf(box.parentElement?.closest('section')))
      .map((box) => `${box.getAttribute('aria-label')}: out of its block`);
  });
}

/** Words in Latin letters outside of `notOurs` (a selector) that are no names. */
export async function latinWordsOn(page: Page, notOurs: string, names = NAMES): Promise<readonly string[]> {
  const text = await page.evaluate((not) => {
    const ours = document.body.cloneNode(true) as HTMLElement;
    for (const element of ours.querySelectorAll(`script, [lang=en], ${not || 'none'}`)) element.remove();
    return ours.textContent ?? '';
  }, notOurs);
  return text.replace(names, ' ').match(/[A-Za-z]{2,}/g) ?? [];
}

export const unfold = (page: Page) =>
  page.evaluate(() => {
    for (const fold of document.querySelectorAll('details')) fold.open = true;
  });

/**
 * Languages that each flow is gone through in: the code is the same. CI's short form takes Khmer, which has the longer words
 * and which we write every screen for; both languages are looked at, and the full form goes through both.
 */
export const FLOWS: readonly TourLanguage[] = isShort() ? ['km'] : ['en', 'km'];

export type Look = { readonly colorScheme: 'light' | 'dark'; readonly width: number };

/**
 * Looks that a page must stand: each pair of language, width and scheme once. CI's short form takes each language, width
 * and scheme once; `npm run screens` pictures all of them.
 */
export const LOOKS: Readonly<Record<'en' | 'km', readonly Look[]>> = isShort()
  ? { en: [{ colorScheme: 'light', width: 320 }], km: [{ colorScheme: 'dark', width: 1280 }] }
  : {
      en: [
        { colorScheme: 'light', width: 320 },
        { colorScheme: 'dark', width: 1280 },
      ],
      km: [
        { colorScheme: 'dark', width: 320 },
        { colorScheme: 'light', width: 1280 },
      ],
    };

export async function look(page: Page, { colorScheme, width }: Look): Promise<void> {
  await page.setViewportSize({ width, height: 800 });
  await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
}
