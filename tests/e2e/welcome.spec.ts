// The welcome in a real browser: it opens once, is gone through by keyboard, and keeps what was chosen and no more.
import { launchWithExtension } from '../../scripts/browser/launch';
import { EXTENSION, expect, test } from './browser';

test('opens in a tab of its own when it is installed, and only then', async () => {
  const launched = await launchWithExtension({ extension: EXTENSION, headless: true, welcome: 'keep' });
  const address = `chrome-extension://${launched.id}/welcome.html`;
  const opened = () => launched.context.pages().filter((page) => page.url() === address);
  await expect.poll(() => opened().length).toBe(1);
  await launched.close();
});
