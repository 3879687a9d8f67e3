// Every stage by name: what stands in data is checked by it, in rule files at build, in messages and in storage.

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
