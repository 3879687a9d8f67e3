// @vitest-environment happy-dom
// The options page in every state: what it says, and what is done where the background does not do it.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { beforeEach, describe, expect, it, type Mock, vi } from 'vitest';
import { loadHelp, readHelpFiles } from '../../help/load';
import type { HelpData } from '../../help/types';
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
const context: PageContext = { t, language: 'en', has: t.has, copy: async () => true };

const counts = Object.fromEntries([...STORED_KINDS, 'other'].map((kind) => [kind, 0]));
const overview = { counts, settings: DEFAULT_SETTINGS } as StoredOverview;
const STORED: Stored = { settings: DEFAULT_SETTINGS, family: null, policy: null, snoozes: 0, overview };

type Mocked = { [K in keyof OptionsActions]: Mock<OptionsActions[K]> };
let actions: Mocked;
beforeEach(() => {
  actions = {
    change: vi.fn(async () => true),
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

function draw(change: Partial<OptionsProps> = {}): HTMLElement {
  const root = document.createElement('div');
  document.body.replaceChildren(root);
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
    expect(texts(root, '.button-danger')).toHaveLength(2);
  });
});

describe('a choice', () => {
  it('switches all sites of a service', async () => {
    const root = draw();
    await settled(() => root.querySelectorAll<HTMLInputElement>('[role=switch]')[1]?.click());
    expect(actions.change).toHaveBeenCalledWith({ offServices: ['telegram'] });
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
    expect(actions.setAdult).not.toHaveBeenCalled();
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

  it('can’t be changed where it is fixed, and says by whom beside each', () => {
    const root = under(POLICY);
    expect(texts(root, '.fixed')).toEqual(Array(3).fill('Fixed by Hill School'));
    const fixed = root.querySelectorAll('#retention:disabled, fieldset:disabled, [role=switch]:disabled');
    expect(fixed).toHaveLength(3);
    expect(texts(under({ ...POLICY, by: null }), '.fixed')[0]).toBe(t('options.managed.fixed'));
  });

  it('leaves language, country, pause and deleting alone', () => {
    const root = under(POLICY);
    const general = root.querySelectorAll('[aria-labelledby=general-title] select:disabled');
    expect(general).toHaveLength(0);
    expect(root.querySelector<HTMLInputElement>('[role=switch]')?.disabled).toBe(false);
    expect(root.querySelectorAll('.button-danger:disabled')).toHaveLength(0);
  });
});
