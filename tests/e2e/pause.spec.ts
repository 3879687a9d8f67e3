// The pause before sending, in a real browser: one calm sentence when a picture is pasted, dropped or chosen in a chat that
// was warned of. It holds nothing back and sees nothing of the picture.
import type { Page } from '@playwright/test';
import { attribute, type Box, ClosedRoot } from '../../scripts/browser/closed-root';
import { readCards, shownLevel } from '../../tour/cards';
import { documentOf } from '../../tour/pages/site';
import { CHAT_SITES, expect, openChat, type Sites, test } from './browser';
import { besideComposer, choose, copyPicture, NOTES, pause, press } from './pauses';
import { messagesRead, openReport, stored } from './report';
import { calmLines, threatLines } from './scenes';
import { words } from './words';

const site = CHAT_SITES.messenger;
/** The chat with a button for files in its pane, as all sites have one, and a page that notes what reaches it. */
async function open(page: Page, sites: Sites, said: ReturnType<typeof calmLines>): Promise<void> {
  const chat = { peer: '100000000000077', title: 'Robin Fielder', stranger: false, lines: said };
  const html = documentOf(chat.title, site.body(chat))
    .replace(/(<div[^>]*role="textbox")/, '<input type="file" id="attach" aria-label="attach">$1')
    .replace('</body>', `${NOTES}</body>`);
  await openChat(page, sites, site, chat, { html });
}

test('a picture that is chosen in a dangerous chat gets one sentence, two ways on, and goes its way', async ({
  launched,
  sites,
  page,
}) => {
  await open(page, sites, threatLines());
  await expect.poll(() => shownLevel(page)).toBe('danger');
  expect(await pause(page)).toBeNull();
  // It comes a second later, on a slow machine in more than one part.
  await expect.poll(() => messagesRead(launched)).toBe(threatLines().length);
  const before = await stored(launched);
  await choose(page, 'beach.png');
  await expect.poll(async () => (await pause(page))?.text).toContain(words('en', 'card.pause.line'));
  expect(await page.evaluate('window.reached')).toEqual(['change']);
  expect(await page.locator('#attach').evaluate((input) => (input as HTMLInputElement).files?.length)).toBe(
    1,
  );
  expect(await stored(launched)).toBe(before);

  // It may still be on its way to its place.
  await expect
    .poll(() => besideComposer(page, page.locator('[role="textbox"]')))
    .toEqual({ over: false, near: true });
  if (process.env.PICTURES) await page.screenshot({ path: `${process.env.PICTURES}/pause.png` });
  const shown = await pause(page);
  expect(await shown?.root.call(shown.node, RING_CUT)).toEqual([]);
  await press(page, 'pause-what');
  await expect.poll(async () => (await pause(page))?.text).toContain(words('en', 'card.pause.more.one'));
  await press(page, 'pause-hide');
  await expect.poll(() => pause(page)).toBeNull();
  await choose(page, 'forest.png');
  await expect.poll(() => page.evaluate('window.reached.length')).toBeGreaterThan(1);
  expect(await pause(page)).toBeNull(); // put away is put away, until another chat is opened
});

/** The buttons around which the ring of what has the focus, 3 px wide and 2 px away, would be cut off by the card. */
const RING_CUT = `function () {
  const { top, bottom } = this.getBoundingClientRect();
  return [...this.querySelectorAll('button')].filter((button) => {
    const box = button.getBoundingClientRect();
    return box.top - 5 < top || box.bottom + 5 > bottom - 1;
  }).map((button) => button.dataset.name);
}`;

/** How a window of 1280 x 1024 is at 400 %. */
const ZOOMED = { width: 320, height: 256 };

