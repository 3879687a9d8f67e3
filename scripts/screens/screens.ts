// Every screen and state of our own pages: where it lies, what is stored, and what a person does to come there.
import type { Page } from '@playwright/test';
import type { PolicyReport } from '../../utils/policy-types';
import { HELP_PLACES } from '../../utils/situations';
import { familyScreens, giveNoAnswer } from './family-screens';
import { fixSiteOverPages, noteOverChat, popupScreens } from './popup-screens';

export type Items = Readonly<Record<string, unknown>>;

export type Screen = {
  /** Also the name of its picture. */
  readonly name: string;
  /** Within the extension, e.g. '/note.html'; `{language}` stands for the picture's. */
  readonly address: string;
  /** What is stored besides the settings. */
  readonly items?: Items;
  /** Settings that differ from those of a teen in Cambodia. */
  readonly settings?: Items;
  /** Runs in the page before its own scripts. */
  readonly before?: (given: unknown) => void;
  readonly given?: unknown;
  /** What a person does before the picture is taken. */
  readonly act?: (page: Page) => Promise<void>;
  /** One width of its own, in px, instead of narrow and wide. */
  readonly width?: number;
};

const unfold = (page: Page) =>
  page.evaluate(() => {
    for (const fold of document.querySelectorAll('details')) fold.open = true;
  });

const help: readonly Screen[] = [
  ...HELP_PLACES.map((place) => ({ name: `help-${place}`, address: `/help.html#${place}` })),
  { name: 'help-elsewhere', address: '/help.html#sent', settings: { country: 'ZZ' } },
  { name: 'help-no-country', address: '/help.html#talk', settings: { country: null } },
  { name: 'help-picture-people', address: '/help.html#online', settings: { country: 'AU' }, act: unfold },
  {
    name: 'help-words-shown',
    address: '/help.html#known',
    items: { 'trusted-adult': { version: 1, adult: { name: 'Aunt Srey', number: '012 345 678' } } },
    async act(page) {
      await unfold(page);
      await page.locator('[aria-controls=adult-words]').click();
      await page.locator('.sayings').waitFor();
    },
  },
];

/** What a school fixed, set and wrote wrongly. */
const SCHOOL: PolicyReport = {
  ...{ managed: true, by: 'Hill School' },
  contact: { name: 'Ms Chan, room 12', phone: '+855 12 345 678', email: null, hours: null },
  locked: ['offServices', 'sensitivity', 'retentionDays'],
  preset: ['language'],
  problems: [{ key: 'locks.language', why: 'not-lockable' }],
};

/** Stands in for the background where a page asks for the policy: a browser that is looked after takes a machine of its own (`npm run test:policy`). */
function answerAsSchool(given: unknown): void {
  const { chrome } = globalThis as unknown as {
    chrome: { runtime: { sendMessage(message: { type?: string }): Promise<unknown> } };
  };
  const ask = chrome.runtime.sendMessage.bind(chrome.runtime);
  chrome.runtime.sendMessage = async (message) => (message.type === 'get-policy' ? given : ask(message));
}

/** The choices are drawn once the background has told them. */
const chosen = (page: Page) => page.locator('[aria-labelledby=adult-title]').waitFor();

const options: readonly Screen[] = [
  { name: 'options', address: '/options.html', act: chosen },
  {
    name: 'options-managed',
    address: '/options.html',
    before: answerAsSchool,
    given: SCHOOL,
    async act(page) {
      await chosen(page);
      await unfold(page);
    },
  },
  {
    name: 'options-unfolded',
    address: '/options.html',
    async act(page) {
      await chosen(page);
      await unfold(page);
      await page.locator('[aria-labelledby=adult-title] button').click();
      await page.locator('#adult-name').waitFor();
    },
  },
  {
    name: 'options-adult-wrong',
    address: '/options.html',
    async act(page) {
      const adult = page.locator('[aria-labelledby=adult-title]');
      await adult.locator('button').click();
      await page.locator('#adult-number').fill('ask my sister');
      await adult.locator('[type=submit]').click();
      await complained(page);
    },
  },
];

/** All that a school may fix, by a long name, with a mistake of each kind. */
const STRICT_SCHOOL: PolicyReport = {
  ...{ managed: true, by: 'Sangkat Boeung Keng Kang Preparatory School for Languages, Sciences and Arts' },
  contact: null,
  locked: [],
  preset: ['offServices', 'sensitivity', 'retentionDays', 'language', 'country'],
  problems: (
    ['unknown', 'bad-value', 'unknown-site', 'no-lines', 'not-lockable', 'nothing-to-lock'] as const
  ).map((why, at) => ({ key: `schoolContactOfTheWholeDistrict.line${at}`, why })),
};

const TODAY = Math.floor(Date.now() / (24 * 60 * 60 * 1000));

/** Every switch of a site (`utils/service-of.ts`). */
const SWITCHES =
  'discord facebook google-chat instagram reddit roblox snapchat teams telegram tiktok whatsapp x';

