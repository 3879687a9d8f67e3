// The control bar above the practice pages: says that nothing is real, what to look at, and how to pause or go on.
import type { BrowserContext, Page } from '@playwright/test';
import { el, type Markup } from '../../tour/pages/markup';
import type { Story, TourLanguage } from '../../tour/story';

/** What a person can do in the bar. */
export type BarAction = 'toggle' | 'step';

const STYLE = `
#tour-bar { flex: none; display: flex; align-items: center; gap: 12px; min-height: 64px; padding: 8px 16px; background: #141b27; color: #f4eee2; border-bottom: 3px solid #ffc873; }
#tour-bar b { flex: none; max-width: 220px; color: #ffc873; }
#tour-bar p { flex: 1; margin: 0; }
#tour-bar span { flex: none; color: #b4bdcf; }
#tour-bar button { flex: none; min-height: 44px; padding: 8px 16px; border: 1px solid #ffc873; border-radius: 8px; background: transparent; color: inherit; font: inherit; }
@media (max-width: 760px) { #tour-bar { flex-wrap: wrap; } #tour-bar p { flex-basis: 100%; order: 1; } }
`;

/** The bar as a part of the page, above the site. */
export function tourBar(story: Story, language: TourLanguage): readonly Markup[] {
  const { bar } = story;
  const button = (action: BarAction, words: string) =>
    el('button', { type: 'button', 'data-tour': action }, words);
  return [
    el('style', {}, STYLE),
    el(
      'div',
      { id: 'tour-bar' },
      el('b', {}, bar.title[language]),
      el('p', { 'aria-live': 'polite' }, ''),
      el('span', {}, ''),
      button('toggle', bar.pause[language]),
      button('step', bar.step[language]),
    ),
  ];
}

/** Tells `act` of each tap in the bar, on every page that is opened from now on. */
export async function listenToBar(context: BrowserContext, act: (action: BarAction) => void): Promise<void> {
  await context.exposeBinding('porchlightTour', (_source, action: BarAction) => act(action));
  await context.addInitScript(() => {
    document.addEventListener('click', (event) => {
      const button = event.target instanceof Element ? event.target.closest('[data-tour]') : null;
      const { porchlightTour } = window as unknown as { porchlightTour(action: string): void };
      if (button && event.isTrusted) porchlightTour(button.getAttribute('data-tour') ?? '');
    });
  });
}

/** Writes what stands in the bar now. */
export async function tellBar(
  page: Page,
  words: { text: string; place: string; toggle: string },
): Promise<void> {
  const parts = { p: words.text, span: words.place, '[data-tour="toggle"]': words.toggle };
  await page.evaluate((written) => {
    for (const [selector, value] of Object.entries(written)) {
      const node = document.querySelector(`#tour-bar ${selector}`);
      if (node && node.textContent !== value) node.textContent = value;
    }
  }, parts);
}
