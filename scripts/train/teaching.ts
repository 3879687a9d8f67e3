// From labelled chats to what the look of lessons learns from: what the last messages hold, in lessons, helplines and talk about the
// news, in risky chats, and in other harmless ones.
import type { Detector } from '../../engine/detector';
import { ANY, featureOf, placeOf } from '../../engine/features';
import { LESSON_WINDOW } from '../../engine/lesson-look';
import { type Labelled, selfOf } from '../evaluation/corpus';
import { handOf, TAUGHT } from './examples';
import type { Sample } from './learn';

/** After so many messages a lesson can be told; every few messages of a chat are an example, of risky ones more. */
const FIRST_TOLD = 2;
const [STEP, RISKY_STEP] = [4, 2] as const;
/** Other harmless talk counts little: whether it sounds like a lesson is no matter. */
const HARMLESS_SHARE = 0.2;

/** All examples of a chat. */
export function teachingSamples(chat: Labelled, detector: Detector): readonly Sample[] {
  const me = selfOf(chat);
  const said = chat.messages.map(({ author, text }) => {
    const isSelf = author === me;
    return detector.read(text).words.map((word) => featureOf(isSelf, placeOf(word), ANY));
  });
  const isTaught = chat.label === 'benign' && chat.kind === TAUGHT;
  const isRisky = chat.label === 'risky';
  const samples: Sample[] = [];
  for (let end = isTaught ? FIRST_TOLD : 0; end < said.length; end += isRisky ? RISKY_STEP : STEP) {
    const features = Int32Array.from(said.slice(Math.max(0, end - LESSON_WINDOW + 1), end + 1).flat());
    if (features.length === 0) continue;
    samples.push({
      ...{ features, shares: new Float32Array(features.length).fill(1), signs: [] },
      ...{ hand: handOf(chat), wanted: isTaught ? 1 : 0 },
      share: isTaught || isRisky ? 1 : HARMLESS_SHARE,
    });
  }
  return samples;
}
