// Plays the tour in one language: the browser, the local sites, the steps, and what was shown at each.
import type { Page } from '@playwright/test';
import { readCards } from '../../tour/cards';
import { createRun, type StoryRun } from '../../tour/run';
import { isChat, type Story, type TourLanguage } from '../../tour/story';
import { expectedAt, type Step } from '../../tour/story-pages';
import { type Launched, launchWithExtension } from '../browser/launch';
import { startLocalSites } from '../browser/local-sites';
import { listenToBar, tellBar, tourBar } from './bar';
import { Pace, timeToRead } from './pace';
import { popupScenes } from './popup-scenes';
import { chooseSettings } from './settings';

export type TourOptions = {
  readonly story: Story;
  readonly language: TourLanguage;
  readonly executable: string;
  /** Folder of the built extension. */
  readonly extension: string;
  readonly headless: boolean;
  readonly fast: boolean;
  readonly step: boolean;
  /** Told of each step while its picture is on the screen. */
  onStep(report: StepReport, picture: Page): Promise<void>;
};

/** What a step showed. */
export type StepReport = {
  readonly number: number;
  readonly step: Step;
  /** The loudest card's kind, 'calm' where none is shown, or the popup's scene. */
  readonly shown: string;
  /** What the story says must be shown, or null where it leaves that open. */
  readonly expected: string | null;
  /** The words that Porchlight showed. */
  readonly words: string;
};

/** How long a card may take to come after the line that raises it, in milliseconds. It takes a fraction of that. */
const CARD_WAIT = 8_000;
const LOOK_EVERY = 100;
/** The news that a window was closed may come after the step that failed for it, in milliseconds. */
const CLOSE_WAIT = 1_000;
/** The country whose help is shown: the reporter's account that the project started from is from Cambodia. */
const COUNTRY = 'KH';

/**
 * Plays every step. Where there is a window, ends when it is closed; Ctrl-C ends it as well.
 * Resolves to false where it was stopped by Ctrl-C.
 */
export async function playTour(options: TourOptions): Promise<boolean> {
  const { story, language, headless } = options;
  const run = createRun(story, language, { above: tourBar(story, language) });
  const sites = await startLocalSites(run.answer);
  try {
    const launched = await launchWithExtension({
      extension: options.extension,
      executable: options.executable,
      headless,
      args: sites.args,
      ...(headless ? {} : { viewport: null }),
    });
    let stopped = false;
    const closed = new Promise<void>((resolve) => launched.context.once('close', () => resolve()));
    const stop = () => {
      stopped = true;
      void launched.close();
    };
    process.once('SIGINT', stop).once('SIGTERM', stop);
    try {
      await Promise.race([playSteps(options, run, launched).catch(unlessClosed(closed)), closed]);
      if (!headless) await closed;
      return !stopped;
    } finally {
      process.off('SIGINT', stop).off('SIGTERM', stop);
      await launched.close();
    }
  } finally {
    await sites.close();
  }
}

/** A step that fails because the window was closed under it is no error. */
function unlessClosed(closed: Promise<void>): (error: unknown) => Promise<void> {
  return async (error) => {
    const late = new Promise<void>((_, reject) => setTimeout(reject, CLOSE_WAIT, error));
    await Promise.race([closed, late]);
  };
}

async function playSteps(options: TourOptions, run: StoryRun, launched: Launched): Promise<void> {
  const { story, language } = options;
  await chooseSettings(launched.context, launched.id, { language, country: COUNTRY });
  const page = launched.context.pages()[0] ?? (await launched.context.newPage());
  await page.bringToFront();
  // A picture is not taken half-way through a card's fading in.
  if (options.headless) await page.emulateMedia({ reducedMotion: 'reduce' });
  const pace = new Pace({ fast: options.fast, paused: options.step });
  let number = 0;
  const writeBar = () =>
    tellBar(page, {
      text: run.steps[number - 1]?.scene.show[language] ?? story.bar.ended[language],
      place: `${Math.min(number, run.steps.length)} / ${run.steps.length}`,
      toggle: story.bar[pace.paused ? 'play' : 'pause'][language],
    }).catch(() => {}); // the page may be on its way to the next
  await listenToBar(launched.context, (action) => {
    pace[action]();
    void writeBar();
  });
  const popup = popupScenes(launched);
  for (const step of run.steps) {
    number += 1;
    await run.perform(step, page);
    await writeBar();
    const expected = expectedAt(story, step);
    const { scene } = step;
    const isPopup = scene.page === 'popup' || scene.page === 'hotline';
    const seen = isPopup ? await popup.look(scene.page) : await lookAtPage(page, expected);
    await options.onStep({ number, step, expected, shown: seen.shown, words: seen.words }, seen.picture);
    const line = isChat(scene) && step.line !== null ? (scene.lines[step.line] ?? null) : null;
    const said = line === null ? scene.show[language] : line.text[language];
    // A card stays; it is read once, when it comes.
    const card = line === null || line.level ? seen.words : '';
    await pace.wait(timeToRead(said) + timeToRead(card));
  }
  number += 1;
  await writeBar();
}

/** What a step shows: a word for it, its words, and the page to take a picture of. */
export type Look = { readonly shown: string; readonly words: string; readonly picture: Page };

/** Waits for the expected card, as long as one may take; then says what is there. */
async function lookAtPage(page: Page, expected: string | null): Promise<Look> {
  const end = Date.now() + (expected === null || expected === 'calm' ? 0 : CARD_WAIT);
  for (;;) {
    const cards = await readCards(page);
    const shown = cards[0]?.kind ?? 'calm';
    if (shown === expected || Date.now() >= end) {
      return { shown, words: cards.map((card) => card.text).join('\n'), picture: page };
    }
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY));
  }
}
