// The most that memory can hold, against what a browser gives and what the background lets in.
import { expect, test } from 'vitest';
import { asLighter, createLedger } from '../../engine/ledger';
import { createStands } from '../../engine/stands';
import { MAX_MESSAGE_LENGTH, parseToBackground } from '../../utils/message-schemas';
import { MAX_CONVERSATIONS } from '../../utils/storage-prune';
import { memorySchema } from '../../utils/storage-schemas';
import { shippedRules } from '../shipped-rules';

/** `storage.local.QUOTA_BYTES` of Chrome: the JSON of each value and its key. */
const QUOTA_BYTES = 10 * 1024 * 1024;
const CONVERSATION = '0123456789abcdef0123456789abcdef';
const [FIRST_DAY, DAYS, SIGHTINGS] = [20_700, 90, 16];
const LARGEST_FINGERPRINT = 2 ** 32 - 1;

/** Every signal of the table as often as it is kept, on days full of messages, and how each combination of them stood. */
function fullMemory() {
  const { signals, escalations } = shippedRules;
  const ledger = createLedger(signals, null);
  for (let day = FIRST_DAY; day < FIRST_DAY + DAYS; day += 1)
    for (let message = 0; message < 1_000; message += 1) ledger.count(day, false);
  for (const signal of Object.keys(signals))
    for (let index = 0; index <= SIGHTINGS; index += 1)
      ledger.note(signal, LARGEST_FINGERPRINT - index, FIRST_DAY + DAYS - 1, false);
  const memory = ledger.memory(FIRST_DAY + DAYS - 1);
  const stands = createStands(null);
  for (const { id } of escalations) stands.note(id, 'reached', FIRST_DAY + DAYS - 1);
  return { ...memory, signals: { ...memory.signals, ...stands.signals() } };
}

const FULL = fullMemory();

test('as many full memories as are kept fit into what a browser gives, and leave room for the rest', () => {
  const stored = JSON.stringify({ version: 1, weak: false, memory: FULL });
  const bytes = stored.length + `memory:${CONVERSATION}`.length;
  expect(bytes).toBeGreaterThan(30_000); // full indeed
  expect(bytes * MAX_CONVERSATIONS).toBeLessThan(QUOTA_BYTES * 0.86);
});

test('a full memory is let in, with half of what a message may have to spare', () => {
  const message = { type: 'seen', conversation: CONVERSATION, memory: FULL, weak: false };
  expect(parseToBackground(message)).toEqual(message);
  expect(JSON.stringify(message).length).toBeLessThan(MAX_MESSAGE_LENGTH * 0.6);
});

test('storage takes the names of all signals, of lighter ones, and of all combinations', () => {
  const { signals, escalations } = shippedRules;
  const stands = createStands(null);
  for (const { id } of escalations) stands.note(id, 'reached', FIRST_DAY);
  const all = Object.keys(signals).flatMap((name) => [name, asLighter(name)]);
  const memory = {
    ...FULL,
    signals: { ...Object.fromEntries(all.map((name) => [name, []])), ...stands.signals() },
  };
  expect(memorySchema.safeParse(memory).success).toBe(true);
});
