// Both ways of loading the extension work: branded Chrome and Edge know only the second.
import { launchWithExtension } from '../../scripts/browser/launch';
import { EXTENSION, expect, test } from './browser';

for (const load of ['command-line, else pipe', 'pipe'] as const) {
  test(`loads by ${load}`, async () => {
    const launched = await launchWithExtension({ extension: EXTENSION, headless: true, load });
    expect(await launched.worker.evaluate(() => self.location.protocol)).toBe('chrome-extension:');
    await launched.close();
  });
}

test('says so where the extension does not start', async () => {
  const launching = launchWithExtension({ extension: import.meta.dirname, headless: true });
  await expect(launching).rejects.toThrow('No built extension');
});
