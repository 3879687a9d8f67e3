import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { test } from 'vitest';
import { createConversation } from '../../engine/conversation';
import type { Coming } from '../../engine/heard';
import type { ConversationMemory, Message } from '../../engine/types';
import { createTrial, type Trial } from '../../scripts/endure/trial';
import { plainFingerprint } from '../../scripts/replayer';
import { mergeMemory } from '../../utils/memory';
import {
  cardSchema,
  levelSchema,
  memorySchema,
  signalSchema,
  stageSchema,
} from '../../utils/storage-schemas';
import { shippedReader } from '../shipped-rules';
import { writtenPacks } from '../written-packs';
import { FUZZ_TIMEOUT, fuzzOptions } from './fuzz-options';
import { anyText } from './fuzz-texts';

const { detector } = shippedReader;
const DAY = 86_400_000;
const NOW = 20_782 * DAY;

/** Words of the rules themselves, so that much is hit. */
const phrases = writtenPacks()
  .flatMap(({ signals }) => signals.flatMap((signal) => signal.phrases))
  .map((phrase) => phrase.replace(/[[\](){}<>|?.*+]/g, ' '));
const anyWords = () =>
  fc.oneof(
    anyText(),
    fc.array(fc.constantFrom(...phrases), { maxLength: 6 }).map((said) => said.join(' ')),
  );

type Said = { readonly message: Message; readonly coming: Coming };

const anyMessage = (): fc.Arbitrary<Said> =>
  fc.record({
    message: fc.record({
      id: fc.string({ maxLength: 8 }),
      author: fc.constantFrom('', 'peer', 'self', '__proto__', 'constructor', 'b', 'c'),
      speaker: fc.constantFrom('self' as const, 'other' as const, 'unknown' as const),
      text: anyWords(),
      // What page/history.ts lets through.
      at: fc.option(
        fc.oneof(fc.integer({ min: NOW - 90 * DAY, max: NOW }), fc.double({ noNaN: true, min: 0, max: NOW })),
      ),
    }),
    coming: fc.oneof(
      fc.record({ history: fc.constant(false), edited: fc.boolean() }),
      fc.record({ history: fc.constant(true), edited: fc.boolean() }),
      fc.record({ history: fc.constant(true), inOrder: fc.constant(true) }),
      fc.record({ history: fc.constant(true), run: fc.constantFrom('above', 'apart', 'next') }),
    ),
  });

const begin = (group: boolean, memory: ConversationMemory | null) =>
  createConversation({
    ...shippedReader,
    ...{ group, memory, fingerprint: plainFingerprint, now: () => NOW },
  });

test('any conversation gives a level, and a memory that storage takes', { timeout: FUZZ_TIMEOUT }, () => {
  const trial = createTrial('fuzz-engine');
  fc.assert(
    fc.property(anyWords(), (text) => {
      trial.input();
      for (const { span, signal } of detector.read(text).hits) {
        trial.holds(span[0] >= 0 && span[0] <= span[1] && span[1] <= text.length, 'a hit outside its text');
        trial.holds(signal in shippedReader.signals, 'a signal that no rule knows');
      }
    }),
    fuzzOptions({ short: 1_500, full: 15_000, parts: 2 }),
  );
  fc.assert(
    fc.property(fc.boolean(), fc.array(anyMessage(), { maxLength: 25 }), (group, said) => {
      trial.input(said.length);
      converse(trial, group, said);
    }),
    fuzzOptions({ short: 150, full: 1_500, parts: 2 }),
  );
  trial.end();
});

function converse(trial: Trial, group: boolean, said: readonly Said[]): void {
  const [one, two] = [begin(group, null), begin(group, null)];
  for (const { message, coming } of said) {
    const assessment = one.add(message, coming);
    two.add(message, coming);
    trial.holds(levelSchema.safeParse(assessment.level).success, 'a level that does not exist');
    for (const { signal, stage, count } of assessment.reasons) {
      trial.holds(
        signalSchema.safeParse(signal).success && stageSchema.safeParse(stage).success,
        'a strange reason',
      );
      trial.holds(count >= 1, 'a reason without a message');
    }
    if (assessment.because !== null)
      trial.holds(
        cardSchema.safeParse(`danger ${assessment.because}`).success,
        'a card that storage refuses',
      );
  }
  trial.holds(isDeepStrictEqual(one.assessment(), two.assessment()), 'two readings of one conversation');
  const memory = one.memory();
  trial.holds(
    memorySchema.safeParse(memory).success,
    `a memory that storage refuses: ${whatIsWrong(memory)}`,
  );
  const joined = mergeMemory(memory, memory);
  trial.holds(memorySchema.safeParse(joined).success, 'a joined memory that storage refuses');
  begin(group, joined).assessment();
}

function whatIsWrong(memory: ConversationMemory): string {
  const { error } = memorySchema.safeParse(memory);
  return [...new Set(error?.issues.map(({ path, message }) => `${String(path[0])}: ${message}`))].join('; ');
}
