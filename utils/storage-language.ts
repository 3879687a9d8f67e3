// The language that was chosen, read from storage by a page that the background gave no answer: whoever chose Khmer must not be
// told in English that something is broken. Read alone; the background stays the one writer.
import { browser } from 'wxt/browser';
import { chooseLanguage } from './i18n';
import { inTime } from './in-time';
import type { Language, Settings } from './settings';

/** A storage that is broken too must hold up no page, in milliseconds. */
const PATIENCE_MS = 500;

/** The language to write a page in. `settings` are what the background answered, or undefined where it gave no answer. */
export async function pageLanguage(settings: Pick<Settings, 'language'> | undefined): Promise<Language> {
  return chooseLanguage(
    settings === undefined ? await inTime(chosenBefore(), PATIENCE_MS, null) : settings.language,
    navigator.languages,
  );
}

/** Null where none was chosen. What storage holds is not checked: `chooseLanguage` takes none that we lack. */
async function chosenBefore(): Promise<Language | null> {
  const { settings } = await browser.storage.local.get('settings');
  return (settings as Partial<Settings> | undefined)?.language ?? null;
}
