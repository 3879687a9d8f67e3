// @vitest-environment happy-dom
// Never a dead end: every situation, in every country and language, ends at a line or a form that is in sight, with how
// sure we are of it and whether we tried it; and a Khmer page says nothing in English.
import { describe, expect, it } from 'vitest';
import { crisisFor, emergencyFor } from '../../help/choose';
import type { HelpLine } from '../../help/types';
import { LANGUAGES } from '../../utils/i18n';
import type { Language } from '../../utils/settings';
import { HELP_PLACES, type HelpPlace, SITUATIONS } from '../../utils/situations';
import { lineCheck, lineFacts, lineHistory } from '../lines/line-facts';
import { shippedHelp } from '../lines/testing';
import { reachFor } from './reach-lines';
import { needOf } from './situation-view';
import { contextIn, drawHelp, shippedSituations } from './testing';

const help = shippedHelp();
/** Of every language that has a file, so that a new one is held to this too. */
const contexts = new Map(LANGUAGES.map((language) => [language, contextIn(language)]));
const contextOf = (language: Language) => contexts.get(language) ?? contextIn(language);
const COUNTRIES = [...help.countries.map(({ country }) => country), 'ZZ', null];
const EVERY_LINE = [...help.countries, help.international, help.europe].flatMap(({ lines }) => lines);

/** Names of apps, tools and keys, the words on apps' own English buttons, and the words that a line asks to be sent. */
const NAMES = new RegExp(
  [
    'Porchlight|Telegram|Facebook|Messenger|Instagram|WhatsApp|Discord|Snapchat|TikTok|Reddit|Roblox|YouTube|Twitch',
    'Google Search|Google Drive|Dropbox|Esc|Report Message|Report account|Report abuse|Report|More|Child abuse',
    ...EVERY_LINE.flatMap(({ textKeyword }) => textKeyword ?? []),
  ].join('|'),
  'g',
);
const latinWordsIn = (text: string) => text.replace(NAMES, '').match(/\p{Script=Latin}{2,}/gu) ?? [];

/** Names of lines, addresses, languages' own names, and where a name stands in words for ears. */
const NOT_OURS = '.line h3, .line h4, .line-native, bdi, .only-read, option[lang], dt, .page-name';

function latinWordsOf(root: HTMLElement): string[] {
  const ours = root.cloneNode(true) as HTMLElement;
  for (const element of ours.querySelectorAll(NOT_OURS)) element.remove();
  const parts = [...ours.querySelectorAll('*')].flatMap((element) =>
    [...element.childNodes].filter(({ nodeType }) => nodeType === 3).map((node) => node.textContent ?? ''),
  );
  return parts.flatMap(latinWordsIn);
}

/** Not folded away. */
const inSight = (element: Element) => element.closest('details:not([open]), [hidden]') === null;

const isReachable = ({ phone, sms, url, chatUrl }: HelpLine) => (phone ?? sms ?? url ?? chatUrl) !== null;

/** What a line's own words lack, in a language: whether it was tried or its date, and how sure we are. */
function lacks(line: HelpLine, language: Language): string[] {
  const { t } = contextOf(language);
  const history = lineHistory(line, t, language).join(' · ');
  const check = lineCheck(line, t);
  const words = [history, check ?? '', ...lineFacts(line, t, language)];
  const isTold = ['number', 'page'].some((by) => history.includes(t(`help.not-tried.${by}`)));
  return [
    line.dialled === null && !isTold ? 'whether it was tried' : [],
    line.confidence === 'high' && !history.includes(t('help.confidence.high')) ? 'how sure we are' : [],
    line.confidence === 'medium' && check === null ? 'that we are less sure' : [],
    language === 'km' ? words.flatMap(latinWordsIn) : [],
  ]
    .flat()
    .map((what) => `${line.id}: ${what}`);
}

it.each(LANGUAGES)('every line tells how sure we are and whether it was tried: %s', (language) => {
  expect(EVERY_LINE.flatMap((line) => lacks(line, language))).toEqual([]);
});

describe.each(SITUATIONS)('%s', (id) => {
  const situation = shippedSituations().find((known) => known.id === id);
  if (situation === undefined) throw new Error(`no situation ${id}`);
  const need = needOf(situation);

  it.each(COUNTRIES)('in %s ends at a line or a form that we know', (country) => {
    const { now, first, groups } = reachFor(help, country, need);
    const open = [...now, ...first].map(({ line }) => line);
    expect(open.filter(isReachable).length).toBeGreaterThan(0);
    expect(open.filter(({ limits }) => limits.includes('adults-only'))).toEqual([]);
    const all = [...open, ...groups.flatMap(({ lines }) => lines)];
    expect(all.filter((line) => !isReachable(line))).toEqual([]);
    expect(all.filter((line) => !EVERY_LINE.includes(line))).toEqual([]);
  });

  it.each(COUNTRIES)(
    'in %s names the crisis route at once, called what it is, and no number twice',
    (country) => {
      const { now, first, groups } = reachFor(help, country, need);
      const crisis = crisisFor(help, country);
      const shown = [...now, ...first];
      expect((need.crisis === 'first' ? now : first).filter(({ as }) => as === crisis.as)).not.toEqual([]);
      const numbers = [...shown.map(({ line }) => line), ...groups.flatMap(({ lines }) => lines)].flatMap(
        ({ phone }) => phone ?? [],
      );
      expect(numbers).toEqual([...new Set(numbers)]);
      const emergency = emergencyFor(help, country);
      if (crisis.as === 'directory' && emergency !== null)
        expect(shown.map(({ line }) => line.phone)).toContain(emergency.phone);
    },
  );
});

describe.each(LANGUAGES)('as drawn in %s', (language) => {
  const { t } = contextOf(language);
  /** Draws the page and gives its lines that are in sight. */
  const check = (place: HelpPlace, country: string | null) => {
    const root = drawHelp({ place, country, context: contextOf(language) });
    const lines = [...root.querySelectorAll('.line')].filter(inSight);
    const ways = lines.filter((line) =>
      line.querySelector('.line-number bdi, .line-text, a[href^="https://"]'),
    );
    expect(ways.length).toBeGreaterThan(0);
    for (const line of lines) {
      const text = line.textContent ?? '';
      const sure = [t('help.confidence.high'), t('help.check.number'), t('help.check.page')];
      expect(sure.some((words) => text.includes(words))).toBe(true);
      expect(text).toMatch(new RegExp(['number', 'page'].map((by) => t(`help.not-tried.${by}`)).join('|')));
    }
    if (language === 'km') expect(latinWordsOf(root)).toEqual([]);
    return root;
  };

  it.each(HELP_PLACES.filter((place) => place !== 'directory'))('%s, with a country and without', (place) => {
    for (const country of ['KH', 'ZZ', null]) check(place, country);
  });

  it.each(COUNTRIES)('%s', (country) => {
    const root = check('hurt', country);
    if (emergencyFor(help, country) === null)
      expect(root.textContent).toContain(t('help-page.emergency-unknown'));
  });

  it('the directory names every country, and each has a line', () => {
    const root = drawHelp({ place: 'directory', context: contextOf(language) });
    const folds = [...root.querySelectorAll('section:first-of-type > div > details')];
    expect(folds).toHaveLength(help.countries.length + 1);
    expect(folds.filter((fold) => fold.querySelector('.line') === null)).toEqual([]);
    if (language === 'km') expect(latinWordsOf(root)).toEqual([]);
  });
});
