// What every page of ours, and the popup, is written with: its words, and the document's language and direction.
import { createTranslator, loadCatalogue, type Translate, textDirection } from '../utils/i18n';
import type { Language } from '../utils/settings';

/**
 * The pages that open in a tab; each has its name under `page.nav` in the catalogues. One with a title under
 * `page.quiet-title` has that alone on its tab and in the browser's history, which others at home may read.
 */
export type PageName = 'help' | 'note' | 'options' | 'family' | 'welcome' | 'fix-site';

/** What every part of a page, and of the popup, is given: words, and the one thing parts may ask of the browser. */
export type PageContext = {
  readonly t: Translate;
  readonly language: Language;
  /** Copies a number; false where the browser refuses. */
  readonly copy: (value: string) => Promise<boolean>;
};

/** Loads a language and writes the page's title, `lang` and `dir`. Call again when the person changes the language. */
export async function createPageContext(page: PageName, language: Language): Promise<PageContext> {
  const context = await createContext(language);
  const { t } = context;
  const quiet = `page.quiet-title.${page}`;
  document.title = t.has(quiet) ? t(quiet) : t('page.tab', { page: t(`page.nav.${page}`) });
  return context;
}

/** What the page is written with in this language: what it has where that is the one. */
export async function contextIn(
  page: PageName,
  shown: PageContext,
  language: Language,
): Promise<PageContext> {
  return language === shown.language ? shown : createPageContext(page, language);
}

/** The same without a title, for the popup, which shows none. */
export async function createContext(language: Language): Promise<PageContext> {
  const t = createTranslator(await loadCatalogue(language), language);
  document.documentElement.lang = language;
  document.documentElement.dir = textDirection(language);
  return { t, language, copy };
}

/** False where the browser refuses. */
function copy(value: string): Promise<boolean> {
  return navigator.clipboard.writeText(value).then(
    () => true,
    () => false,
  );
}
