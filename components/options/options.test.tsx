// @vitest-environment happy-dom
// The options page in every state: what it says, and what is done where the background does not do it.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { beforeEach, describe, expect, it, type Mock, vi } from 'vitest';
import { loadHelp, readHelpFiles } from '../../help/load';
import type { HelpData } from '../../help/types';
import type { FamilyStatus } from '../../utils/family-types';
import { type Catalogue, createTranslator } from '../../utils/i18n';
import type { PolicyReport } from '../../utils/policy-types';
import { DEFAULT_SETTINGS } from '../../utils/settings';
import { STORED_KINDS, type StoredOverview } from '../../utils/stored-kinds';
import type { PageContext } from '../page-context';
import { Options } from './options';
import type { OptionsActions, OptionsProps, Stored } from './options-types';

const ROOT = join(import.meta.dirname, '../..');
const help = loadHelp(readHelpFiles(join(ROOT, 'help'))).data as HelpData;
const catalogue = JSON.parse(readFileSync(join(ROOT, 'locales/en.json'), 'utf8')) as Catalogue;
const t = createTranslator(catalogue, 'en');
const context: PageContext = { t, language: 'en', copy: async () => true };

const counts = Object.fromEntries([...STORED_KINDS, 'other'].map((kind) => [kind, 0]));
const overview = { counts, settings: DEFAULT_SETTINGS } as StoredOverview;
const STORED: Stored = { settings: DEFAULT_SETTINGS, family: null, policy: null, snoozes: 0, overview };

type Mocked = { [K in keyof OptionsActions]: Mock<OptionsActions[K]> };
let actions: Mocked;
beforeEach(() => {
  actions = {
    change: vi.fn(async () => true),
    switchService: vi.fn(async () => true),
    setLanguage: vi.fn(async () => true),
    endSnoozes: vi.fn(async () => true),
    getAdult: vi.fn(async () => null),
    setAdult: vi.fn(async () => true),
    saveFile: vi.fn(async () => true),
    copyFile: vi.fn(async () => true),
    loadFile: vi.fn(async () => 'failed' as const),
    forget: vi.fn(async () => true),
    reload: vi.fn(),
  };
});

function draw(
  change: Partial<OptionsProps> = {},
  root: HTMLElement = document.createElement('div'),
): HTMLElement {
  if (!root.isConnected) document.body.replaceChildren(root);
  const props = { stored: STORED, services: [{ service: 'telegram', sites: ['Web A', 'Web K'] }] };
  act(() =>
    render(
      <Options
        {...{ ...props, help, suggested: null, languages: ['en', 'km'], context, actions, ...change }}
      />,
      root,
    ),
  );
  return root;
}

const texts = (root: Element, selector: string) =>
  [...root.querySelectorAll(selector)].map((element) => element.textContent);
/** Does something and waits until the page has drawn what came of it. */
const settled = (doing: () => void) =>
  act(async () => {
    doing();
    await new Promise((resolve) => setTimeout(resolve));
  });
const press = (root: Element, name: string) =>
  settled(() => {
    const found = [...root.querySelectorAll('button')].find(({ textContent }) => textContent === name);
    if (found === undefined) throw new Error(`no button "${name}"`);
    found.click();
  });

describe('before there is an answer', () => {
  it('waits without guessing', () => {
    const root = draw({ stored: 'loading' });
    expect(texts(root, 'main [role=status]')).toEqual([t('page.loading')]);
    expect(texts(root, 'main section')).toEqual([]);
  });

  it('says so where none comes, and can be loaded again', async () => {
    const root = draw({ stored: 'no-answer' });
    expect(texts(root, 'main [role=status]')).toEqual([t('page.no-answer')]);
    await press(root, t('page.reload'));
    expect(actions.reload).toHaveBeenCalledOnce();
  });

  it('shows the rest where only a part did not come', () => {
    const root = draw({ stored: { ...STORED, snoozes: null, overview: null } });
    expect(root.textContent).toContain(t('page.no-answer'));
    expect(texts(root, 'table')).toEqual([]);
    const people = texts(root, '[aria-labelledby=warnings-title] .plain p');
    expect(people).toContain(t('page.no-answer'));
    expect(people).not.toContain(t('options.snoozes.none'));
    expect(texts(root, '.button-danger')).toHaveLength(2);
  });
});

