// Every stage by name, for what checks data: rule files at build, messages and storage in the background.
import type { Stage } from './types';

/** All stages, in the order of the field's models. */
export const STAGES = [
  'access',
  'trust',
  'risk-assessment',
  'secrecy',
  'isolation',
  'sexual-talk',
  'media',
  'platform-move',
  'approach',
  'offers',
  'threat',
  'payment',
  'pressure',
  'crisis',
  'advert',
  'look',
  'context',
] as const satisfies readonly Stage[];
