// From lines that a child may write of itself to what the look of despair learns from (tests/corpora/despair).
import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { CRISIS } from '../../engine/despair';
import type { Detector } from '../../engine/detector';
import { featureOf, forEachFeature } from '../../engine/features';
import type { Labelled } from '../evaluation/corpus';
import { handOf, TAUGHT } from './examples';
import type { Sample } from './learn';

/** One line; `cry` where a caring adult would react to it at once. */
export type Cry = z.infer<typeof cryLine>;
const cryLine = z.strictObject({
  id: z.string(),
  lang: z.string(),
  cry: z.boolean(),
  text: z.string().min(1),
});

/** Reads such a file, a line of JSON each; nothing where there is none. @throws ZodError, SyntaxError */
export function readCries(file: string): Cry[] {
  if (!existsSync(file)) return [];
  return readFileSync(file, 'utf8')
    .split(/\r?\n/)
    .filter((line) => line !== '')
    .map((line) => cryLine.parse(JSON.parse(line)));
}

/** Each line, as its writer's own. */
export function crySamples(cries: readonly Cry[], detector: Detector): readonly Sample[] {
  return cries.map((line) => sampleOf(line.text, handOf(line), line.cry ? 1 : 0, detector));
}

/**
 * What anybody says in harmless chats, as if the child had: no despair, but where phrases hear some (a friend who is helped), and in
 * lessons and helplines, where children say it in words that no phrase knows.
 */
export function talkSamples(chats: readonly Labelled[], detector: Detector): readonly Sample[] {
  const harmless = chats.filter(({ label, kind }) => label === 'benign' && kind !== TAUGHT);
  return harmless.flatMap((chat) =>
    chat.messages
      .filter(({ text }) => !detector.read(text).hits.some(({ signal }) => signal === CRISIS))
      .map(({ text }) => sampleOf(text, handOf(chat), 0, detector)),
  );
}

function sampleOf(text: string, hand: string, wanted: 0 | 1, detector: Detector): Sample {
  const features: number[] = [];
  forEachFeature(detector.read(text).words, (word, before) => features.push(featureOf(true, word, before)));
  const shares = new Float32Array(features.length).fill(1);
  return { features: Int32Array.from(features), shares, signs: [], hand, wanted, share: 1 };
}
