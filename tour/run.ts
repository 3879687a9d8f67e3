// Plays the story's steps in a browser: opens pages, adds lines, opens the popup. Shared by the tour and the browser tests.
import type { Page } from '@playwright/test';
import type { SiteAnswer } from '../scripts/browser/local-sites';
import type { Markup } from './pages/markup';
import { mountMarkup } from './pages/markup';
import { isChat, type Scene, type Story, type TourLanguage } from './story';
import { type Step, type StoryPages, stepsOf, storyPages } from './story-pages';

/** The story under way. `answer` is what the sites say at this moment: give it to a server or to a route. */
export type StoryRun = {
  readonly story: Story;
  readonly language: TourLanguage;
  readonly steps: readonly Step[];
  /** Every address that was opened, in order. */
  readonly opened: readonly string[];
  answer(url: URL): SiteAnswer | null;
  /** Makes a step happen on the page. A scene without a page of its own (the popup's) changes nothing here. */
  perform(step: Step, page: Page): Promise<void>;
};

/** Prepares a run; `now` (milliseconds) dates the lines, `above` stands over every page. */
export function createRun(
  story: Story,
  language: TourLanguage,
  options: { readonly now?: number; readonly above?: readonly Markup[] } = {},
): StoryRun {
  const pages: StoryPages = storyPages(story, language, options.now ?? Date.now(), options.above);
  const opened: string[] = [];
  let on: Scene | null = null;
  return {
    story,
    language,
    steps: stepsOf(story),
    opened,
    answer: (url) => (on === null ? null : pages.answer(url, on)),
    async perform({ scene, line }, page) {
      on = scene;
      const url = pages.urlOf(scene);
      if (line === null && url !== null) {
        opened.push(url);
        await open(page, url);
      }
      if (line !== null && isChat(scene)) {
        const { into, row } = pages.rowOf(scene, line);
        await page.evaluate(mountMarkup, { into, place: 'end' as const, markup: [row] });
      }
    },
  };
}

/** Opens an address anew, with one request: where only what follows the `#` differs, going there alone loads nothing. */
async function open(page: Page, url: string): Promise<void> {
  const before = new URL(page.url());
  const after = new URL(url);
  if (before.host !== after.host || before.pathname !== after.pathname) {
    await page.goto(url);
    return;
  }
  await page.evaluate((hash) => history.replaceState(null, '', hash), after.hash);
  await page.reload();
}
