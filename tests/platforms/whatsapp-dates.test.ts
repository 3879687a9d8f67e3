// @vitest-environment happy-dom
// WhatsApp writes days in numbers alone, in the order of the country: an old one must not be taken for one of today.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import whatsapp from '../../platforms/whatsapp';
import { readRows } from './mutate';
import { showPage } from './page';

afterEach(() => vi.useRealTimers());

test('the 11th of October, month first, is not read as the 10th of November', () => {
  vi.useFakeTimers({ now: new Date('2026-11-10T12:00:00'), toFake: ['Date'] });
  const html = readFileSync(join(import.meta.dirname, '../fixtures/whatsapp/dates.html'), 'utf8');
  showPage(html.replace('2026-11-20', '10/20/2026').replace('11/2/2026', '10/11/2026'));
  const chat = whatsapp.open(document, new URL('https://web.whatsapp.com/'));
  if (!chat) throw new Error('no chat is open');
  const [first] = readRows(whatsapp, chat).readings;
  expect(first?.at).toBe(new Date('2026-10-11T21:05:00').getTime());
});
