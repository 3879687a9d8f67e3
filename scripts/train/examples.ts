// From labelled chats to what the classifier learns from: what each view of the last messages holds, with what it deserves.

import type { Detector } from '../../engine/detector';
import { featureOf, forEachFeature, signsOf } from '../../engine/features';
import { FAR_MESSAGES, VIEWS } from '../../engine/views';
import { type Labelled, selfOf } from '../evaluation/corpus';
import type { Sample } from './learn';

/** What a view holds. Features are as often in it as they were said, each with its share; signs once. */
export type Held = {
  readonly features: Int32Array;
  readonly shares: Float32Array;
  readonly signs: readonly string[];
};

export type Example = Held & {
  /** Who wrote the chat. */
  readonly hand: string;
  /** 1 or 0: whether it deserves `caution` or more, and `danger`. */
  readonly caution: 0 | 1;
  readonly danger: 0 | 1;
  /** How much it counts, for each of them. */
  readonly cautionShare: number;
  readonly dangerShare: number;
};

/** What is to be learned of one level. */
export const samplesOf = (examples: readonly Example[], level: 'caution' | 'danger'): readonly Sample[] =>
  examples.map((example) => ({
    ...example,
    wanted: example[level],
    share: level === 'caution' ? example.cautionShare : example.dangerShare,
  }));

/** Behind the message at which a warning is due, every second message of a risky chat is an example and counts so much. */
const LATER_STEP = 2;
const LATER_SHARE = 0.25;
const LAST_SHARE = 0.5;
/** Of a harmless chat every second message is an example. */
const CALM_STEP = 2;
/** What sets `danger` apart is learned from risky chats first: harmless ones, of which there are most, say little of it. */
const CALM_OF_DANGER = 0.5;

/** The `kind` of chats that are lessons, helplines or talk about the news (tests/corpora/README.md). */
export const TAUGHT = 'lessons';

/** Who wrote a chat, by its id; of the first sets, whose writers are not named, its plot. */
export const handOf = ({ id }: Pick<Labelled, 'id'>): string => String(id).replace(/-\d+$/, '');

type Heard = { readonly features: readonly number[]; readonly signs: readonly string[] };

function heardIn(chat: Labelled, detector: Detector): readonly Heard[] {
  const me = selfOf(chat);
  return chat.messages.map(({ author, text }) => {
    const isSelf = author === me;
    const { words, hits } = detector.read(text);
    const features: number[] = [];
    forEachFeature(words, (word, before) => features.push(featureOf(isSelf, word, before)));
    return { features, signs: signsOf(hits, isSelf) };
  });
}

/** What each view holds after a message. */
function viewsAt(heard: readonly Heard[], end: number): readonly Held[] {
  const lately = heard.slice(Math.max(0, end - FAR_MESSAGES + 1), end + 1).toReversed();
  const counts = lately.map(({ features }) => features.length);
  return VIEWS.map((view) => {
    const shares = view(counts);
    const seen = lately.slice(0, shares.length);
    return {
      features: Int32Array.from(seen.flatMap(({ features }) => features)),
      shares: Float32Array.from(seen.flatMap(({ features }, k) => features.map(() => shares[k] as number))),
      signs: [...new Set(seen.flatMap(({ signs }) => signs))],
    };
  });
}

/** All examples of a chat: where a warning is due and at some messages behind it, or all along a harmless chat. */
export function examplesOf(chat: Labelled, detector: Detector): Example[] {
  const heard = heardIn(chat, detector);
  const hand = handOf(chat);
  const last = heard.length - 1;
  if (chat.label === 'benign') {
    const ends = Array.from({ length: Math.ceil(heard.length / CALM_STEP) }, (_, k) => last - k * CALM_STEP);
    return ends.flatMap((end) => viewsAt(heard, end).map((held) => ({ ...held, ...CALM, hand })));
  }
  const by = Math.min(last, chat.expect.by ?? last);
  const isDanger = chat.expect.level === 'danger';
  const risky = (end: number, share: number): Example[] =>
    viewsAt(heard, end).map((held) => ({
      ...held,
      hand,
      ...{ caution: 1, cautionShare: share },
      ...{ danger: isDanger ? 1 : 0, dangerShare: share },
    }));
  const later: Example[] = [];
  for (let end = by + 1; end < last; end += LATER_STEP) later.push(...risky(end, LATER_SHARE));
  return [...risky(by, 1), ...later, ...(by < last ? risky(last, LAST_SHARE) : [])];
}

const CALM = { caution: 0, danger: 0, cautionShare: 1, dangerShare: CALM_OF_DANGER } as const;
