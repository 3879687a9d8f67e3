// @vitest-environment happy-dom
// The report note as a page: what a tick, a chat and a choice do, and who is called first where there is danger.
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { describe, expect, it, type Mock, vi } from 'vitest';
import { contextIn } from '../help/testing';
import { shippedHelp } from '../lines/testing';
import { Note } from './note';
import type { NoteActions, NoteProps } from './note-types';

const { t } = contextIn('en');
const help = shippedHelp();
const TODAY = { written: '2026-11-25', clock: 'UTC+7' };
const CHAT = {
  site: { id: 'telegram-k', name: 'Telegram' },
  kinds: ['threat'],
  lastDay: '2026-11-24',
} as const;

let actions: { [K in keyof NoteActions]: Mock<NoteActions[K]> };

function draw(
  change: Partial<NoteProps> = {},
  root: HTMLElement = document.createElement('div'),
): HTMLElement {
  actions = {
    ...{ fill: vi.fn(), find: vi.fn(async () => {}), take: vi.fn(), clear: vi.fn(), choose: vi.fn() },
    ...{ setSecond: vi.fn(), setCountry: vi.fn(), setLanguage: vi.fn(), print: vi.fn(), save: vi.fn() },
    leave: vi.fn(),
  };
  document.body.replaceChildren(root);
  const props: NoteProps = {
    ...{ values: {}, chats: 'not-asked', recipient: null, second: null, frame: TODAY, help },
    ...{ country: 'KH', suggested: null, languages: ['en', 'km'], familyOn: false },
    ...{ context: contextIn('en'), actions, ...change },
  };
  act(() => render(<Note {...props} />, root));
  return root;
}

const texts = (root: Element, selector: string) =>
  [...root.querySelectorAll(selector)].map((element) => element.textContent);
const numbers = (root: Element, selector: string) => texts(root, `${selector} .line-number bdi`);
const box = (root: Element, name: string, value: string) =>
  root.querySelector(`[name=${name}][value=${value}]`) as HTMLInputElement;
const press = (root: Element, name: string) =>
  act(() => [...root.querySelectorAll('button')].find(({ textContent }) => textContent === name)?.click());
const choose = (select: Element | null, value: string) =>
  act(() => {
    (select as HTMLSelectElement).value = value;
    select?.dispatchEvent(new Event('change', { bubbles: true }));
  });

it('says of which boxes only one can be ticked, and of no others', () => {
  const root = draw();
  const oneOf = ({ name }: HTMLInputElement) =>
    root.querySelector(`[name=${name}]`)?.closest('fieldset')?.querySelector('legend')?.textContent;
  expect(oneOf(box(root, 'age', '13-15'))).toBe(`${t('note.field.age')} (${t('note.pick-one')})`);
  expect(oneOf(box(root, 'danger', 'harm'))).toBe(t('note.field.danger'));
});

it('takes what is typed in its own direction: "@name" in a page from right to left ended in "@"', () => {
  const fields = [...draw().querySelectorAll('input[type=text], textarea')];
  expect(fields.length).toBeGreaterThan(10);
  expect(fields.filter((field) => field.getAttribute('dir') !== 'auto')).toEqual([]);
});

describe('who is in danger', () => {
  it('is told to call first, the crisis line before the number for danger to life', () => {
    expect(texts(draw(), '.note-danger')).toEqual([]);
    const root = draw({ values: { danger: ['harm'] } });
    expect(texts(root, '.note-danger h3')[0]).toBe(t('note.call-first'));
    expect(numbers(root, '.note-danger')).toEqual(['1280', '117']);
  });

  it('is told so aloud, in a region that stands there before', () => {
    vi.useFakeTimers();
    const root = draw();
    const live = root.querySelector('.note-write > [aria-live]');
    expect(live?.textContent).toBe('');
    draw({ values: { danger: ['harm'] } }, root);
    act(() => void vi.advanceTimersByTime(1_000));
    expect(root.querySelector('.note-write > [aria-live]')).toBe(live);
    expect(live?.textContent).toBe(t('note.call-first'));
    expect(root.querySelector('.note-danger')?.getAttribute('role')).toBeNull(); // or all its lines were read out
    vi.useRealTimers();
  });

  it('is shown a number once that is both', () => {
    const root = draw({ values: { danger: ['self'] }, country: 'TR' });
    expect(numbers(root, '.note-danger')).toEqual(['112']);
  });

  it.each(help.countries.map(({ country }) => country))('has a number to call in %s', (country) => {
    expect(numbers(draw({ values: { danger: ['harm'] }, country }), '.note-danger')).not.toEqual([]);
  });

  it('is told to call the emergency number where we know none, and only there', () => {
    const inDanger = (country: string) => draw({ values: { danger: ['harm'] }, country });
    for (const country of ['MA', 'ZZ'])
      expect(texts(inDanger(country), '.note-danger p')).toContain(t('help-page.emergency-unknown'));
    expect(texts(inDanger('KH'), '.note-danger p')).not.toContain(t('help-page.emergency-unknown'));
  });

  it('is shown the lines of the suggested country where none was chosen', () => {
    const root = draw({ values: { danger: ['self'] }, country: null, suggested: 'KH' });
    expect(numbers(root, '.note-danger')[0]).toBe('1280');
  });
});

