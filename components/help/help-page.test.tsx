// @vitest-environment happy-dom
// The help page: what stands where, what its buttons do, and what stays hidden.
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { beforeEach, describe, expect, it } from 'vitest';
import type { HelpCountry, HelpData, HelpLine } from '../../help/types';
import { HELP_PLACES, SITUATIONS } from '../../utils/situations';
import { shippedHelp } from '../lines/testing';
import { AdultSection } from './adult-section';
import { contextIn, drawHelp, noteHelpActions, shippedSituations } from './testing';

const { t } = contextIn('en');
const text = (root: Element, selector: string) =>
  [...root.querySelectorAll(selector)].map((element) => element.textContent ?? '');
const named = (root: Element, selector: string, name: string) =>
  [...root.querySelectorAll<HTMLElement>(selector)].find((element) => element.textContent === name);
const press = (element: HTMLElement | undefined) => act(async () => element?.click());

/** The shipped help, each line without what is named. */
function shippedHelpWithout(change: Partial<HelpLine>): HelpData {
  const help = shippedHelp();
  const without = (file: HelpCountry) => ({
    ...file,
    lines: file.lines.map((line) => ({ ...line, ...change })),
  });
  return { ...help, countries: help.countries.map(without), international: without(help.international) };
}

describe('the list', () => {
  it('names every situation, in the order of the file', () => {
    const titles = SITUATIONS.map((id) => t(`help-page.situation.${id}.title`));
    expect(text(drawHelp(), '.situations a')).toEqual(titles);
  });

  it('turns to a situation at a plain tap, and leaves a tap for a new tab to the browser', async () => {
    const done: string[] = [];
    const root = drawHelp({ actions: noteHelpActions(done) });
    const link = root.querySelector<HTMLAnchorElement>('.situations a');
    expect(link?.dataset.place).toBe('threat');
    await press(link as HTMLElement);
    link?.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, ctrlKey: true }));
    expect(done).toEqual(['go threat']);
  });

  it('asked for somebody to talk to once more, goes to them once more, and nowhere else', async () => {
    const done: string[] = [];
    const root = drawHelp({ place: 'talk', actions: noteHelpActions(done) });
    const link = root.querySelector<HTMLElement>('a.button-main');
    link?.focus();
    await press(link ?? undefined);
    expect(document.activeElement?.id).toBe('reach-title');
    expect(done).toEqual([]);
    await press(
      drawHelp({ actions: noteHelpActions(done) }).querySelector<HTMLElement>('a.button-main') ?? undefined,
    );
    expect(done).toEqual(['go talk']);
  });

  it('names the crisis line before the hotline where somebody to talk to was asked for', () => {
    expect(text(drawHelp({ place: 'talk' }), '.line-number bdi')[0]).toBe('1280');
    expect(text(drawHelp({ place: 'start' }), '.line-number bdi')[0]).toBe('092 311 511');
  });
});

