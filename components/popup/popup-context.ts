// What every part of the popup is given: words, and the one thing parts may ask of the browser.
import type { Translate } from '../../utils/i18n';
import type { Language } from '../../utils/settings';

export type PopupContext = {
  readonly t: Translate;
  readonly language: Language;
  /** True where the catalogue has a sentence for the key: a newer rule pack may name a signal that has none. */
  readonly has: (key: string) => boolean;
  /** Copies a number; false where the browser refuses. */
  readonly copy: (value: string) => Promise<boolean>;
};