it('says of the last copy what is true of this note alone', async () => {
  const root = draw({ values: { paid: ['no'] } });
  const said = () => root.querySelector('.sheet [role=status]')?.textContent;
  press(root, t('note.sheet.copy'));
  await vi.waitFor(() => expect(said()).toBe(t('note.sheet.copied')));
  draw({ values: { paid: ['no'], age: ['13-15'] } }, root);
  expect(said()).toBe('');
});

it('says that a file was saved, and the second one too, until the note is another', async () => {
  vi.useFakeTimers();
  const root = draw({ values: { paid: ['no'] } });
  const said = () => root.querySelector('.sheet [role=status]')?.textContent;
  const wait = () => act(async () => void (await vi.advanceTimersByTimeAsync(1_000)));
  for (const _ of ['the first', 'the second']) {
    await press(root, t('note.sheet.save'));
    await act(async () => {});
    expect(said()).toBe(''); // what says the same without a gap is not read out
    await wait();
    expect(said()).toBe(t('note.sheet.saved'));
  }
  draw({ values: { paid: ['no'], age: ['13-15'] } }, root);
  expect(said()).toBe('');
  vi.useRealTimers();
});

describe('a field', () => {
  it('of several ticks keeps the others, and gives one back', () => {
    const values = { signs: ['threat'] };
    act(() => box(draw({ values }), 'signs', 'payment').click());
    expect(actions.fill).toHaveBeenCalledWith({ signs: ['threat', 'payment'] });
    act(() => box(draw({ values }), 'signs', 'threat').click());
    expect(actions.fill).toHaveBeenCalledWith({ signs: [] });
  });

  it('of one answer takes the new one alone, and can be taken back', () => {
    const values = { paid: ['no'] };
    act(() => box(draw({ values }), 'paid', 'yes').click());
    expect(actions.fill).toHaveBeenCalledWith({ paid: ['yes'] });
    act(() => box(draw({ values }), 'paid', 'no').click());
    expect(actions.fill).toHaveBeenCalledWith({ paid: [] });
  });

  it('of text takes what is typed, and shows what was', () => {
    const field = draw({ values: { summary: 'Mine' } }).querySelector('#note-summary') as HTMLInputElement;
    expect(field.value).toBe('Mine');
    field.value = 'Mine too';
    act(() => void field.dispatchEvent(new Event('input', { bubbles: true })));
    expect(actions.fill).toHaveBeenCalledWith({ summary: 'Mine too' });
  });

  it('of the country is a tick, and none where no country is known', () => {
    const country = (root: Element) => root.querySelector('[name=country]') as HTMLInputElement | null;
    act(() => country(draw())?.click());
    expect(actions.fill).toHaveBeenCalledWith({ country: ['KH'] });
    act(() => country(draw({ values: { country: ['KH'] } }))?.click());
    expect(actions.fill).toHaveBeenCalledWith({ country: [] });
    expect(country(draw({ country: null }))).toBeNull();
    expect(country(draw({ country: 'ZZ' }))).toBeNull();
  });

  it('that helps a hotline most is open from the start', () => {
    const open = [...draw().querySelectorAll('.note-form details')].map((fold) => fold.hasAttribute('open'));
    expect(open).toEqual([true, true, true, true, ...Array(9).fill(false)]);
  });
});

describe('open chats', () => {
  const status = (root: Element) => texts(root, '[aria-labelledby=seen-title] [role=status]')[0];

  it('are looked for when asked, and it is said what came of it', () => {
    const root = draw();
    expect(status(root)).toBe('');
    press(root, t('note.seen.find'));
    expect(actions.find).toHaveBeenCalledOnce();
    expect(status(draw({ chats: 'asking' }))).toBe(t('page.loading'));
    expect(status(draw({ chats: [] }))).toBe(t('note.seen.none'));
    expect(status(draw({ chats: 'taken' }))).toBe(t('note.seen.taken'));
    expect(status(draw({ chats: [CHAT] }))).toBe(t('note.seen.found'));
  });

  it('are named by site, day and kinds, and taken one by one', () => {
    const root = draw({ chats: [CHAT, { ...CHAT, kinds: ['payment'] }] });
    expect(texts(root, '[aria-labelledby=seen-title] .points')).toEqual([
      t('note.option.signs.threat'),
      t('note.option.signs.payment'),
    ]);
    expect(texts(root, '[aria-labelledby=seen-title] li p')[0]).toContain('November\u00a024,\u00a02026');
    press(root, t('note.seen.take'));
    expect(actions.take).toHaveBeenCalledWith(CHAT);
  });
});

