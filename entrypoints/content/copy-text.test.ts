import { expect, test, vi } from 'vitest';
import { copyText } from './copy-text';

const withClipboard = (clipboard: unknown) =>
  ({ defaultView: { navigator: { clipboard } } }) as unknown as Document;

test('says that a number was copied', async () => {
  const writeText = vi.fn(async () => {});
  await expect(copyText(withClipboard({ writeText }), '1280')).resolves.toBe(true);
  expect(writeText).toHaveBeenCalledWith('1280');
});

test('does not say so where the browser refuses, or has no clipboard', async () => {
  const refused = { writeText: () => Promise.reject(new Error('NotAllowedError')) };
  await expect(copyText(withClipboard(refused), '1280')).resolves.toBe(false);
  await expect(copyText(withClipboard(undefined), '1280')).resolves.toBe(false);
});
