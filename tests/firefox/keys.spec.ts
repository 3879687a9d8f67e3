// The first script of ours runs before the page's own in Firefox too: what is pressed in a card stays in it.
import { CHAT_SITES } from '../../tour/pages/sites';
import { GREEDY } from '../e2e/greedy-script';
import { expect, test, type World } from './firefox';
import { openThreat } from './open-threat';

test.describe.configure({ retries: 0 }); // not even once

const site = CHAT_SITES['telegram-a'];

test('a page that takes every key gets none of those pressed in a card', async ({ world }) => {
  const kind = await openThreat(world, site, GREEDY);

  await inRoot(world, `root.querySelector('[data-name="away"]').focus();`);
  await press(world, '\ue004'); // Tab
  const focused = await inRoot(world, 'return root.activeElement?.dataset.name ?? null;');
  expect(focused).toBe('help');
  await press(world, ' ');
  await expect
    .poll(() => inRoot(world, `return root.querySelector('[data-name="back"]') !== null;`))
    .toBe(true);
  await press(world, '\ue00c'); // Escape
  await expect.poll(kind).toBe('folded');
  expect(await world.remote.run('return [...window.wrappedJSObject.heard]')).toEqual([]);
});

function inRoot(world: World, act: string): Promise<unknown> {
  return world.remote.run(
    `for (const host of document.querySelectorAll('*')) {
      const root = host.openOrClosedShadowRoot;
      if (root?.querySelector('.surface')) { ${act} }
    }`,
    [],
    'system',
  );
}

async function press(world: World, value: string): Promise<void> {
  const actions = [
    { type: 'keyDown', value },
    { type: 'keyUp', value },
  ];
  await world.remote.send('WebDriver:PerformActions', { actions: [{ type: 'key', id: 'keys', actions }] });
}
