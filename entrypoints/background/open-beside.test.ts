import { expect, it } from 'vitest';
import { openBeside, type TabsApi } from './open-beside';

type Opened = Parameters<TabsApi['create']>[0];

const BROWSERS = {
  'that takes an opener': () => Promise.resolve(),
  'whose private window holds no page of ours': () => Promise.reject(new Error('incognito')),
  'that throws at a property it does not know (Firefox for Android)': () => {
    throw new Error('Property "openerTabId" is unsupported by Firefox');
  },
};

it.each(Object.entries(BROWSERS))('opens the page once, in a browser %s', async (_, withOpener) => {
  const opened: Opened[] = [];
  const create = (properties: Opened): Promise<unknown> => {
    const opens = properties.openerTabId === undefined ? Promise.resolve() : withOpener();
    return opens.then(() => opened.push(properties));
  };
  await openBeside({ create }, '/help.html', 5);
  expect(opened.map(({ url }) => url)).toEqual(['/help.html']);
});
