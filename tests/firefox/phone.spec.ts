// The popup as Firefox for Android shows it: a page as wide as the phone, where a finger points. No phone was at hand
// (docs/firefox.md); the width and the pointer are those of one.
import { documentOf } from '../../tour/pages/site';
import { CHAT_SITES } from '../../tour/pages/sites';
import { TOUR_LANGUAGES } from '../../tour/story';
import { threatLines } from '../e2e/scenes';
import { BUILD, expect, test, type World } from './firefox';

/** A small phone and a large one, in CSS pixels. */
const WIDTHS = [360, 412];
/** What a finger hits, in CSS pixels: WCAG 2.2, 2.5.8. */
const SMALLEST_TARGET = 24;
/** Firefox's own switch for tests: the first pointer is a finger, and it can't hover. */
const POINTER = 'ui.primaryPointerCapabilities';
const COARSE = 1;

type Layout = {
  /** What a desktop's scroll bar leaves of the width. */
  readonly room: number;
  readonly body: number;
  readonly content: number;
  /** Controls that reach out of the window or are hard to hit. */
  readonly bad: readonly string[];
};

/** Lays the tab in front out in another width, as a phone's screen would. */
async function layoutAt({ remote }: World, width: number): Promise<Layout> {
  await remote.runInChrome(`gBrowser.selectedBrowser.style.maxWidth = arguments[0] + 'px'`, [width]);
  await expect.poll(() => remote.run('return innerWidth')).toBe(width);
  return remote.run<Layout>(
    `const bad = [];
    for (const one of document.querySelectorAll('button, a[href], select, input, summary')) {
      const { left, right, width, height } = one.getBoundingClientRect();
      const inText = getComputedStyle(one).display === 'inline';
      if (width === 0) continue;
      if (left < 0 || right > innerWidth) bad.push('outside: ' + one.textContent);
      if (!inText && (height < arguments[0] || width < arguments[0])) bad.push('small: ' + one.outerHTML);
    }
    const { scrollWidth, clientWidth } = document.documentElement;
    return { room: clientWidth, body: document.body.offsetWidth, content: scrollWidth, bad };`,
    [SMALLEST_TARGET],
  );
}

test.afterEach(({ world }) => world.remote.runInChrome(`Services.prefs.clearUserPref('${POINTER}')`));

for (const language of TOUR_LANGUAGES) {
  test(`the popup in ${language} is as wide as the phone, and nothing in it is wider`, async ({ world }) => {
    const { remote } = world;
    await remote.runInChrome(`Services.prefs.setIntPref('${POINTER}', ${COARSE})`);
    const own = await world.install(BUILD);
    await own.choose({ language, country: 'KH' });
    const chat = { peer: '5550001119', title: 'Robin Fielder', stranger: true, lines: threatLines() };
    const site = CHAT_SITES.messenger;
    world.answer(() => ({ html: documentOf(chat.title, site.body(chat)) }));
    await world.page.goto(site.url(chat.peer));
    await expect.poll(async () => (await own.report())?.level).toBe('danger');
    await own.open('popup'); // behind the chat, of which it tells
    const warns = () => own.run<boolean>(`return document.querySelector('.status-danger') !== null`);
    await expect.poll(warns).toBe(true);
    await world.showTab(own.handle);
    for (const width of WIDTHS) {
      const layout = await layoutAt(world, width);
      expect(layout).toEqual({ room: layout.room, body: layout.room, content: layout.room, bad: [] });
    }
    await world.showTab(null);
  });
}
