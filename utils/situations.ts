// The places of the help page: what may stand behind its `#`, and what a card may ask the background to open.

/** What a person may be in, as help/situations.yaml tells of each. An id is never reused. */
export const SITUATIONS = [
  'threat',
  'camera',
  'hurt',
  'sent',
  'paid',
  'online',
  'secret',
  'back',
  'known',
  'shared',
  'advert',
  'friend',
  'parent',
] as const;
export type SituationId = (typeof SITUATIONS)[number];

/** The list of situations, the same with somebody to talk to first, all countries, or one situation. */
export const HELP_PLACES = ['start', 'talk', 'directory', ...SITUATIONS] as const;
export type HelpPlace = (typeof HELP_PLACES)[number];

export function isHelpPlace(value: unknown): value is HelpPlace {
  return HELP_PLACES.some((place) => place === value);
}
