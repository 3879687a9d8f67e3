// The kinds of items in storage, by the name before the colon of their keys: what the options page counts and names.
import type { Settings } from './settings';

/** Kinds of stored items, in the order in which the options page names them. */
export const STORED_KINDS = [
  'settings',
  'secret',
  'memory',
  'contact',
  'counts',
  'trusted-adult',
  'family',
  'pin',
  'pending',
  'pruned',
  'aside',
] as const;
export type StoredKind = (typeof STORED_KINDS)[number];

/** Kinds, numbers and the settings' own values: nothing that tells of whom. */
export type StoredOverview = {
  /** Items of each kind; for `counts`, the weeks. `other` are items that no version of ours wrote. */
  readonly counts: Readonly<Record<StoredKind | 'other', number>>;
  readonly settings: Settings;
};