describe('a choice', () => {
  it('switches all sites of a service', async () => {
    const root = draw();
    await settled(() => root.querySelectorAll<HTMLInputElement>('[role=switch]')[1]?.click());
    expect(actions.switchService).toHaveBeenCalledWith('telegram', false);
    expect(texts(root, 'section[aria-labelledby=sites-title] .saved')).toEqual([t('page.saved')]);
  });

  it.each([
    ['answers no', async () => false],
    ['throws', async () => Promise.reject(new Error('gone'))],
  ])('that the background does not take says so, where it %s', async (_, change) => {
    actions.change.mockImplementation(change);
    const root = draw();
    await settled(() => root.querySelector<HTMLInputElement>('[role=switch]')?.click());
    expect(texts(root, '.failed')).toEqual([t('page.not-saved')]);
  });

  it('of days that are not in the list is shown all the same', () => {
    const settings = { ...DEFAULT_SETTINGS, retentionDays: 45 };
    const root = draw({ stored: { ...STORED, settings } });
    expect(texts(root, '#retention option')).toEqual(['7 days', '30 days', '45 days', '60 days', '90 days']);
  });
});

describe('each choice', () => {
  const choose = (select: Element | null, value: string) =>
    settled(() => {
      (select as HTMLSelectElement).value = value;
      select?.dispatchEvent(new Event('change', { bubbles: true }));
    });
  const off = { ...DEFAULT_SETTINGS, paused: true, offServices: ['telegram', 'other'] };

  it('is shown as it stands, and switched back', async () => {
    const root = draw({ stored: { ...STORED, settings: off } });
    const switches = [...root.querySelectorAll<HTMLInputElement>('[role=switch]')];
    expect(switches.map(({ checked }) => checked)).toEqual([false, false]);
    expect(texts(root, 'section[aria-labelledby=sites-title] .note')).toEqual([t('options.sites.paused')]);
    await settled(() => switches[1]?.click());
    expect(actions.switchService).toHaveBeenCalledWith('telegram', true);
    await settled(() => switches[0]?.click());
    expect(actions.change).toHaveBeenCalledWith({ paused: false });
    expect(texts(draw(), 'section[aria-labelledby=sites-title] .note')).toEqual([]);
  });

  it('of how soon it warns and how long it remembers is taken', async () => {
    const root = draw();
    const radios = [...root.querySelectorAll<HTMLInputElement>('[name=sensitivity]')];
    expect(radios.filter(({ checked }) => checked).map(({ value }) => value)).toEqual(['standard']);
    await settled(() => radios[0]?.click());
    expect(actions.change).toHaveBeenCalledWith({ sensitivity: 'fewer' });
    expect(root.querySelector<HTMLSelectElement>('#retention')?.value).toBe('90');
    await choose(root.querySelector('#retention'), '7');
    expect(actions.change).toHaveBeenCalledWith({ retentionDays: 7 });
  });

  it('of language and country is taken', async () => {
    const [language = null, country = null] = draw().querySelectorAll(
      '[aria-labelledby=general-title] select',
    );
    await choose(language, 'km');
    expect(actions.setLanguage).toHaveBeenCalledWith('km');
    await choose(country, 'KH');
    expect(actions.change).toHaveBeenCalledWith({ country: 'KH' });
  });
});