it('open chats are told apart by ear where one of them is taken', () => {
  const root = draw({ chats: [CHAT, { ...CHAT, lastDay: '2026-11-25' }] });
  const names = [...root.querySelectorAll('[aria-labelledby=seen-title] li button')].map((button) =>
    button
      .getAttribute('aria-labelledby')
      ?.split(' ')
      .map((id) => root.querySelector(`#${id}`)?.textContent)
      .join(' '),
  );
  expect(names).toEqual([24, 25].map((day) => expect.stringContaining(`November\u00a0${day},\u00a02026`)));
  for (const name of names) expect(name).toContain(t('note.seen.take'));
});

describe('who it is for', () => {
  const line = (root: Element) => root.querySelector('[aria-labelledby=for-title] .choice ~ .choice select');

  it('is the country’s first, or whom the teen chose', () => {
    expect((line(draw()) as HTMLSelectElement).value).toBe('kh-aple-hotline');
    const root = draw({ recipient: 'kh-aple-form' });
    expect((line(root) as HTMLSelectElement).value).toBe('kh-aple-form');
    expect(texts(root, '[aria-labelledby=for-title] > .note')).toEqual([t('note.missing.link')]);
    choose(line(root), 'kh-aple-hotline');
    expect(actions.choose).toHaveBeenCalledWith('kh-aple-hotline');
  });

  it('may read another language, or none beside the teen’s own', () => {
    const second = (root: Element) => root.querySelector('[name=second]') as HTMLSelectElement;
    expect([...second(draw()).options].map(({ value }) => value)).toEqual(['', 'km']);
    choose(second(draw()), 'km');
    expect(actions.setSecond).toHaveBeenCalledWith('km');
    const both = draw({ second: { language: 'km', t: contextIn('km').t } });
    expect(second(both).value).toBe('km');
    choose(second(both), '');
    expect(actions.setSecond).toHaveBeenCalledWith(null);
  });

  it('says of each line what is known of names and links, and no more', () => {
    const root = draw({ country: 'GB' });
    const rows = [...root.querySelectorAll('tbody tr')].map((row) => texts(row, 'td'));
    const ceop = [...root.querySelectorAll('tbody tr')].find(({ textContent }) =>
      textContent?.includes('CEOP'),
    );
    expect(texts(ceop as Element, 'td')[0]).toBe(t('note.for.no'));
    expect(new Set(rows.map(([noName]) => noName))).toEqual(
      new Set([t('note.for.yes'), t('note.for.no'), t('note.for.not-said')]),
    );
    expect(new Set(rows.map(([, link]) => link))).not.toContain(t('note.for.no'));
  });
});

describe('the sheet', () => {
  it('has nothing to save where nothing was filled in', () => {
    const root = draw();
    expect(root.querySelector('.sheet')?.textContent).toContain(t('note.sheet.empty'));
    expect(texts(root, '.sheet button')).toEqual([]);
  });

  it('is the text that is saved and printed', () => {
    const root = draw({ values: { summary: 'They want money.', signs: ['threat'] } });
    expect(texts(root, '.sheet-typed')).toEqual(['They want money.']);
    press(root, t('note.sheet.save'));
    const [text = ''] = actions.save.mock.calls[0] ?? [];
    expect(text).toContain('They want money.');
    expect(text).toContain(`- ${t('note.option.signs.threat')}`);
    press(root, t('note.sheet.print'));
    expect(actions.print).toHaveBeenCalledOnce();
  });

  it('is emptied only when that was asked once more, and kept by who thinks again', () => {
    const root = draw({ values: { summary: 'They want money.' } });
    press(root, t('note.sheet.clear'));
    expect(root.textContent).toContain(t('note.sheet.clear-question'));
    expect(document.activeElement?.textContent).toBe(t('note.sheet.clear-no'));
    press(root, t('note.sheet.clear-no'));
    expect(actions.clear).not.toHaveBeenCalled();
    press(root, t('note.sheet.clear'));
    press(root, t('note.sheet.clear-yes'));
    expect(actions.clear).toHaveBeenCalledOnce();
  });

  it('stands in two languages side by side, each called by its name, with what was typed once', () => {
    const km = contextIn('km');
    const root = draw({
      values: { summary: 'Mine', signs: ['threat'] },
      second: { language: 'km', t: km.t },
    });
    expect(root.querySelector('.sheet-two')).not.toBeNull();
    expect(texts(root, '.sheet-row [lang=en] li')).toEqual([t('note.option.signs.threat')]);
    expect(texts(root, '.sheet-row [lang=km] li')).toEqual([km.t('note.option.signs.threat')]);
    expect(texts(root, '.sheet-title [lang=km]')).toEqual([km.t('note.sheet.title')]);
    expect(texts(root, '.sheet-typed')).toEqual(['Mine']);
    expect(root.querySelector('.sheet-typed > bdi')).not.toBeNull();
    for (const cell of root.querySelectorAll('.sheet-row > [lang]'))
      expect(cell.getAttribute('dir')).toBe('ltr');
    expect(draw({ values: { summary: 'Mine' } }).querySelector('.sheet-two')).toBeNull();
  });
});
