// The last scenes of the tour: the real popup, and the hotline in it.
import type { Page } from '@playwright/test';
import type { Launched } from '../browser/launch';
import { type OpenPopup, openPopup } from '../browser/popup';
import type { Look } from './play';

/** Looks at the popup, opening it where it is not open: a popup closes when anything else is clicked. */
export function popupScenes(launched: Launched): { look(scene: 'popup' | 'hotline'): Promise<Look> } {
  let popup: OpenPopup | null = null;
  return {
    async look(scene) {
      if (popup === null || popup.page.isClosed()) popup = await openPopup(launched);
      const { page } = popup;
      await page.locator('main').waitFor();
      if (scene === 'hotline') await copyFirstNumber(page);
      return { shown: scene, words: await page.locator('body').innerText(), picture: page };
    },
  };
}

/** One tap: the number of the first line of help is copied, and the button says so. */
async function copyFirstNumber(page: Page): Promise<void> {
  const line = page.locator('.line-number').first();
  await line.scrollIntoViewIfNeeded();
  await line.getByRole('button').click();
}