describe('settings as a file', () => {
  const load = async (root: Element, report: Awaited<ReturnType<OptionsActions['loadFile']>>) => {
    actions.loadFile.mockResolvedValue(report);
    const input = root.querySelector('input[type=file]') as HTMLInputElement;
    const file = new File(['{}'], 'settings.json');
    Object.defineProperty(input, 'files', { value: [file] });
    await settled(() => input.dispatchEvent(new Event('change', { bubbles: true })));
    expect(actions.loadFile).toHaveBeenCalledWith(file);
    const section = root.querySelector('[aria-labelledby=file-title]') as Element;
    return [...texts(section, '.note p'), ...texts(section, '.note li'), ...texts(section, 'div .failed')];
  };

  it('say what was taken, and what was not and why', async () => {
    const problems = [
      { field: 'sensitivity', why: 'locked' },
      { field: 'language', why: 'bad-value' },
      { field: 'strange', why: 'unknown' },
      { field: 'myspace', why: 'unknown-site' },
      { field: null, why: 'too-long' },
    ] as const;
    expect(await load(draw(), { applied: ['country', 'paused'], problems, more: 3 })).toEqual([
      t('options.file.taken', { count: 2 }),
      `${t('options.warnings.sensitivity')} ${t('options.file.problem.locked')}`, // "tip?: can't" were two marks,
      `${t('popup.choices.language')}: ${t('options.file.problem.bad-value')}`,
      `strange: ${t('options.file.problem.unknown')}`,
      `myspace: ${t('options.file.problem.unknown-site')}`,
      t('options.file.problem.too-long'),
      t('options.file.more', { count: 3 }),
    ]);
  });

  it('say so where nothing was in them, and where they could not be kept', async () => {
    const problem = { field: null, why: 'not-settings' } as const;
    expect(await load(draw(), { applied: ['country'], problems: [problem], more: 0 })).toEqual([
      t('options.file.taken', { count: 1 }),
      t('options.file.problem.not-settings'),
    ]);
    expect(await load(draw(), { applied: [], problems: [], more: 0 })).toEqual([t('options.file.none')]);
    expect(await load(draw(), 'failed')).toEqual([t('page.not-saved')]);
  });

  it('say so too where the page could not ask, and the same file may be tried again', async () => {
    const root = draw();
    const input = root.querySelector('input[type=file]') as HTMLInputElement;
    const cleared = vi.fn();
    Object.defineProperty(input, 'value', { set: cleared });
    const gone = Promise.reject(new Error('gone'));
    expect(await load(root, gone as never)).toEqual([t('page.not-saved')]);
    expect(cleared).toHaveBeenCalledWith('');
  });

  it('are saved and copied, and it is said which', async () => {
    const root = draw();
    await press(root, t('options.file.save'));
    expect(texts(root, '[aria-labelledby=file-title] .saved')).toEqual([t('page.saved'), '']);
    await press(root, t('options.file.copy'));
    expect(texts(root, '[aria-labelledby=file-title] .saved')[1]).toBe(t('help.copied'));
    expect([actions.saveFile.mock.calls.length, actions.copyFile.mock.calls.length]).toEqual([1, 1]);
  });
});

describe('quiet people', () => {
  it('are a number with one tap to end all', async () => {
    const root = draw({ stored: { ...STORED, snoozes: 3 } });
    expect(root.textContent).toContain(t('options.snoozes.count', { count: 3 }));
    await press(root, t('options.snoozes.end'));
    expect(actions.endSnoozes).toHaveBeenCalledOnce();
  });

  it('where there are none leave no button', () => {
    expect(texts(draw(), 'button')).not.toContain(t('options.snoozes.end'));
  });
});

