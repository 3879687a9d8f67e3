// What a card names of help, as the settings stand when it is shown.
import { expect, it, vi } from 'vitest';
import type { Card } from '../../components/card-surface';
import type { Assessment } from '../../engine/types';
import { helpForCard } from '../../help/choose';
import { loadHelp, readHelpFiles } from '../../help/load';
import type { HelpData } from '../../help/types';
import english from '../../locales/en.json';
import { createTranslator } from '../../utils/i18n';
import type { Answers } from '../../utils/messages';
import type { CardHost } from './card-host';
import { createCards } from './cards';

const help = loadHelp(readHelpFiles('help')).data as HelpData;
const t = createTranslator(english, 'en');
const GUESS = t('common.guess');

const DESPAIR: Assessment = { level: 'calm', because: null, reasons: [], past: false, crisis: true };

/** The notes of what a card of despair names, for a country that was chosen, or guessed. */
function notesIn(country: string, countryGuessed: boolean): readonly (string | null | undefined)[] {
  const show = vi.fn((_card: Card) => {});
  const hello = { language: 'en', help: helpForCard(help, country), countryGuessed } as Answers['hello'];
  const cards = createCards({ show } as unknown as CardHost, t, () => hello);
  cards.show('chat', DESPAIR, { facts: [], who: 'person', how: 'by-person' });
  const card = show.mock.calls[0]?.[0];
  return [card?.hotline, card?.helpline, card?.crisis].map((contact) => contact?.note);
}

it('each line of a guessed country asks whether it is the right one, the crisis line too', () => {
  expect(notesIn('TH', true).filter((note) => note?.includes(GUESS) === false)).toEqual([]);
  expect(notesIn('TH', true).at(-1)).toContain(GUESS);
  expect(notesIn('TH', false).join()).not.toContain(GUESS);
});

it('a list of lines of everywhere does not, whatever the country', () => {
  const [hotline, , crisis] = notesIn('MA', true);
  expect(hotline).toContain(GUESS);
  expect(crisis).not.toContain(GUESS);
});
