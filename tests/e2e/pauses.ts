// The pause before sending, for tests: pictures that are pasted, dropped and chosen as hands do it, and where the pause is.
import { writeFileSync } from 'node:fs';
import { type Locator, type Page, test } from '@playwright/test';
import { attribute, type CdpNode, ClosedRoot } from '../../scripts/browser/closed-root';

/** One white pixel. */
const PICTURE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGP4////fwAJ+wP9KobjigAAAABJRU5ErkJggg==',
  'base64',
);

/** For the end of a page: it takes what is dropped, and notes what reaches it. `change` does not leave a shadow root. */
export const NOTES = `<script>
window.reached = [];
const note = (event) => void window.reached.push(event.type + (event.defaultPrevented ? ' held back' : ''));
const all = (root) => [...root.querySelectorAll('*')].flatMap((each) => [each, ...(each.shadowRoot ? all(each.shadowRoot) : [])]);
window.attach = all(document).find((each) => each.matches('input[type="file"]'));
window.attach?.addEventListener('change', note);
for (const type of ['paste', 'drop']) document.addEventListener(type, note);
for (const type of ['dragover', 'drop']) document.addEventListener(type, (event) => event.preventDefault());
</script>`;

/** What reached the page's own handlers, in order. */
export function reached(page: Page): Promise<readonly string[]> {
  return page.evaluate('window.reached');
}

function picture(name: string): string {
  const file = test.info().outputPath(name);
  writeFileSync(file, PICTURE);
  return file;
}

/** Chooses a file as a hand does: by the browser itself, since an event that a script makes is nobody's choice. */
export async function choose(page: Page, name = 'beach.png'): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const { result } = await session.send('Runtime.evaluate', { expression: 'window.attach' });
  await session.send('DOM.setFileInputFiles', { files: [picture(name)], objectId: result.objectId ?? '' });
}

/** Drops a file from another window into the middle of `target`. */
export async function drop(page: Page, target: Locator): Promise<void> {
  await target.scrollIntoViewIfNeeded();
  const box = await target.boundingBox();
  if (box === null) throw new Error('Nothing to drop it on.');
  const session = await page.context().newCDPSession(page);
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await session.send('Input.dispatchDragEvent', {
      ...{ type, x: box.x + box.width / 2, y: box.y + box.height / 2 },
      data: { items: [], files: [picture('beach.png')], dragOperationsMask: 1 },
    });
}

/** Puts a picture on the clipboard, as a copy in the page would. */
export async function copyPicture(page: Page): Promise<void> {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'], {
    origin: new URL(page.url()).origin,
  });
  await page.bringToFront();
  await page.evaluate(async (data) => {
    const bytes = Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0));
    await navigator.clipboard.write([
      new ClipboardItem({ 'image/png': new Blob([bytes], { type: 'image/png' }) }),
    ]);
  }, PICTURE.toString('base64'));
}

export async function pause(page: Page): Promise<{ root: ClosedRoot; node: CdpNode; text: string } | null> {
  for (const root of await ClosedRoot.all(page))
    for (const node of root.elements((one) => (attribute(one, 'class') ?? '').includes('card-pause')))
      return { root, node, text: await root.text(node) };
  return null;
}

/** Whether the pause stands over the composer, and beside it; null where there is none. */
export async function besideComposer(
  page: Page,
  locator: Locator,
): Promise<{ over: boolean; near: boolean } | null> {
  const composer = await locator.boundingBox();
  const shown = await pause(page);
  const box = shown && (await shown.root.box(shown.node));
  if (!composer || !box) return null;
  const { x, y, width, height } = composer;
  const over = box.x < x + width && x < box.x + box.width && box.y < y + height && y < box.y + box.height;
  const near = Math.min(Math.abs(box.y + box.height - y), Math.abs(box.x - (x + width))) < 200;
  return { over, near };
}

export async function press(page: Page, name: string): Promise<void> {
  const shown = await pause(page);
  const button = shown?.root.elements((node) => attribute(node, 'data-name') === name)[0];
  if (!shown || !button) throw new Error(`no ${name}`);
  await shown.root.click(button);
}
