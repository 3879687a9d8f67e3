// The practice tour itself: its bar pauses and steps, its pages stand at the real names, and it ends.
import { findBrowser } from '../../scripts/browser/find-browser';
import { playTour, type StepReport } from '../../scripts/tour/play';
import { readStory } from '../../tour/story';
import { EXTENSION, expect, test } from './browser';

const KEPT = new Set(['request', 'telegram', 'flip', 'hotline']);

test('a tour that begins paused goes one step at each tap, to the end', async () => {
  const story = readStory();
  // The blackmail builds on the evening before: without it, its first line is not yet danger.
  const short = { ...story, scenes: story.scenes.filter(({ id }) => KEPT.has(id)) };
  const seen: StepReport[] = [];
  const places: string[] = [];
  const bars: string[] = [];
  await playTour({
    story: short,
    language: 'en',
    executable: findBrowser() ?? '',
    extension: EXTENSION,
    headless: true,
    fast: false,
    step: true,
    async onStep(report, picture) {
      seen.push(report);
      const site = picture
        .context()
        .pages()
        .find((page) => page.url().startsWith('https:'));
      if (site === undefined) throw new Error('No practice page is open.');
      places.push(new URL(site.url()).host);
      bars.push(await site.locator('#tour-bar').innerText());
      // The tap comes once the tour waits for it: a later turn of the loop. The last one ends the tour, and with it the
      // browser, maybe before the button is up; after one that missed, the tour would wait for ever.
      setTimeout(() => void site.click('[data-tour="step"]').catch(() => null), 0);
    },
  });
  expect(seen.filter(({ expected, shown }) => expected !== null && expected !== shown)).toEqual([]);
  expect(seen.at(-1)?.shown).toBe('hotline');
  expect([...new Set(places)]).toEqual(['www.facebook.com', 'web.telegram.org']);
  expect(bars[0]).toContain(story.bar.title.en);
  expect(bars[0]).toContain(story.bar.play.en);
  expect(bars[0]).toContain('1 / ');
});
