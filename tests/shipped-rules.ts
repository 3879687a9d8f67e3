// The rules as they ship, made once for all tests (scripts/rule-packs.ts): to load and prepare them takes seconds.
import held from 'virtual:rules';
import { detectorSteps } from '../engine/detector';
import { unpackPacks } from '../engine/packed';
import type { PreparedRules } from '../engine/rules';
import { finish } from '../engine/steps';
import type { Reader } from '../scripts/replayer';

const { signals, escalations } = held;

export const shippedRules: PreparedRules = { signals, escalations, packs: finish(unpackPacks(held.packs)) };
export const shippedReader: Reader = {
  ...{ signals, escalations },
  detector: finish(detectorSteps(shippedRules.packs)),
};
