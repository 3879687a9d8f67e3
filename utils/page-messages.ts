// What crosses between our own pages and the background. What the person types on a page of ours (a trusted adult, a PIN, a
// settings file) goes from that page to the background and never to a content script.
import type { FamilyStatus, FamilyWeek, PinRefusal } from './family-types';
import type { PolicyReport } from './policy-types';
import type { Audience, Settings, SettingsChange } from './settings';
import type { ImportReport } from './settings-file';
import type { HelpPlace } from './situations';
import type { StoredOverview } from './stored-kinds';
import type { TrustedAdult } from './trusted-adult';

/** From the popup and our pages to the background; the answer's type stands in `PageAnswers`. */
export type FromPages =
  | { readonly type: 'get-settings' }
  /** What a school set by policy, and what of it was left out. */
  | { readonly type: 'get-policy' }
  | { readonly type: 'set-settings'; readonly change: SettingsChange }
  | { readonly type: 'export-settings' }
  | { readonly type: 'import-settings'; readonly text: string }
  | { readonly type: 'storage-health' }
  /** Everything that is stored, as kinds and numbers. */
  | { readonly type: 'stored-overview' }
  /**
   * Deletes memory, snoozes, counts, the trusted adult and the secret. Settings, the family view's switch, its PIN and
   * what waits for that PIN stay. With `everything` nothing at all stays, and the welcome begins again.
   */
  | { readonly type: 'forget'; readonly everything?: true | undefined }
  | { readonly type: 'snoozes' }
  | { readonly type: 'end-snoozes' }
  | { readonly type: 'get-trusted-adult' }
  | { readonly type: 'set-trusted-adult'; readonly adult: TrustedAdult | null }
  /** `family` switches the family view on; taken only at the first set-up of a `parent` or `together` browser. */
  | {
      readonly type: 'finish-welcome';
      readonly audience: Audience;
      readonly family: { readonly pin: string } | null;
    }
  | { readonly type: 'family-status' }
  /** The place of the help page that a card asked for a moment ago. */
  | { readonly type: 'take-help-place' }
  | { readonly type: 'family-open'; readonly pin: string }
  | { readonly type: 'acknowledge'; readonly pin: string }
  /** `old` is null only where no PIN stands; the counts then begin anew. */
  | { readonly type: 'set-pin'; readonly pin: string; readonly old: string | null }
  | { readonly type: 'family-off'; readonly pin: string }
  /** For a forgotten PIN: deletes the PIN, the counts and what waits for it. The view stays on, empty. */
  | { readonly type: 'reset-family' };

/** What the background answers to our own pages. */
export type PageAnswers = {
  'get-settings': Settings;
  'get-policy': PolicyReport;
  'set-settings': Settings;
  'export-settings': { readonly text: string };
  'import-settings': ImportReport & { readonly settings: Settings };
  'storage-health': StorageHealth;
  'stored-overview': StoredOverview;
  forget: null;
  snoozes: { readonly count: number };
  'end-snoozes': { readonly count: number };
  'get-trusted-adult': TrustedAdult | null;
  'set-trusted-adult': TrustedAdult | null;
  /** The audience as it now stands, and whether the family view is on. */
  'finish-welcome': FamilyStatus;
  'family-status': FamilyStatus;
  'take-help-place': HelpPlace | null;
  /** Oldest week first; none where no week is old enough yet. */
  'family-open':
    | { readonly ok: true; readonly weeks: readonly FamilyWeek[]; readonly since: number }
    | PinRefusal;
  acknowledge: { readonly ok: true } | PinRefusal;
  'set-pin': { readonly ok: true } | PinRefusal;
  'family-off': { readonly ok: true } | PinRefusal;
  'reset-family': FamilyStatus;
};

/** Whether storage holds, for the popup. Kinds and numbers alone. */
export type StorageHealth = {
  /** Kinds of items that could not be read and were set aside, by their names in utils/stored-kinds.ts. */
  readonly setAside: readonly string[];
  /** Conversations that are remembered. */
  readonly conversations: number;
  /** False where the browser's storage does not answer or refuses to write. */
  readonly working: boolean;
  /** Messages that were refused since the background last woke: foreign sender, wrong shape or size. */
  readonly refused: number;
};
