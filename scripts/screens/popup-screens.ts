// The popup over tabs in every state: what a tab would answer is given, the rest is real.

import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { parse } from 'yaml';
import type { Reason, Stage } from '../../engine/types';
import type { TabReport } from '../../utils/tab-messages';
import { LANGUAGES } from '../languages';
import type { Items, Screen } from './screens';

/** As wide as browsers draw it. */
const WIDTH = 380;
const TODAY = Math.floor(Date.now() / (24 * 60 * 60 * 1000));

const CALM: TabReport = {
  ...{ state: 'reading', why: null, level: 'calm', past: false, crisis: false, who: 'person' },
  adapter: { id: 'telegram-k', name: 'Telegram Web K', seenLive: null },
  ...{ seen: [], facts: [], requests: 0, snoozedUntil: null, failedPacks: [], memoryFailed: false },
};
const SIGNALS = parse(readFileSync(new URL('../../rules/signals.yaml', import.meta.url), 'utf8')) as Readonly<
  Record<string, { readonly stage: Stage }>
>;

function seen(signal: string, count = 1): Reason {
  const rule = SIGNALS[signal];
  if (rule === undefined) throw new Error(`rules/signals.yaml has no ${signal}`);
  return { signal, stage: rule.stage, count, lastDay: TODAY };
}

/** What weeks of talk leave behind. */
const LONG = [
  ...['threat.publish', 'payment.demand', 'threat.ruin', 'media.more', 'pressure.obey', 'secrecy.dont-tell'],
  ...['move.platform', 'secrecy.hide', 'risk.parents', 'approach.meet', 'trust.mature', 'access.found-you'],
];

const REPORTS: Readonly<Record<string, TabReport | null>> = {
  none: null,
  idle: { ...CALM, state: 'idle', requests: 2 },
  calm: CALM,
  notice: { ...CALM, level: 'notice', facts: [{ fact: 'no-mutual-friends' }] },
  caution: { ...CALM, level: 'caution', seen: [seen('secrecy.keep-secret', 2), seen('move.platform')] },
  look: { ...CALM, level: 'caution', seen: [seen('look.alike')] },
  danger: { ...CALM, level: 'danger', seen: [seen('threat.publish', 2), seen('payment.demand')] },
  'danger-long': { ...CALM, level: 'danger', seen: LONG.map((signal) => seen(signal)) },
  past: { ...CALM, level: 'danger', past: true, seen: [seen('threat.publish')] },
  crisis: { ...CALM, crisis: true },
  snoozed: { ...CALM, snoozedUntil: (TODAY + 20) * 24 * 60 * 60 * 1000 },
  failed: {
    ...{ ...CALM, failedPacks: ['km'], memoryFailed: true },
    adapter: { id: 'tiktok', name: 'TikTok', seenLive: null, experimental: true },
  },
  unreadable: { ...CALM, state: 'unreadable', why: 'no-list' },
  paused: { ...CALM, state: 'paused' },
  'site-off': { ...CALM, state: 'paused' },
  broken: { ...CALM, state: 'broken' },
};

const SETTINGS: Readonly<Record<string, Items>> = {
  paused: { paused: true },
  'site-off': { offServices: ['telegram'] },
};

const ASKING = LANGUAGES.map((language) => {
  const words = readFileSync(new URL(`../../locales/${language}.json`, import.meta.url), 'utf8');
  return (JSON.parse(words) as { popup: { asking: { title: string } } }).popup.asking.title;
});

/** The popup draws once before the tab has answered. */
async function answered(page: Page): Promise<void> {
  await page.waitForFunction(
    (asking) => !asking.some((one) => document.body.innerText.includes(one)),
    ASKING,
  );
}

/** Stands in for the tab below a page of ours, which here is a tab itself. */
function answerAs(given: unknown): void {
  const { chrome } = globalThis as unknown as {
    chrome: { tabs: { query: unknown; sendMessage: unknown } };
  };
  chrome.tabs.query = async () => [{ id: 1 }];
  chrome.tabs.sendMessage = async () => {
    if (given === null) throw new Error('nothing of ours in this tab');
    return given;
  };
}

