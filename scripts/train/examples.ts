// From labelled chats to what the classifier learns from: windows of a few messages, each with what it deserves.

import { WINDOW_MESSAGES } from '../../engine/classifier';
import type { Detector } from '../../engine/detector';
import { featureOf, forEachFeature, signsOf } from '../../engine/features';
import type { Labelled } from '../evaluation/corpus';

/** What stands in a window. Features are as often in it as they were said; signs once. */
export type Window = { readonly features: Int32Array; readonly signs: readonly string[] };

export type Example = Window & {
  /** Who wrote the chat. */
  readonly hand: string;
  /** 1 or 0: whether the window deserves `caution` or more, and `danger`. */
  readonly caution: 0 | 1;
  readonly danger: 0 | 1;
  /** How much it counts, for each of them. */
  readonly cautionShare: number;
  readonly dangerShare: number;
};

/** Behind the message at which a warning is due, every second window of a risky chat counts so much. */
const LATER_STEP = 2;
const LATER_SHARE = 0.25;
const LAST_SHARE = 0.5;
/** Of a harmless chat every second window is an example. */
const CALM_STEP = 2;
/** A chat that deserves `caution` says less of what `danger` is not: its threat may still come. */
const CAUTION_AS_CALM = 0.3;

/** Who wrote a chat, by its id; of the first sets, whose writers are not named, its plot. */
export const handOf = ({ id }: Pick<Labelled, 'id'>): string => String(id).replace(/-\d+$/, '');

type Heard = { readonly features: readonly number[]; readonly signs: readonly string[] };

function heardIn({ messages, self }: Labelled, detector: Detector): readonly Heard[] {
  const me = self ?? messages[1]?.author;
  return messages.map(({ author, text }) => {
    const isSelf = author === me;
    const { line, hits } = detector.read(text);
    const features: number[] = [];
    forEachFeature(line, (word, before) => features.push(featureOf(isSelf, word, before)));
    return { features, signs: signsOf(hits, isSelf) };
  });
}

function windowAt(heard: readonly Heard[], end: number): Window {
  const parts = heard.slice(Math.max(0, end - WINDOW_MESSAGES + 1), end + 1);
  return {
    features: Int32Array.from(parts.flatMap(({ features }) => features)),
    signs: [...new Set(parts.flatMap(({ signs }) => signs))],
  };
}

/** All examples of a chat: the window in which a warning is due and some behind it, or all of a harmless chat. */
export function examplesOf(chat: Labelled, detector: Detector): Example[] {
  const heard = heardIn(chat, detector);
  const hand = handOf(chat);
  const last = heard.length - 1;
  if (chat.label === 'benign') {
    const ends = Array.from({ length: Math.ceil(heard.length / CALM_STEP) }, (_, k) => last - k * CALM_STEP);
    return ends.map((end) => ({ ...windowAt(heard, end), ...CALM, hand }));
  }
  const by = Math.min(last, chat.expect.by ?? last);
  const isDanger = chat.expect.level === 'danger';
  const risky = (end: number, share: number): Example => ({
    ...windowAt(heard, end),
    hand,
    ...{ caution: 1, cautionShare: share },
    ...{ danger: isDanger ? 1 : 0, dangerShare: isDanger ? share : share * CAUTION_AS_CALM },
  });
  const later: Example[] = [];
  for (let end = by + 1; end < last; end += LATER_STEP) later.push(risky(end, LATER_SHARE));
  return [risky(by, 1), ...later, ...(by < last ? [risky(last, LAST_SHARE)] : [])];
}

const CALM = { caution: 0, danger: 0, cautionShare: 1, dangerShare: 1 } as const;
