// What the help page is given, and what it may ask for.
import type { HelpData, Situation } from '../../help/types';
import type { SchoolContact } from '../../utils/policy-types';
import type { Language } from '../../utils/settings';
import type { HelpPlace } from '../../utils/situations';
import type { TrustedAdult } from '../../utils/trusted-adult';
import type { PageContext } from '../page-context';

export type HelpActions = {
  /** Turns to another place of the page. */
  go(place: HelpPlace): void;
  setCountry(country: string): void;
  setLanguage(language: Language): void;
  /** The adult that the teen named, asked for only after a tap; 'failed' where nothing answers. */
  getAdult(): Promise<TrustedAdult | null | 'failed'>;
  leave(): void;
};

export type HelpPageProps = {
  readonly place: HelpPlace;
  /** What was chosen, or null. */
  readonly country: string | null;
  /** The guess of suggestCountry, for where nothing was chosen. */
  readonly suggested: string | null;
  readonly familyOn: boolean;
  /** Somebody at school, where a policy names them. */
  readonly contact: SchoolContact | null;
  /** How often something that is stored has changed since the page was opened: what was asked for before may be gone. */
  readonly changes: number;
  readonly help: HelpData;
  readonly situations: readonly Situation[];
  readonly languages: readonly Language[];
  readonly context: PageContext;
  readonly actions: HelpActions;
};