test('at 400 % the pause and the warning are both read, by scroll and by keyboard, off the composer', async ({
  sites,
  page,
}) => {
  await page.setViewportSize(ZOOMED);
  await open(page, sites, threatLines());
  await expect.poll(() => shownLevel(page)).toBe('danger');
  await choose(page, 'beach.png');
  await expect
    .poll(() => besideComposer(page, page.locator('[role="textbox"]')))
    .toMatchObject({ over: false });
  await expect.poll(() => shared(page)).toEqual({ apart: true, covered: 0 });

  // Scrolled to its end, the last control is in view; and so is each that Tab comes to.
  await page.mouse.move(100, 60);
  // Turned until it is there, as a hand would: the browser runs a wheel over some frames, and one of them may be lost.
  const turn = async () => {
    await page.mouse.wheel(0, 5_000);
    return (await unseen(page)).includes('why');
  };
  await expect.poll(turn).toBe(false);
  const reached: string[] = [];
  const limit = 20; // more stops than the page has
  for (let stop = 0; stop < limit; stop += 1) {
    await page.keyboard.press('Tab');
    const [root] = await ClosedRoot.all(page);
    const name = await root?.call(root.root, FOCUSED);
    if (typeof name !== 'string') continue;
    await expect.poll(() => unseen(page), name).not.toContain(name);
    reached.push(name);
  }
  expect(reached).toEqual(
    expect.arrayContaining(['pause-what', 'pause-help', 'pause-hide', 'away', 'help', 'why']),
  );

  // With more to read it still ends above the composer, and gone it leaves the warning its own place.
  await press(page, 'pause-what');
  await expect.poll(() => shared(page)).toEqual({ apart: true, covered: 0 });
  await press(page, 'pause-hide');
  await expect
    .poll(async () => (await readCards(page)).find(({ kind }) => kind === 'danger')?.box.height)
    .toBeLessThan(ZOOMED.height);
});

/** Whether pause and warning stand apart, and how many px of the composer our surface covers. */
async function shared(page: Page): Promise<{ apart: boolean; covered: number } | null> {
  const composer = await page.locator('[role="textbox"]').boundingBox();
  const shown = await pause(page);
  const above = shown && (await shown.root.box(shown.node));
  const below = (await readCards(page)).find(({ kind }) => kind === 'danger')?.box;
  const surface = shown?.root.elements((node) => /^surface/.test(attribute(node, 'class') ?? ''))[0];
  const box = surface && (await shown?.root.box(surface));
  if (!composer || !above || !below) return null;
  const end = ({ y, height }: Box) => y + height;
  const last = box ? end(box) : Math.max(end(above), end(below)); // the surface has a box where it scrolls
  return { apart: end(above) <= below.y, covered: Math.max(0, last - composer.y) };
}

/** The names of our buttons whose middle a person can't see or press. */
async function unseen(page: Page): Promise<string[]> {
  const [root] = await ClosedRoot.all(page);
  return root ? ((await root.call(root.root, UNSEEN)) as string[]) : ['no root'];
}

const UNSEEN = `function () {
  return [...this.querySelectorAll('[data-name]')].filter((button) => {
    const { x, y, width, height } = button.getBoundingClientRect();
    return !button.contains(this.elementFromPoint(x + width / 2, y + height / 2));
  }).map((button) => button.dataset.name);
}`;

/** The name of the button that has the focus; null where none of ours has it. */
const FOCUSED = 'function () { return this.activeElement?.dataset.name ?? null; }';

test('a picture that is pasted does too, and "Get help" opens the help page', async ({
  launched,
  sites,
  page,
}) => {
  await open(page, sites, threatLines());
  await expect.poll(() => shownLevel(page)).toBe('danger');
  await copyPicture(page);
  await page.locator('[role="textbox"]').focus();
  await page.keyboard.press('Control+V');
  await expect.poll(async () => (await pause(page))?.text).toContain(words('en', 'card.pause.line'));
  expect(await page.evaluate('window.reached')).toEqual(['paste']);
  const opened = launched.context.waitForEvent('page');
  await press(page, 'pause-help');
  await expect(await opened).toHaveURL(/\/help\.html$/); // a tab is told of before it has its address
});

test('words that are pasted, and events that the page makes up, get none', async ({ sites, page }) => {
  await open(page, sites, threatLines());
  await expect.poll(() => shownLevel(page)).toBe('danger');
  await page.evaluate(() => {
    const box = document.querySelector('[role="textbox"]');
    const data = new DataTransfer();
    data.items.add(new File(['x'], 'x.png', { type: 'image/png' }));
    for (const event of [
      new ClipboardEvent('paste', { clipboardData: data, bubbles: true, composed: true }),
      new DragEvent('drop', { dataTransfer: data, bubbles: true, composed: true }),
    ])
      box?.dispatchEvent(event);
  });
  await page
    .locator('#attach')
    .setInputFiles({ name: 'notes.txt', mimeType: 'text/plain', buffer: Buffer.from('x') });
  await expect.poll(() => page.evaluate('window.reached.length')).toBe(3);
  expect(await pause(page)).toBeNull();
});

test('in a calm chat nothing shows', async ({ launched, sites, page }) => {
  await open(page, sites, calmLines());
  await expect.poll(() => openReport(launched)).toMatchObject({ state: 'reading', level: 'calm' });
  await choose(page, 'beach.png');
  await expect.poll(() => page.evaluate('window.reached.length')).toBe(1);
  expect(await pause(page)).toBeNull();
});
