// Every stage by name, for what checks data: rule files at build, messages and storage in the background.

/** All stages, in the order of the field's models; `Stage` (types.ts) is one of these. */
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
] as const;
