import { expect, it } from 'vitest';
import { openBeside, type TabsApi } from './open-beside';

type Opened = Parameters<TabsApi['create']>[0];

const OTHER_WINDOW = 8;
const BROWSERS = {
  'that takes an opener': () => Promise.resolve(),
  'whose private window holds no page of ours': () => Promise.reject(new Error('incognito')),
  'that throws at a property it does not know (Firefox for Android)': () => {
    throw new Error('Property "openerTabId" is unsupported by Firefox');
  },
};

function tabsOf(withOpener: () => Promise<void>) {
  const opened: Opened[] = [];
  const create = (properties: Opened): Promise<unknown> => {
    const opens = properties.openerTabId === undefined ? Promise.resolve() : withOpener();
    return opens.then(() => {
      opened.push(properties);
      return { id: 9, windowId: OTHER_WINDOW };
    });
  };
  return { opened, create };
}

it.each(Object.entries(BROWSERS))('opens the page once, in a browser %s', async (_, withOpener) => {
  const tabs = tabsOf(withOpener);
  await openBeside(tabs, undefined, '/help.html', 5);
  expect(tabs.opened.map(({ url }) => url)).toEqual(['/help.html']);
});

it('brings the other window forward where it had to open there, and no window else', async () => {
  const forward: unknown[] = [];
  const windows = { update: async (...told: unknown[]) => void forward.push(told) };
  await openBeside(tabsOf(BROWSERS['that takes an opener']), windows, '/help.html', 5);
  expect(forward).toEqual([]);
  await openBeside(tabsOf(BROWSERS['whose private window holds no page of ours']), windows, '/help.html', 5);
  expect(forward).toEqual([[OTHER_WINDOW, { focused: true }]]);
});