/** Nothing of ours in the tab, in a browser where our sites were taken from us. */
function answerBarred(): void {
  const { chrome } = globalThis as unknown as {
    chrome: { tabs: { query: unknown }; permissions: { contains: unknown } };
  };
  chrome.tabs.query = async () => [];
  chrome.permissions.contains = async () => false;
}

export function popupScreens(): readonly Screen[] {
  const popup = { address: '/popup.html', width: WIDTH, act: answered };
  return [
    ...Object.entries(REPORTS).map(([name, given]) => ({
      ...popup,
      name: `popup-${name}`,
      ...(SETTINGS[name] && { settings: SETTINGS[name] }),
      before: answerAs,
      given,
    })),
    { ...popup, name: 'popup-none-barred', before: answerBarred },
  ];
}

/** Several tabs, each with its own answer, that give a copy of how they are built. */
function answerWithCopies(given: unknown): void {
  const { chrome } = globalThis as unknown as { chrome: { tabs: { query: unknown; sendMessage: unknown } } };
  const reports = given as readonly unknown[];
  const row =
    '<li class="messageListItem__5126c" id="name1"><span data-text="true">xxx xxx 1001</span></li>\n';
  chrome.tabs.query = async () => reports.map((_, id) => ({ id }));
  chrome.tabs.sendMessage = async (id: number, { type }: { readonly type: string }) =>
    type === 'report' ? reports[id] : { adapter: 'discord', html: row.repeat(40), cut: true };
}

/** "Help fix a site" over pages in every state, before one is picked and after. */
export function fixSiteOverPages(): readonly Screen[] {
  const given = (['unreadable', 'broken', 'idle', 'reading'] as const).map((state) => ({ ...CALM, state }));
  const page = { address: '/fix-site.html', before: answerWithCopies, given };
  const find = async (shown: Page) => {
    await shown.locator('main .button-main').click();
    await shown.locator('.rows button').first().waitFor();
  };
  return [
    { ...page, name: 'fix-site-found', act: find },
    {
      ...page,
      name: 'fix-site-copy',
      async act(shown) {
        await find(shown);
        await shown.locator('.rows button').first().click();
        await shown.locator('[aria-labelledby=look-title] .button-main').click();
        await shown.locator('.saved:not(:empty)').waitFor();
      },
    },
    { ...page, name: 'fix-site-none', given: [], act: (shown) => shown.locator('main .button-main').click() },
  ];
}

const MANY: readonly TabReport[] = [
  ...[
    ['whatsapp', 'WhatsApp Web'] as const,
    ['facebook-requests', 'Facebook friend requests'] as const,
    ['teams', 'Microsoft Teams and Teams free'] as const,
    ['google-chat', 'Google Chat'] as const,
  ].map(([id, name], at) => ({
    ...CALM,
    level: 'danger' as const,
    adapter: { id, name, seenLive: null },
    seen: LONG.slice(at * 2).map((signal) => seen(signal)),
  })),
];

/** The note over an open chat with signs, found and taken into it. */
export function noteOverChat(): readonly Screen[] {
  const note = { address: '/note.html', before: answerAs, given: REPORTS.caution };
  const ofSeen = '[aria-labelledby=seen-title]';
  const find = async (page: Page) => {
    await page.locator(`${ofSeen} > button`).click();
    await page.locator(`${ofSeen} li > button`).first().waitFor();
  };
  return [
    { ...note, name: 'note-found', act: find },
    { ...note, name: 'note-found-many', before: answerWithCopies, given: MANY, act: find },
    {
      ...note,
      name: 'note-found-none',
      before: answerWithCopies,
      given: [],
      act: (page) => page.locator(`${ofSeen} > button`).click(),
    },
    {
      ...note,
      name: 'note-taken',
      async act(page) {
        await find(page);
        await page.locator(`${ofSeen} li > button`).click();
        await page.locator('[name=signs]:checked').first().waitFor();
      },
    },
  ];
}