describe('the trusted adult', () => {
  it('is not asked for until tapped', async () => {
    actions.getAdult.mockResolvedValue({ name: 'Aunt', number: '012' });
    const root = draw();
    expect(actions.getAdult).not.toHaveBeenCalled();
    await press(root, t('options.adult.show'));
    expect(root.querySelector<HTMLInputElement>('#adult-name')?.value).toBe('Aunt');
    await press(root, t('options.adult.hide'));
    expect(root.querySelector('#adult-name')).toBeNull();
    await press(root, t('options.adult.show'));
    await press(root, t('options.adult.delete'));
    expect(actions.setAdult).toHaveBeenCalledWith(null);
    expect(root.querySelector<HTMLInputElement>('#adult-name')?.value).toBe('');
  });

  const field = (root: Element, id: string) => root.querySelector<HTMLInputElement>(id) as HTMLInputElement;
  const type = (input: HTMLInputElement, value: string) =>
    act(() => {
      input.value = value;
      input.dispatchEvent(new Event('input', { bubbles: true }));
    });

  it('that is kept for the first time leaves the focus where it was', async () => {
    const root = draw();
    await press(root, t('options.adult.show'));
    const name = field(root, '#adult-name');
    await type(name, 'Aunt');
    name.focus();
    await press(root, t('options.adult.save'));
    expect(actions.setAdult).toHaveBeenCalledWith({ name: 'Aunt', number: '' });
    expect(document.activeElement).toBe(name);
    expect(name.isConnected).toBe(true);
  });

  it('that is deleted leaves empty fields, and the focus in the first', async () => {
    actions.getAdult.mockResolvedValue({ name: 'Aunt', number: '012' });
    const root = draw();
    await press(root, t('options.adult.show'));
    await press(root, t('options.adult.delete'));
    expect(field(root, '#adult-name').value).toBe('');
    expect(field(root, '#adult-number').value).toBe('');
    expect(document.activeElement).toBe(field(root, '#adult-name'));
  });

  const withAdults = (count: number): Stored => ({
    ...STORED,
    overview: { ...overview, counts: { ...counts, 'trusted-adult': count } as StoredOverview['counts'] },
  });

  it('that is deleted together with what was seen, here or in another tab, stands here no longer', async () => {
    actions.getAdult.mockResolvedValue({ name: 'Aunt', number: '012' });
    const root = document.createElement('div');
    draw({ stored: withAdults(1) }, root);
    await press(root, t('options.adult.show'));
    await settled(() => draw({ stored: withAdults(0) }, root));
    expect(root.querySelector('#adult-name')).toBeNull();
    expect(texts(root, '[aria-expanded=false]')).toEqual([t('options.adult.show')]);
  });

  it('says of a deletion that it was one, or that it did not work', async () => {
    actions.getAdult.mockResolvedValue({ name: 'Aunt', number: '012' });
    const said = (root: Element) => texts(root, '[aria-labelledby=adult-title] > [role=status]');
    for (const [works, words] of [
      [false, 'page.not-done'],
      [true, 'options.delete.done'],
    ] as const) {
      actions.setAdult.mockResolvedValue(works);
      const root = draw();
      await press(root, t('options.adult.show'));
      await press(root, t('options.adult.delete'));
      expect(said(root)).toEqual([t(words)]);
      await type(field(root, '#adult-name'), 'Aunt');
      await press(root, t('options.adult.save'));
      expect(said(root)).toEqual([t(works ? 'page.saved' : 'page.not-saved')]);
    }
  });

  it('that is being written stays in the fields when what is stored is drawn anew', async () => {
    const root = document.createElement('div');
    draw({ stored: withAdults(1) }, root);
    await press(root, t('options.adult.show')); // none is kept by then
    await type(field(root, '#adult-name'), 'Aunt');
    await settled(() => draw({ stored: withAdults(0) }, root));
    expect(field(root, '#adult-name').value).toBe('Aunt');
  });

  it('that could not be deleted stays in the fields', async () => {
    actions.getAdult.mockResolvedValue({ name: 'Aunt', number: '012' });
    actions.setAdult.mockResolvedValue(false);
    const root = draw();
    await press(root, t('options.adult.show'));
    await press(root, t('options.adult.delete'));
    expect(field(root, '#adult-name').value).toBe('Aunt');
  });

  it('needs a name', async () => {
    const root = draw();
    await press(root, t('options.adult.show'));
    await press(root, t('options.adult.save'));
    expect(texts(root, '#adult-missing')).toEqual([t('options.adult.missing')]);
    expect(document.activeElement?.id).toBe('adult-name');
    expect(actions.setAdult).not.toHaveBeenCalled();
  });

  it('is kept without the spaces around it, and stays where that failed', async () => {
    const root = draw();
    await press(root, t('options.adult.show'));
    const type = (id: string, text: string) =>
      settled(() => {
        const field = root.querySelector(id) as HTMLInputElement;
        field.value = text;
        field.dispatchEvent(new Event('input', { bubbles: true }));
      });
    const submit = () =>
      settled(() => root.querySelector('form')?.dispatchEvent(new Event('submit', { cancelable: true })));
    await type('#adult-name', ' Aunt ');
    await type('#adult-number', ' 012 ');
    actions.setAdult.mockResolvedValueOnce(false);
    await submit();
    expect(texts(root, '.failed')).toEqual([t('page.not-saved')]);
    expect(texts(root, 'button')).not.toContain(t('options.adult.delete'));
    await submit();
    expect(actions.setAdult).toHaveBeenLastCalledWith({ name: 'Aunt', number: '012' });
    expect(texts(root, 'button')).toContain(t('options.adult.delete'));
  });

  it('that can’t be read is not called absent', async () => {
    actions.getAdult.mockResolvedValue('failed');
    const root = draw();
    await press(root, t('options.adult.show'));
    expect(texts(root, '[role=alert]')).toEqual([t('page.no-answer')]);
    expect(root.querySelector('#adult-name')).toBeNull();
  });
});

