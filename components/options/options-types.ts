// What the options page knows, and what a person can do on it. Types alone.
import type { HelpData } from '../../help/types';
import type { FamilyStatus } from '../../utils/family-types';
import type { PolicyReport } from '../../utils/policy-types';
import type { Language, Settings, SettingsChange } from '../../utils/settings';
import type { ImportReport } from '../../utils/settings-file';
import type { StoredOverview } from '../../utils/stored-kinds';
import type { TrustedAdult } from '../../utils/trusted-adult';
import type { PageContext } from '../page-context';

/** A service and what its sites are called: one switch for all of them. */
export type ServiceSites = { readonly service: string; readonly sites: readonly string[] };

/** What the background answered; null where this part did not come. */
export type Stored = {
  readonly settings: Settings;
  readonly family: FamilyStatus | null;
  readonly policy: PolicyReport | null;
  readonly snoozes: number | null;
  readonly overview: StoredOverview | null;
};

/** Each resolves to false, or to 'failed', where the background did not do it; the page then says so. */
export type OptionsActions = {
  readonly change: (change: SettingsChange) => Promise<boolean>;
  /** Whether one service is read; the others stay as they are stored by then. */
  readonly switchService: (service: string, on: boolean) => Promise<boolean>;
  readonly setLanguage: (language: Language) => Promise<boolean>;
  readonly endSnoozes: () => Promise<boolean>;
  readonly getAdult: () => Promise<TrustedAdult | null | 'failed'>;
  readonly setAdult: (adult: TrustedAdult | null) => Promise<boolean>;
  /** Hands the settings to the person as a file. */
  readonly saveFile: () => Promise<boolean>;
  readonly copyFile: () => Promise<boolean>;
  readonly loadFile: (file: File) => Promise<ImportReport | 'failed'>;
  readonly forget: (everything: boolean) => Promise<boolean>;
  readonly reload: () => void;
};

export type OptionsProps = {
  readonly stored: Stored | 'loading' | 'no-answer';
  readonly services: readonly ServiceSites[];
  readonly help: HelpData;
  readonly suggested: string | null;
  readonly languages: readonly Language[];
  readonly context: PageContext;
  readonly actions: OptionsActions;
};

/** What a section of a loaded page is given. */
export type SectionProps = Omit<OptionsProps, 'stored'> & { readonly stored: Stored };