describe.each(shippedSituations())('$id', (situation) => {
  let root: HTMLElement;
  beforeEach(() => {
    root = drawHelp({ place: situation.id });
  });

  it('says what to do, and what not, and whose fault it is not', () => {
    expect(text(root, 'main h1')).toEqual([t(`help-page.situation.${situation.id}.title`)]);
    expect(text(root, '.steps li')).toEqual(situation.do.map((step) => t(`help-page.do.${step}`)));
    expect(text(root, '.points li')).toEqual(situation.dont.map((thing) => t(`help-page.dont.${thing}`)));
    expect(text(root, '.comfort')[0]).toMatch(/not your (child's )?fault/);
  });

  it('puts the crisis line above the steps where it fits, and nowhere else', () => {
    const headings = text(root, 'main h2');
    const now = headings.indexOf(t('help-page.now.title'));
    if (situation.crisis === 'first') expect(now).toBe(0);
    else expect(now).toBe(-1);
    expect(headings.indexOf(t('help-page.ten'))).toBe(now + 1);
  });

  it('leads on to others, to a note, and back', () => {
    const links = [...root.querySelectorAll('a')];
    const places = links.map((link) => link.dataset.place);
    for (const id of [...situation.next, 'start', 'directory']) expect(places).toContain(id);
    expect(links.map((link) => link.getAttribute('href'))).toContain('/note.html');
  });

  it('names no place in an address, which a new tab would leave in the history', () => {
    const links = [...root.querySelectorAll('a')].map((link) => link.getAttribute('href') ?? '');
    expect(links.filter((href) => HELP_PLACES.some((place) => href.endsWith(`#${place}`)))).toEqual([]);
  });
});

it.each(['threat', 'hurt', 'camera'])('the crisis line comes first: %s', (id) => {
  expect(shippedSituations().find((situation) => situation.id === id)?.crisis).toBe('first');
});

describe('what takes pictures down', () => {
  const TOOLS = ['Take It Down', 'StopNCII'];
  const folds = (country: string, place: 'sent' | 'threat' = 'sent') => {
    const all = [...drawHelp({ place, country }).querySelectorAll('details')];
    const titled = (title: string) => all.find((fold) => text(fold, 'summary h3')[0] === t(title));
    return { tools: titled('help.group.pictures'), people: titled('help-page.pictures.people') };
  };
  const read = (fold: Element | undefined) => ({
    names: text(fold as Element, 'h4'),
    forWhom: text(fold as Element, 'dd'),
    staysHere: fold?.textContent?.includes(t('help-page.pictures.how')),
  });
  const forWhom = (...ids: string[]) => ids.map((id) => t(`help-page.pictures.for.${id}`));
  const tools = {
    names: TOOLS,
    forWhom: forWhom('int-take-it-down', 'int-stopncii'),
    staysHere: true,
  };

  it.each(['KH', 'US'])('in %s is tools alone, each once and with whom it is for', (country) => {
    const { tools: found, people } = folds(country);
    expect(read(found)).toEqual(tools);
    expect(people).toBeUndefined();
  });

  it.each([
    ['AU', 'eSafety Commissioner'],
    ['CA', 'NeedHelpNow.ca'],
    ['HK', 'RainLily Take-Down Assistance'],
    ['KR', 'Digital Sex Crime Victim Support Center (D4U) - 1366'],
    ['TW', 'Sexual Image Processing Center (SIARC)'],
  ])('in %s is people too, of whom is not said that the picture stays on the device', (country, name) => {
    const { tools: found, people } = folds(country);
    expect(read(found)).toEqual(tools);
    expect(read(people)).toEqual({ names: [name], forWhom: [], staysHere: false });
  });

  it('tells of people what happens with the picture where that is known', () => {
    const { names, forWhom: said } = read(folds('GB').people);
    expect([names, said]).toEqual([['Report Remove'], forWhom('gb-report-remove')]);
  });

  it('is open where the steps speak of it', () => {
    const open = (place: 'sent' | 'threat') => Object.values(folds('GB', place)).map((fold) => fold?.open);
    expect(open('sent')).toEqual([true, true]);
    expect(open('threat')).toEqual([false, false]);
  });
});

describe('what is folded', () => {
  it('the directory names a number once, though it stands in the file under two kinds', () => {
    const root = drawHelp({ place: 'directory' });
    const own = [...root.querySelectorAll('details')].find((fold) => fold.open);
    const numbers = text(own as Element, '.line-number bdi');
    expect(numbers).toContain('1280');
    expect(numbers).toEqual([...new Set(numbers)]);
  });

  it('every service has its taps or a page, and says that we did not try it', () => {
    const root = drawHelp({ place: 'directory' });
    const names = text(root, '[aria-labelledby="platforms-title"] summary');
    for (const name of ['Telegram', 'Facebook', 'Messenger', 'WhatsApp', 'Instagram', 'Discord', 'Snapchat'])
      expect(names).toContain(name);
    for (const name of ['TikTok', 'X', 'Google Drive', 'Dropbox']) expect(names).toContain(name);
  });
});

describe('the trusted adult', () => {
  const open = async (getAdult: () => Promise<{ name: string; number: string } | null | 'failed'>) => {
    const copied: string[] = [];
    let asked = 0;
    const actions = {
      ...noteHelpActions([]),
      getAdult: () => {
        asked += 1;
        return getAdult();
      },
    };
    const root = drawHelp({ place: 'threat', actions, context: contextIn('en', copied) });
    const before = { asked, text: root.textContent ?? '' };
    await press(named(root, 'button', t('help-page.adult.show')));
    return { root, copied, before };
  };
  const aunt = async () => ({ name: 'Aunt Srey', number: '012 345 678' });

  it('is neither shown nor asked for until tapped, and gone when hidden again', async () => {
    const { root, before } = await open(aunt);
    expect(before.asked).toBe(0);
    expect(before.text).not.toContain(t('help-page.say.teen.one'));
    expect(root.textContent).toContain('Aunt Srey');
    await press(named(root, 'button', t('help-page.adult.hide')));
    expect(root.textContent).not.toContain('Aunt Srey');
  });

  it('comes with opening sentences to copy', async () => {
    const { root, copied } = await open(aunt);
    expect(text(root, '.sayings q')).toEqual(
      ['one', 'two', 'three'].map((n) => t(`help-page.say.teen.${n}`)),
    );
    await press(root.querySelector<HTMLElement>('.sayings button') ?? undefined);
    expect(copied).toEqual([t('help-page.say.teen.one')]);
  });

  it.each([
    [async () => null, 'none'],
    [async () => 'failed' as const, 'failed'],
  ])('that is not there is said so, and the sentences stay', async (getAdult, key) => {
    const { root } = await open(getAdult);
    expect(root.textContent).toContain(t(`help-page.adult.${key}`));
    expect(text(root, '.sayings q')).toHaveLength(3);
  });

  it('that was deleted in another tab stands here no longer', async () => {
    let adult: Awaited<ReturnType<typeof aunt>> | null = await aunt();
    const root = document.createElement('div');
    const actions = { getAdult: async () => adult };
    const draw = (changes: number) =>
      act(async () => {
        render(<AdultSection say="teen" {...{ changes, actions }} context={contextIn('en')} />, root);
      });
    await draw(0);
    await press(named(root, 'button', t('help-page.adult.show')));
    expect(root.textContent).toContain('Aunt Srey');
    adult = null;
    await draw(1);
    await act(async () => {}); // the answer comes a turn later
    expect(root.textContent).not.toContain('Aunt Srey');
    expect(text(root, '.sayings q')).toHaveLength(3);
  });

  it('is not looked for on the pages of parents and friends', async () => {
    for (const place of ['parent', 'friend'] as const) {
      const actions = { ...noteHelpActions([]), getAdult: () => Promise.reject(new Error('asked')) };
      const root = drawHelp({ place, actions });
      await press(named(root, 'button', t('help-page.adult.show')));
      expect(text(root, '.sayings q')[0]).toBe(t(`help-page.say.${place}.one`));
    }
  });
});

describe('choices', () => {
  it('country and language are passed on, and a way out is at the top', async () => {
    const done: string[] = [];
    const root = drawHelp({ place: 'paid', actions: noteHelpActions(done) });
    const choose = (select: HTMLSelectElement | undefined, value: string) => {
      if (select === undefined) throw new Error('no such choice');
      select.value = value;
      select.dispatchEvent(new Event('change', { bubbles: true }));
    };
    const [country, language] = root.querySelectorAll('select');
    choose(country, 'VN');
    choose(language, 'km');
    await press(root.querySelector<HTMLElement>('.button-leave') ?? undefined);
    expect(done).toEqual(['setCountry VN', 'setLanguage km', 'leave']);
  });

  it('a guess is called a guess, and shows the lines of that country', () => {
    const root = drawHelp({ place: 'paid', country: null, suggested: 'KH' });
    expect(root.textContent).toContain('This is a guess');
    expect(text(root, '.line-number bdi')).toContain('092 311 511');
  });

  it.each([
    ['KH', null, ['Who can help: Cambodia']],
    [null, 'KH', ['Who can help: Cambodia', t('country.guessed')]],
    ['ZZ', null, []],
    [null, null, []],
  ])(
    'the crisis line says whose it is, and whether that is a guess (%s, guessed %s)',
    (country, suggested, said) => {
      const root = drawHelp({ place: 'hurt', country, suggested });
      const known = [t('help-page.now.lead'), t('help.history')];
      expect(text(root, '.block-now > p').filter((sentence) => !known.includes(sentence))).toEqual(said);
      const [name] = said;
      const all = root.querySelector('.block-now')?.textContent ?? '';
      if (name !== undefined) expect(all.indexOf(name)).toBeLessThan(all.indexOf('1280'));
    },
  );

  it('nobody needs to speak aloud where a line takes texts, and a parent is told what fits a parent', () => {
    const silent = (place: 'paid' | 'parent', country: string) =>
      drawHelp({ place, country }).textContent?.includes(t('help.silent'));
    expect(silent('paid', 'KH')).toBe(true);
    expect(silent('parent', 'KH')).toBe(false);
    expect(drawHelp({ place: 'parent' }).textContent).toContain(t('help.expect-parent'));
    const lines = shippedHelpWithout({ sms: null, chatUrl: null });
    expect(drawHelp({ place: 'paid', help: lines }).textContent).not.toContain(t('help.silent'));
  });

  it('a country without a line says so', () => {
    expect(drawHelp({ place: 'paid', country: 'ZZ' }).textContent).toContain(t('help-page.reach.none'));
    expect(drawHelp({ place: 'paid', country: null }).textContent).toContain(t('help-page.reach.choose'));
  });
});

describe.each(HELP_PLACES)('structure: %s', (place) => {
  let root: HTMLElement;
  beforeEach(() => {
    root = drawHelp({ place });
  });
  const all = <E extends Element>(selector: string) => [...root.querySelectorAll<E>(selector)];

  it('says what a page leaves behind before the first link out, and opens each in a tab that learns nothing', () => {
    const note = root.querySelector('#history-note') as Element;
    const links = all<HTMLAnchorElement>('a[target]');
    expect(note.textContent).toBe(t('help.history'));
    expect(links.length).toBeGreaterThan(5);
    for (const link of links) {
      expect(note.compareDocumentPosition(link) & Node.DOCUMENT_POSITION_FOLLOWING).toBeTruthy();
      expect(link.rel).toBe('noreferrer noopener');
      expect(link.getAttribute('aria-describedby')).toBe('history-note');
    }
  });

  it('has one main heading, no level skipped, no id twice, every section named, and no style in the markup', () => {
    const levels = all('h1, h2, h3, h4').map((heading) => Number(heading.tagName[1]));
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    expect(levels.filter((level, index) => level > (levels[index - 1] ?? 0) + 1)).toEqual([]);
    const ids = all('[id]').map(({ id }) => id);
    expect(ids).toEqual([...new Set(ids)]);
    for (const part of all('section, nav'))
      expect(
        part.getAttribute('aria-label') ?? root.querySelector(`#${part.getAttribute('aria-labelledby')}`),
      ).toBeTruthy();
    expect(all('[style]')).toEqual([]);
  });
});
