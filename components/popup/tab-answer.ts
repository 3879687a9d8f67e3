// What the popup knows of the tab, and what a person can do from it. Types alone.
import type { HelpData } from '../../help/types';
import type { FamilyStatus } from '../../utils/family-types';
import type { StorageHealth } from '../../utils/page-messages';
import type { PolicyReport } from '../../utils/policy-types';
import type { Language, Settings } from '../../utils/settings';
import type { TabReport } from '../../utils/tab-messages';
import type { PageContext } from '../page-context';

/** 'asking' until the tab answers; 'none' where nothing of ours is in it. */
export type TabAnswer = 'asking' | 'none' | TabReport;

/** What changes a choice resolves to false where it was not kept. */
export type PopupActions = {
  reload(): void;
  /** Reads again: everywhere, and on this tab's service. */
  resume(): Promise<boolean>;
  pause(): Promise<boolean>;
  endSnooze(): Promise<boolean>;
  showCard(): void;
  setCountry(country: string): Promise<boolean>;
  setLanguage(language: Language): Promise<boolean>;
};

export type PopupProps = {
  readonly tab: TabAnswer;
  /** Null where the background does not answer. */
  readonly settings: Settings | null;
  readonly health: StorageHealth | null;
  readonly family: FamilyStatus | null;
  /** Null where the background does not answer. */
  readonly policy: PolicyReport | null;
  readonly help: HelpData;
  /** The guess of suggestCountry, for where nothing is chosen. */
  readonly suggested: string | null;
  /** The browser keeps us from some of the sites: a person said "on click", or took a site away. */
  readonly isBarred: boolean;
  /** Sites that are supported, as people call them. */
  readonly sites: readonly string[];
  readonly languages: readonly Language[];
  /** The service of this tab, e.g. 'telegram', or null. */
  readonly service: string | null;
  /** The service whose switch turns this tab's site off: not always the same, where several share a site. */
  readonly siteSwitch: string | null;
  readonly context: PageContext;
  readonly actions: PopupActions;
};
