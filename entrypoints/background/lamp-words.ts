// What the handlers share: the settings as they take effect, and what a screen reader says of the lamp.
import { chooseLanguage, createTranslator } from '../../utils/i18n';
import { reportError } from '../../utils/report-error';
import { DEFAULT_SETTINGS, type Settings } from '../../utils/settings';
import type { BadgeTitle } from './badge';
import type { HandlerOptions } from './handlers';
import { withPolicy } from './policy';

/** The person's settings over the policy's presets; the defaults where storage does not answer. */
export async function effectiveSettings({ storage, policy }: HandlerOptions): Promise<Settings> {
  const settings = await storage.settings().catch(withoutStorage(() => DEFAULT_SETTINGS));
  return withPolicy(settings, policy());
}

/** For a storage that fails: the page is read all the same, with what can be had without it. */
export function withoutStorage<T>(instead: () => T): (error: unknown) => T {
  return (error) => {
    reportError('storage: not working', error);
    return instead();
  };
}

/** What a screen reader says of the lamp; the bare name where even the words are missing. */
export async function titleOf(title: BadgeTitle | 'plain', options: HandlerOptions): Promise<string> {
  try {
    const { language: chosen } = await effectiveSettings(options);
    const language = chooseLanguage(chosen, options.browserLanguages());
    const t = createTranslator(await options.loadCatalogue(language), language);
    const state = title === 'plain' ? 'Porchlight' : t(`common.badge.${title}`);
    return (await isPending(options)) ? t('common.badge.pending', { state }) : state;
  } catch (error) {
    reportError('badge: title', error);
    return 'Porchlight';
  }
}

/** Draws the quiet mark as storage says: at each start, and whenever it may have changed. Never rejects. */
export async function refreshMark(options: HandlerOptions): Promise<void> {
  try {
    await options.showMark(await isPending(options), await titleOf('plain', options));
  } catch (error) {
    reportError('badge: mark', error);
  }
}

async function isPending({ storage }: HandlerOptions): Promise<boolean> {
  const status = await storage.familyStatus().catch(withoutStorage(() => null));
  return status?.pending ?? false;
}