describe('what is stored', () => {
  it('is named before it is deleted, the weeks of the family view too where that is on', async () => {
    const family: FamilyStatus = { on: true, since: 1, hasPin: true, pending: false, audience: 'together' };
    for (const [view, question] of [
      [null, 'options.delete.seen-question'],
      [{ ...family, on: false }, 'options.delete.seen-question'],
      [family, 'options.delete.seen-question-family'],
    ] as const) {
      const root = draw({ stored: { ...STORED, family: view } });
      await press(root, t('options.delete.seen'));
      expect(texts(root, '.note-danger p')).toEqual([t(question)]);
    }
  });

  it('that could not be deleted, or copied, is not called "not saved"', async () => {
    actions.forget.mockResolvedValue(false);
    actions.copyFile.mockResolvedValue(false);
    const root = draw();
    await press(root, t('options.delete.all'));
    await press(root, t('options.delete.yes'));
    await press(root, t('options.file.copy'));
    expect(texts(root, '.failed')).toEqual([t('page.not-done'), t('page.not-done')]);
  });

  it('is named in full, kind by kind', () => {
    expect(texts(draw(), 'tbody th')).toHaveLength(STORED_KINDS.length);
    const strange = { ...overview, counts: { ...overview.counts, other: 2 } };
    expect(texts(draw({ stored: { ...STORED, overview: strange } }), 'tbody th')).toHaveLength(
      STORED_KINDS.length + 1,
    );
  });

  it('has each setting with its value', () => {
    const settings = {
      ...DEFAULT_SETTINGS,
      country: 'KH',
      language: 'km',
      offServices: ['telegram', 'gone'],
    } as const;
    const root = draw({ stored: { ...STORED, overview: { ...overview, settings } } });
    expect(texts(root, 'dl dd')).toEqual([
      ...['ខ្មែរ', 'Cambodia', 'Web A, Web K, gone', 'No', t('options.warnings.standard'), '90 days'],
      t('options.stored.not-chosen'),
    ]);
  });

  it('calls no country what it is', () => {
    const settings = { ...DEFAULT_SETTINGS, country: 'ZZ' };
    const root = draw({ stored: { ...STORED, overview: { ...overview, settings } } });
    expect(texts(root, 'dl dd')[1]).toBe(t('country.elsewhere'));
  });

  it.each([
    ['seen', false],
    ['all', true],
  ] as const)('is deleted (%s) when asked twice, and not before', async (what, everything) => {
    const root = draw();
    await press(root, t(`options.delete.${what}`));
    await press(root, t('options.delete.no'));
    expect(actions.forget).not.toHaveBeenCalled();
    await press(root, t(`options.delete.${what}`));
    expect(root.textContent).toContain(t(`options.delete.${what}-question`));
    await press(root, t('options.delete.yes'));
    expect(actions.forget).toHaveBeenCalledWith(everything);
  });
});

it('says on top that the family view is on', () => {
  const family = { on: true, since: 1, hasPin: true, pending: false, audience: 'together' } as const;
  expect(texts(draw({ stored: { ...STORED, family } }), '.family-on')).toEqual([t('page.family-on')]);
  expect(texts(draw(), '.family-on')).toEqual([]);
});

