// In Firefox every event tells where in a closed root it began. A page that looks at all of them learns nothing of a card, and the
// card does what it says all the same.
import { CHAT_SITES } from '../../tour/pages/sites';
import { expect, test, type World } from './firefox';
import { openThreat } from './open-threat';

test.describe.configure({ retries: 0 }); // not even once

const site = CHAT_SITES['telegram-a'];

/** Notes whatever of an event stands in a shadow root, when it comes and later; `heard` counts the events. */
const CURIOUS = `<script>
window.leaks = [];
window.heard = 0;
const isInside = (one) => one instanceof Node && one.getRootNode() instanceof ShadowRoot;
const look = (event) => {
  for (const name in event) if (isInside(event[name])) leaks.push(event.type + ' ' + name);
  for (const name of ['composedPath', 'getCoalescedEvents', 'getPredictedEvents'])
    for (const one of event[name]?.() ?? []) if (isInside(one) || isInside(one.rangeParent)) leaks.push(event.type + ' ' + name);
};
const note = (event) => {
  heard += 1;
  look(event);
  setTimeout(look, 0, event);
};
const others = ['DOMActivate', 'DOMMouseScroll', 'MozMousePixelScroll', 'DOMFocusIn', 'focusin', 'focusout'];
for (const name in window) if (name.startsWith('on')) others.push(name.slice(2));
for (const type of others) for (const owner of [window, document]) owner.addEventListener(type, note, true);
</script>`;

test('no event tells a page what stands in a card, and its buttons work', async ({ world }) => {
  const kind = await openThreat(world, site, CURIOUS);
  const has = (name: string) =>
    world.remote.run<boolean>(`return ${IN_ROOT}('[data-name="${name}"]') !== null;`, [], 'system');

  await press(world, 'help');
  await expect.poll(() => has('back')).toBe(true);
  await press(world, 'back');
  await expect.poll(() => has('why')).toBe(true);
  await press(world, 'away');
  await expect.poll(kind).toBe('folded');
  await press(world, 'unfold');
  await expect.poll(kind).toBe('danger');

  const seen = 'return JSON.stringify([window.wrappedJSObject.heard, [...window.wrappedJSObject.leaks]])';
  const [heard, leaks] = JSON.parse(await world.remote.run<string>(seen));
  expect([...new Set(leaks)]).toEqual([]);
  expect(heard).toBeGreaterThan(10); // of the page’s own elements, on the way there
});

/** Finds a part of the card, as the browser's own code can. */
const IN_ROOT = `((selector) => {
  const roots = [...document.querySelectorAll('*')].map((host) => host.openOrClosedShadowRoot);
  return roots.find((root) => root?.querySelector('.surface'))?.querySelector(selector) ?? null;
})`;

/** Somewhere over the messages. */
const TALK = { x: 700, y: 400 };

/** As a hand does, from the talk and away from the card again, turning the wheel over it. */
async function press(world: World, name: string): Promise<void> {
  const { x, y } = await world.remote.run<{ x: number; y: number }>(
    `const button = ${IN_ROOT}('[data-name="${name}"]');
    button.scrollIntoView({ block: 'nearest' });
    const { x, y, width, height } = button.getBoundingClientRect();
    return { x: Math.round(x + width / 2), y: Math.round(y + height / 2) };`,
    [],
    'system',
  );
  const move = (to: object) => ({ type: 'pointerMove', duration: 50, ...to });
  const actions = [
    move(TALK),
    move({ x: x - 20, y: y + 4 }),
    move({ x, y }),
    { type: 'pointerDown', button: 0 },
    { type: 'pointerUp', button: 0 },
    move(TALK),
  ];
  const mouse = { type: 'pointer', id: 'mouse', parameters: { pointerType: 'mouse' }, actions };
  await world.remote.send('WebDriver:PerformActions', { actions: [mouse] });
  const wheel = { type: 'wheel', id: 'wheel', actions: [{ type: 'scroll', x, y, deltaX: 0, deltaY: 5 }] };
  await world.remote.send('WebDriver:PerformActions', { actions: [wheel] });
}
