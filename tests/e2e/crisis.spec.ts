// A child that says of itself that it can't go on: the card with somebody to talk to comes up, and nothing of it is kept.
import { chooseSettings } from '../../scripts/tour/settings';
import { readCards, shownLevel } from '../../tour/cards';
import { CHAT_SITES, expect, lines, openChat, test } from './browser';
import { openReport, stored } from './report';
import { calmLines } from './scenes';
import { words } from './words';

const site = CHAT_SITES['telegram-k'];

/** No phrase of the rules says either; both were learned. */
const SAID = {
  en: 'they all have the pics now. i dont want to see tomorrow',
  km: 'ខ្ញុំមិនចង់ឃើញថ្ងៃស្អែកទេ',
} as const;

for (const language of ['en', 'km'] as const)
  test(`what was learned opens the card of despair: ${language}`, async ({ launched, sites, page }) => {
    await chooseSettings(launched.context, launched.id, { language, country: 'KH' });
    await page.bringToFront();
    const talk = calmLines().map(({ from, text }) => [from, text] as const);
    await openChat(page, sites, site, { lines: lines([...talk, ['self', SAID[language]]]), stranger: false });
    await expect.poll(() => shownLevel(page)).toBe('crisis');
    const [card] = await readCards(page);
    expect(card?.text).toContain('1280');
    expect(card?.text).toContain(words(language, 'card.crisis.private'));
    expect(await openReport(launched)).toMatchObject({ level: 'calm', crisis: true });
    expect(await stored(launched)).not.toMatch(/crisis|despair/);
  });
