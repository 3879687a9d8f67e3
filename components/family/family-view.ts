// What the family view knows, and what a person can do on it. Types alone.
import type { FamilyStatus, FamilyWeek, PinRefusal } from '../../utils/family-types';
import type { Language } from '../../utils/settings';
import type { PageContext } from '../page-context';

/** Where Porchlight reads, and where it does not. */
export type Coverage = {
  /** Sites that are read, as people call them. */
  readonly on: readonly string[];
  /** Sites that somebody switched off. */
  readonly off: readonly string[];
  /** Others, which the browser lets us read only at a click, or not at all. */
  readonly barred: readonly string[];
  readonly paused: boolean;
  /** Whether private windows are read; null where the browser does not tell. */
  readonly privateWindows: boolean | null;
};

/** What the PIN opened. `since`: the day (since 1970) from which cards are counted. */
export type OpenWeeks = { readonly weeks: readonly FamilyWeek[]; readonly since: number };

export type FamilyView = {
  readonly status: FamilyStatus;
  /** Null while locked. */
  readonly open: OpenWeeks | null;
  /** Null where the settings did not come. */
  readonly coverage: Coverage | null;
};

/** What became of a PIN; `failed` where the background gave no answer. */
export type PinOutcome = { readonly ok: true } | PinRefusal | 'failed';

export type FamilyActions = {
  readonly open: (pin: string) => Promise<PinOutcome>;
  readonly lock: () => void;
  readonly acknowledge: (pin: string) => Promise<PinOutcome>;
  /** `old` is null only where no PIN stands. */
  readonly setPin: (pin: string, old: string | null) => Promise<PinOutcome>;
  readonly turnOff: (pin: string) => Promise<PinOutcome>;
  /** Deletes the PIN and what it would open. False where nothing was done. */
  readonly reset: () => Promise<boolean>;
  readonly setLanguage: (language: Language) => Promise<boolean>;
  readonly reload: () => void;
};

export type FamilyProps = {
  readonly view: FamilyView | 'loading' | 'no-answer';
  readonly languages: readonly Language[];
  readonly context: PageContext;
  readonly actions: FamilyActions;
};

/** What a part of a loaded page is given. */
export type PartProps = {
  readonly view: FamilyView;
  readonly context: PageContext;
  readonly actions: FamilyActions;
};
