// What tests of the help page share: words, help, and rendering into a page. Not shipped.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { loadSituations } from '../../help/load';
import type { Situation } from '../../help/types';
import { type Catalogue, createTranslator } from '../../utils/i18n';
import type { Language } from '../../utils/settings';
import { shippedHelp } from '../lines/testing';
import type { PageContext } from '../page-context';
import { HelpPage } from './help-page';
import type { HelpActions, HelpPageProps } from './help-page-types';

const ROOT = join(import.meta.dirname, '../..');
const loaded = loadSituations(join(ROOT, 'help'));

/** The shipped situations. Throws where the file is wrong. */
export function shippedSituations(): readonly Situation[] {
  if (loaded.problems.length > 0) throw new Error(loaded.problems.join('\n'));
  return loaded.situations;
}

/** Words of a shipped catalogue; `copied` collects what was copied. */
export function contextIn(language: Language, copied: string[] = []): PageContext {
  const catalogue = JSON.parse(readFileSync(join(ROOT, `locales/${language}.json`), 'utf8')) as Catalogue;
  const t = createTranslator(catalogue, language);
  const copy = async (value: string) => {
    copied.push(value);
    return true;
  };
  return { t, language, copy };
}

/** Notes each action with what it was given. */
export function noteHelpActions(done: string[]): HelpActions {
  const note = (name: string) => (value?: string) => void done.push([name, value].filter(Boolean).join(' '));
  return {
    ...{ go: note('go'), setCountry: note('setCountry'), setLanguage: note('setLanguage') },
    leave: note('leave'),
    getAdult: async () => null,
  };
}

let drawn: HTMLElement | null = null;

/** Draws the page into the test's document; what is not given is the list, in Cambodia, in English. */
export function drawHelp(change: Partial<HelpPageProps> = {}): HTMLElement {
  const props: HelpPageProps = {
    ...{ place: 'start', country: 'KH', suggested: null, familyOn: false, contact: null, changes: 0 },
    help: shippedHelp(),
    situations: shippedSituations(),
    languages: ['en', 'km'],
    context: contextIn('en'),
    actions: noteHelpActions([]),
    ...change,
  };
  if (drawn !== null) render(null, drawn); // hundreds are drawn: nothing of the last one may stay
  const root = document.createElement('div');
  document.body.replaceChildren(root);
  act(() => render(<HelpPage {...props} />, root));
  drawn = root;
  return root;
}