describe('what a school set', () => {
  const POLICY: PolicyReport = {
    ...{ managed: true, by: 'Hill School', contact: null },
    locked: ['offServices', 'sensitivity', 'retentionDays'],
    preset: ['language'],
    problems: [{ key: 'locks.language', why: 'not-lockable' }],
  };
  const under = (policy: PolicyReport | null) => draw({ stored: { ...STORED, policy } });

  it('is not spoken of where nothing was set', () => {
    expect(texts(under(null), '#managed-title')).toEqual([]);
    expect(texts(under({ ...POLICY, managed: false }), '#managed-title')).toEqual([]);
  });

  it('is named: what is fixed, what is a start, by whom, and what was left out', () => {
    const section = under(POLICY).querySelector('[aria-labelledby=managed-title]') as HTMLElement;
    expect(section.textContent).toContain('Hill School');
    expect(texts(section, '.points li')).toEqual([
      ...[t('options.sites.title'), t('options.warnings.sensitivity'), t('options.warnings.retention')],
      t('popup.choices.language'),
      `locks.language: ${t('options.managed.problem.not-lockable')}`,
    ]);
  });

  it('names no part that is empty', () => {
    const bare = under({ ...POLICY, locked: [], preset: [], problems: [] });
    expect(texts(bare, '[aria-labelledby=managed-title] p')).toEqual([
      t('options.managed.by', { name: 'Hill School' }),
      t('options.managed.cannot-see'),
      t('options.managed.cannot'),
    ]);
  });

  it('is named with whom it put on the help page', () => {
    const contact = { name: 'Ms Chan, room 12', phone: '+855 12 345 678', email: null, hours: null };
    expect(
      under({ ...POLICY, contact }).querySelector('[aria-labelledby=managed-title]')?.textContent,
    ).toContain(t('options.managed.contact', { name: 'Ms Chan, room 12' }));
  });

  it('can’t be changed where it is fixed, and says by whom beside each', () => {
    const root = under(POLICY);
    expect(texts(root, '.fixed')).toEqual(Array(3).fill('Fixed by Hill School'));
    const fixed = root.querySelectorAll('#retention:disabled, fieldset:disabled, [role=switch]:disabled');
    expect(fixed).toHaveLength(3);
    expect(texts(under({ ...POLICY, by: null }), '.fixed')[0]).toBe(t('options.managed.fixed'));
  });

  it.each([
    ['retentionDays', '#retention'],
    ['sensitivity', '[name=sensitivity]:checked'],
    ['offServices', 'label:last-of-type > [role=switch]'],
  ] as const)('says so to whoever was at it by keyboard when it was fixed: %s', (setting, control) => {
    const open: PolicyReport = { ...POLICY, locked: [] };
    const root = under(open);
    root.querySelector<HTMLElement>(control)?.focus();
    expect(document.activeElement?.matches(control)).toBe(true);
    draw({ stored: { ...STORED, policy: { ...open, locked: [setting] } } }, root);
    expect(document.activeElement?.id).toBe(`fixed-${setting}`);
    expect(document.activeElement?.textContent).toBe('Fixed by Hill School');
  });

  it('leaves the focus where it is when another thing is fixed, and where all was fixed from the start', () => {
    const open: PolicyReport = { ...POLICY, locked: [] };
    const root = under(open);
    root.querySelector<HTMLElement>('#retention')?.focus();
    draw({ stored: { ...STORED, policy: { ...open, locked: ['sensitivity', 'offServices'] } } }, root);
    expect(document.activeElement?.id).toBe('retention');
    under(POLICY);
    expect(document.activeElement).toBe(document.body);
  });

  it('leaves language, country, pause and deleting alone', () => {
    const root = under(POLICY);
    const general = root.querySelectorAll('[aria-labelledby=general-title] select:disabled');
    expect(general).toHaveLength(0);
    expect(root.querySelector<HTMLInputElement>('[role=switch]')?.disabled).toBe(false);
    expect(root.querySelectorAll('.button-danger:disabled')).toHaveLength(0);
  });
});