/** The choices that a person made unlike the rest, and a file of choices that holds mistakes. */
const otherOptions: readonly Screen[] = [
  {
    name: 'options-by-somebody',
    address: '/options.html',
    before: answerAsSchool,
    given: {
      ...STRICT_SCHOOL,
      by: null,
      preset: [],
      locked: ['offServices', 'sensitivity', 'retentionDays'],
    },
    act: chosen,
  },
  {
    name: 'options-mistakes',
    address: '/options.html',
    before: answerAsSchool,
    given: STRICT_SCHOOL,
    act: chosen,
  },
  {
    name: 'options-all-off',
    address: '/options.html',
    settings: {
      ...{ paused: true, audience: null, country: null },
      offServices: SWITCHES.split(' '),
    },
    async act(page) {
      await chosen(page);
      await unfold(page);
    },
  },
  {
    name: 'options-family-asks',
    address: '/options.html',
    items: {
      family: { version: 1, on: true, since: TODAY - 90 },
      pending: { version: 1, pending: true },
      'of-another-version': { version: 7 },
    },
    async act(page) {
      await chosen(page);
      const danger = page.locator('[aria-labelledby=stored-title] > .plain > .button-danger');
      await danger.first().click();
      await danger.first().click();
    },
  },
  {
    name: 'options-file-taken',
    address: '/options.html',
    async act(page) {
      await chosen(page);
      const settings = {
        retentionDays: 30,
        sensitivity: 'loud',
        country: 'Cambodia',
        favourite: 1,
        offServices: ['telegram', 'telegrm'],
        secret: 'x',
      };
      const file = { for: 'porchlight', version: 1, settings };
      await page.locator('[type=file]').setInputFiles({
        ...{ name: 'choices.json', mimeType: 'application/json' },
        buffer: Buffer.from(JSON.stringify(file)),
      });
      await page.locator('[aria-labelledby=file-title] .note').waitFor();
    },
  },
  {
    name: 'options-no-answer',
    address: '/options.html',
    before: giveNoAnswer,
    act: (page) => page.locator('main .button-main').waitFor(),
  },
];

/** The first field that is said to be wrong. */
const complained = (page: Page) => page.locator('.field-error').first().waitFor();

const note: readonly Screen[] = [
  ...noteOverChat(),
  { name: 'note-empty', address: '/note.html' },
  {
    name: 'note-danger',
    address: '/note.html',
    act: (page) => page.locator('[name=danger][value=harm]').check(),
  },
  {
    name: 'note-full',
    address: '/note.html',
    async act(page) {
      await unfold(page);
      await page.locator('[name=signs][value=threat]').check();
      await page.locator('[name=signs][value=payment]').check();
      await page.locator('#note-app').fill('Telegram');
      await page.locator('#note-handle').fill('@invented_name');
      await page.locator('#note-first').fill('2026-11-20');
      await page.locator('[name=age][value="13-15"]').check();
      await page.locator('[name=country]').check();
    },
  },
  {
    name: 'note-asks',
    address: '/note.html',
    async act(page) {
      await page.locator('#note-app').fill('Telegram');
      await page.locator('.button-danger').click();
    },
  },
  {
    name: 'note-print',
    address: '/note.html',
    async act(page) {
      await page.locator('[name=signs][value=threat]').check();
      await page.locator('#note-app').fill('Telegram');
      await page.emulateMedia({ media: 'print' });
    },
  },
];

const fixSite: readonly Screen[] = [{ name: 'fix-site', address: '/fix-site.html' }, ...fixSiteOverPages()];

/** Each step once; the family view is chosen on the way. */
const STEPS = ['who', 'reads', 'place', 'family', 'try', 'done'];
/** Of every screen that has one. */
export const PIN = '482913';

async function nextStep(page: Page): Promise<void> {
  const title = page.locator('#step-title');
  const was = await title.innerText();
  if (await page.locator('#welcome-new').isVisible()) {
    await page.locator('#welcome-new').fill(PIN);
    await page.locator('#welcome-again').fill(PIN);
  }
  await page.locator('[type=submit]').click();
  await title.filter({ hasNotText: was }).waitFor();
}

const otherWelcome: readonly Screen[] = [
  {
    name: 'welcome-2-managed',
    address: '/welcome.html',
    settings: { audience: null },
    before: answerAsSchool,
    given: SCHOOL,
    act: nextStep, // the school is picked already
  },
  {
    name: 'welcome-1-nobody',
    address: '/welcome.html',
    settings: { audience: null },
    async act(page) {
      await page.locator('[type=submit]').click();
      await complained(page);
    },
  },
  {
    name: 'welcome-4-other-pin',
    address: '/welcome.html',
    settings: { audience: null },
    async act(page) {
      await page.locator('[value=parent]').check();
      for (let done = 0; done < STEPS.indexOf('family'); done += 1) await nextStep(page);
      await page.locator('[name=family]').nth(1).check();
      await page.locator('#welcome-new').fill(PIN);
      await page.locator('#welcome-again').fill('111111');
      await page.locator('[type=submit]').click();
      await complained(page);
    },
  },
];

const welcome: readonly Screen[] = STEPS.map((step, steps) => ({
  name: `welcome-${steps + 1}-${step}`,
  address: '/welcome.html',
  settings: { audience: null },
  async act(page) {
    await page.locator('[value=parent]').check();
    for (let done = 0; done < steps; done += 1) {
      await nextStep(page);
      if (done + 2 === STEPS.indexOf('try')) await page.locator('[name=family]').nth(1).check();
    }
  },
}));

/** `pin`: a stored PIN that `PIN` opens. */
export function allScreens(pin: unknown): readonly Screen[] {
  return [
    ...popupScreens(),
    ...help,
    ...note,
    ...options,
    ...otherOptions,
    ...fixSite,
    ...familyScreens(pin, PIN),
    ...welcome,
    ...otherWelcome,
  ];
}
