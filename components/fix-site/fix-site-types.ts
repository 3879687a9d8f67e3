// What the page "help fix a site" knows, and what a person can do on it. Types alone.
import type { PageState, PageStructure } from '../../utils/tab-messages';
import type { PageContext } from '../page-context';

/** A page of a site that is known, in another tab. */
export type OpenPage = {
  readonly tab: number;
  readonly site: { readonly id: string; readonly name: string };
  readonly state: Exclude<PageState, 'paused'>;
};

export type FixSiteActions = {
  readonly find: () => Promise<void>;
  readonly make: (page: OpenPage) => Promise<void>;
  /** Hands the copy to the person as a file. False where there is none. */
  readonly save: () => boolean;
  readonly discard: () => void;
  readonly leave: () => void;
};

export type FixSiteProps = {
  readonly pages: 'not-asked' | 'asking' | readonly OpenPage[];
  readonly copy: PageStructure | 'making' | 'failed' | null;
  readonly familyOn: boolean;
  readonly context: PageContext;
  readonly actions: FixSiteActions;
};
