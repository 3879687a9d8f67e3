// @vitest-environment happy-dom
import { afterEach, expect, it, vi } from 'vitest';
import { offerFile } from './offer-file';

afterEach(() => vi.restoreAllMocks());

it('hands a text over as a file of that name, and keeps no copy', async () => {
  const kept = new Map<string, Blob>();
  const followed: string[] = [];
  vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
    kept.set('blob:one', blob as Blob);
    return 'blob:one';
  });
  const revoke = vi.spyOn(URL, 'revokeObjectURL').mockImplementation(() => {});
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    followed.push(`${this.download} ${this.href}`);
  });
  offerFile('words', { name: 'note.txt', type: 'text/plain' });
  expect(followed).toEqual(['note.txt blob:one']);
  expect(await kept.get('blob:one')?.text()).toBe('words');
  expect(revoke).toHaveBeenCalledWith('blob:one');
});
