// @vitest-environment happy-dom
// The family view in every state: what it shows, what it never shows, and what a PIN does.
import { act } from 'preact/test-utils';
import { describe, expect, it, vi } from 'vitest';
import { PIN_LONGEST, PIN_SHORTEST } from '../../utils/family-types';
import { contextIn } from '../help/testing';
import { newPinProblem } from './new-pin';
import { refusalWords } from './pin-words';
import { drawFamily, LOCKED, NO_PIN, OFF, OPEN, PENDING } from './testing';

const { t } = contextIn('en');
const button = (root: Element, name: string) =>
  [...root.querySelectorAll('button')].find((one) => one.textContent === name) as HTMLButtonElement;
const type = (root: Element, id: string, value: string) =>
  act(() => {
    const input = root.querySelector(`#${id}`) as HTMLInputElement;
    input.value = value;
    input.dispatchEvent(new Event('input', { bubbles: true }));
  });
const submit = (root: Element, id: string) =>
  act(async () => {
    root
      .querySelector(`#${id}`)
      ?.closest('form')
      ?.dispatchEvent(new Event('submit', { cancelable: true }));
    await new Promise((resolve) => setTimeout(resolve)); // the answer of an action comes a turn later
  });

describe('what stands on the page', () => {
  it('dates below a chart have their own direction: the line that they stand on runs from left to right', () => {
    const dates = [...drawFamily(OPEN).querySelectorAll('.weeks-dates > *')];
    expect(dates.length).toBeGreaterThan(0);
    expect(dates.filter((date) => date.getAttribute('dir') !== 'auto')).toEqual([]);
  });

  it('is loading, or has no answer, and says so', () => {
    expect(drawFamily('loading').textContent).toContain(t('page.loading'));
    const reload = vi.fn();
    const root = drawFamily('no-answer', { reload });
    expect(root.textContent).toContain(t('page.no-answer'));
    button(root, t('page.reload')).click();
    expect(reload).toHaveBeenCalledOnce();
  });

  it('is off, and no PIN can be typed', () => {
    const root = drawFamily(OFF);
    expect(root.textContent).toContain(t('family.off.title'));
    expect(root.querySelector('input')).toBeNull();
    expect(root.textContent).not.toContain(t('page.family-on'));
  });

  it.each([LOCKED, OPEN, PENDING, NO_PIN])('says on every page while it is on that it is (%#)', (view) => {
    expect(drawFamily(view).querySelector('.family-on')?.textContent).toBe(t('page.family-on'));
  });

  it.each([OFF, LOCKED, OPEN, PENDING, NO_PIN])('has the same starters whatever was counted (%#)', (view) => {
    const starters = [...drawFamily(view).querySelectorAll('.starters li')].map((one) => one.textContent);
    expect(starters).toEqual(
      ['laugh', 'app', 'bad', 'help', 'mine'].map((one) => t(`family.starters.${one}`)),
    );
  });

  it('tells what it covers', () => {
    const text = drawFamily(LOCKED).querySelector('[aria-labelledby=covers-title]')?.textContent ?? '';
    expect(text).toContain('Telegram Web K, Messenger');
    expect(text).toContain(t('family.covers.off', { sites: 'Telegram Web A' }));
    expect(text).toContain(t('family.covers.private-off'));
    expect(text).toContain(t('family.covers.phone'));
    const paused = {
      ...LOCKED,
      coverage: { on: [], off: [], barred: [], paused: true, privateWindows: null },
    };
    const told = drawFamily(paused).querySelector('[aria-labelledby=covers-title]')?.textContent;
    expect(told).toContain(t('family.covers.paused'));
  });

  it('says what waits for a parent also where the PIN is gone, as the popup does, and how to put it away', () => {
    const view = { ...PENDING, status: { ...PENDING.status, hasPin: false } };
    const root = drawFamily(view);
    const note = root.querySelector('[aria-labelledby=pending-title]');
    expect(note?.textContent).toContain(t('family.pending.calm'));
    expect(note?.textContent).toContain(t('family.pending.no-pin'));
    expect(note?.querySelector('input')).toBeNull();
    expect(drawFamily(PENDING).textContent).not.toContain(t('family.pending.no-pin'));
  });

  it('speaks of the quiet mark for a child under 13 alone', () => {
    expect(drawFamily(PENDING).textContent).toContain(t('family.pending.title'));
    expect(drawFamily(PENDING).textContent).toContain(t('family.shows.serious'));
    expect(drawFamily(LOCKED).textContent).not.toContain(t('family.shows.serious'));
  });
});

describe('the weeks', () => {
  it('are not in the page while it is locked, but an example is', () => {
    const root = drawFamily(LOCKED);
    expect(root.textContent).toContain(t('family.locked.invented'));
    expect(root.querySelector('#open-pin')).not.toBeNull();
  });

  it('are drawn by level, and said once more in a table', () => {
    const root = drawFamily(OPEN);
    expect(root.querySelectorAll('svg.weeks')).toHaveLength(3);
    expect(root.querySelectorAll('.weeks-danger .weeks-bar')).toHaveLength(1);
    expect(root.querySelectorAll('.weeks-caution .weeks-bar')).toHaveLength(4);
    expect(root.querySelectorAll('tbody tr')).toHaveLength(8);
    const cells = [...root.querySelectorAll('td')].map((cell) => cell.textContent);
    expect(new Set(cells)).toEqual(new Set(['None', 'A few', 'Several']));
  });

  it('are told to a screen reader by the table alone, and not as empty figures', () => {
    const root = drawFamily(OPEN);
    expect(
      [...root.querySelectorAll('figure')].every((figure) => figure.getAttribute('aria-hidden') === 'true'),
    ).toBe(true);
    expect(root.querySelector('table')?.closest('[aria-hidden]')).toBeNull();
  });

  it('of each level have a pattern of their own', () => {
    const shapes = [...drawFamily(OPEN).querySelectorAll('pattern')].map((one) => one.innerHTML);
    expect(new Set(shapes).size).toBe(3);
  });

  it('say when the first one shows, where there is none yet', () => {
    // Thursday, 26 November 2026: its week is shown from Monday, 7 December on.
    const root = drawFamily({ ...LOCKED, open: { weeks: [], since: 20_783 } });
    expect(root.textContent).toContain(t('family.weeks.empty', { date: 'December 7, 2026' }));
    expect(root.querySelector('svg.weeks')).toBeNull();
  });

  it('without a warning are no promise', () => {
    const amounts = { notice: 'none', caution: 'none', danger: 'none' } as const;
    const weeks = [{ week: '2026-W40', monday: 20_724, amounts }];
    expect(drawFamily({ ...LOCKED, open: { weeks, since: 20_700 } }).textContent).toContain(
      t('family.weeks.calm'),
    );
  });
});

describe('a PIN', () => {
  it.each(['', '12345', '1234567890123', '12345a'])('%s is not even tried', async (pin) => {
    const open = vi.fn(async () => ({ ok: true }) as const);
    const root = drawFamily(LOCKED, { open });
    type(root, 'open-pin', pin);
    await submit(root, 'open-pin');
    expect(open).not.toHaveBeenCalled();
    expect(root.querySelector('#open-pin-error')?.textContent).toBe(t('family.pin.format'));
  });

  it('that a Khmer keyboard typed is the same PIN', async () => {
    const open = vi.fn(async () => ({ ok: true }) as const);
    const root = drawFamily(LOCKED, { open });
    type(root, 'open-pin', '០១២៣៤៥៦៧៨៩');
    await submit(root, 'open-pin');
    expect(open).toHaveBeenCalledWith('0123456789');
  });

  it('that is wrong is told, with the wait, and is gone from the field', async () => {
    const open = vi.fn(async () => ({ ok: false, why: 'wrong', waitMs: 60_000 }) as const);
    const root = drawFamily(LOCKED, { open });
    type(root, 'open-pin', '111111');
    await submit(root, 'open-pin');
    expect(open).toHaveBeenCalledWith('111111');
    expect(root.querySelector('[role=alert]')?.textContent).toContain('60 seconds');
    expect((root.querySelector('#open-pin') as HTMLInputElement).value).toBe('');
    expect(document.activeElement?.id).toBe('open-pin');
  });

  it('that is wrong in the same way once more is told once more, and not at each key', async () => {
    const root = drawFamily(NO_PIN);
    const alert = () => root.querySelector('[role=alert]');
    type(root, 'first-new', '12');
    await submit(root, 'first-new');
    const first = alert();
    type(root, 'first-new', '123');
    expect(alert()).toBe(first);
    await submit(root, 'first-new');
    expect(alert()?.textContent).toBe(first?.textContent);
    expect(alert()).not.toBe(first); // an alert whose words stay as they are is silent
  });

  it('that gets no answer says that nothing was done', async () => {
    const root = drawFamily(PENDING, { acknowledge: () => Promise.reject(new Error('gone')) });
    type(root, 'seen-pin', '111111');
    await submit(root, 'seen-pin');
    expect(root.querySelector('[role=alert]')?.textContent).toBe(t('page.not-done'));
  });

  it.each([
    ['open-pin', LOCKED],
    ['first-new', NO_PIN],
  ] as const)(
    'leaves the focus on its button while it is tried, and is tried once: %s',
    async (field, view) => {
      const tried = vi.fn(() => new Promise<never>(() => {}));
      const root = drawFamily(view, { open: tried, setPin: tried });
      const form = root.querySelector(`#${field}`)?.closest('form');
      for (const input of form?.querySelectorAll('input') ?? []) type(root, input.id, '482913');
      const pressed = form?.querySelector<HTMLButtonElement>('[type=submit]');
      pressed?.focus();
      for (const _ of ['once', 'twice']) await submit(root, field);
      expect([pressed?.disabled, pressed?.getAttribute('aria-disabled')]).toEqual([false, 'true']);
      expect(document.activeElement).toBe(pressed);
      expect(tried).toHaveBeenCalledOnce();
    },
  );

  it.each([
    ['seen-pin', PENDING, LOCKED, 'family.pending.done'],
    ['first-new', NO_PIN, LOCKED, 'family.no-pin.done'],
  ] as const)('says what it did, where its form is gone: %s', async (field, before, after, words) => {
    const root = drawFamily(before);
    const live = root.querySelector('[aria-live]');
    const fields = root.querySelector(`#${field}`)?.closest('form')?.querySelectorAll('input') ?? [];
    for (const { id } of fields) type(root, id, '482913');
    await submit(root, field);
    drawFamily(after, {}, 'en', root);
    expect(root.querySelector(`#${field}`)).toBeNull();
    await vi.waitFor(() => expect(live?.textContent).toBe(t(words)));
  });

  it('that is new is typed twice', async () => {
    const setPin = vi.fn(async () => ({ ok: true }) as const);
    const root = drawFamily(NO_PIN, { setPin });
    type(root, 'first-new', '123456');
    type(root, 'first-again', '123457');
    await submit(root, 'first-new');
    expect(setPin).not.toHaveBeenCalled();
    expect(root.querySelector('#first-again-error')?.textContent).toBe(t('family.pin.differs'));
    type(root, 'first-again', '123456');
    await submit(root, 'first-new');
    expect(setPin).toHaveBeenCalledWith('123456', null);
  });

  it('that is wrong is told beside the field it was typed in', async () => {
    const setPin = vi.fn(async () => ({ ok: false, why: 'wrong', waitMs: 0 }) as const);
    const root = drawFamily(LOCKED, { setPin });
    for (const [id, pin] of Object.entries({ old: '111111', new: '123456', again: '123456' }))
      type(root, `change-${id}`, pin);
    await submit(root, 'change-new');
    expect(root.querySelector('#change-old-error')?.textContent).toBe(t('family.pin.wrong'));
    expect(root.querySelector('#change-again-error')).toBeNull();
    expect(document.activeElement?.id).toBe('change-old');
    type(root, 'change-new', '12');
    await submit(root, 'change-new');
    expect(root.querySelector('#change-new-error')?.textContent).toBe(t('family.pin.format'));
    expect(root.querySelectorAll('[aria-invalid=true]')).toHaveLength(1);
  });

  it.each([
    [LOCKED, OPEN, '#open-pin', 'weeks-title'],
    [OPEN, LOCKED, '.button-quiet', 'weeks-title'],
    [PENDING, { ...PENDING, status: { ...PENDING.status, pending: false } }, '#seen-pin', 'weeks-title'],
    [LOCKED, OFF, '#off-pin', 'off-title'],
  ])('that turned something leads on from its heading (%#)', (before, after, from, to) => {
    const root = drawFamily(before);
    root.querySelector<HTMLElement>(from)?.focus();
    drawFamily(after, {}, 'en', root);
    expect(document.activeElement?.id).toBe(to);
    root.querySelector<HTMLElement>('select')?.focus();
    drawFamily(before, {}, 'en', root);
    expect(document.activeElement?.tagName).toBe('SELECT'); // a focus that stands is left alone
  });

  it('that is forgotten deletes, asked twice', async () => {
    const reset = vi.fn(async () => true);
    const root = drawFamily(LOCKED, { reset });
    act(() => button(root, t('family.forgot.button')).click());
    expect(root.textContent).toContain(t('family.forgot.question'));
    expect(reset).not.toHaveBeenCalled();
    await act(async () => button(root, t('family.forgot.yes')).click());
    expect(reset).toHaveBeenCalledOnce();
  });

  it('that is forgotten is said to be deleted, though what asked for it is gone, and until a new one is set', async () => {
    const root = drawFamily(LOCKED, { reset: async () => Boolean(drawFamily(NO_PIN, {}, 'en', root)) });
    const said = () => [...root.querySelectorAll('[role=status]')].map(({ textContent }) => textContent);
    const line = root.querySelector('#weeks-title ~ [role=status]');
    act(() => button(root, t('family.forgot.button')).click());
    await act(async () => button(root, t('family.forgot.yes')).click());
    await vi.waitFor(() => expect(said()).toContain(t('options.delete.done')));
    expect(line?.isConnected).toBe(true); // a live region that comes with its text is not read out
    drawFamily(LOCKED, {}, 'en', root);
    expect(said()).not.toContain(t('options.delete.done'));
  });
});

it.each([
  ['en', 'something serious was seen'],
  ['km', 'បានឃើញរឿងធ្ងន់ធ្ងរ'],
] as const)('what goes with the PIN is named in full, the note for a parent too: %s', (language, note) => {
  const own = contextIn(language).t;
  const root = drawFamily(PENDING, {}, language);
  act(() => button(root, own('family.forgot.button')).click());
  expect(root.querySelector('[aria-labelledby=weeks-title] fieldset p')?.textContent).toContain(note);
  expect(root.querySelector('#off-pin')?.closest('details')?.querySelector('p')?.textContent).toContain(note);
});

describe('the words of a refusal', () => {
  it.each([
    ['wrong', 0, 'That PIN is not right.'],
    ['wrong', 30_000, 'That PIN is not right. Wait 30 seconds, then try again.'],
    ['wait', 1, 'There were too many tries. Wait 1 second, then try again.'],
    ['wait', 90_001, 'There were too many tries. Wait 2 minutes, then try again.'],
    ['wait', 3_600_000, 'There were too many tries. Wait 60 minutes, then try again.'],
    ['no-pin', 0, 'There is no PIN now. Set a new one.'],
    ['off', 0, 'The family view is off now.'],
  ] as const)('%s, %i ms', (why, waitMs, words) => {
    expect(refusalWords({ ok: false, why, waitMs }, t)).toBe(words);
  });

  it('name the limits as they are', () => {
    expect(t('family.pin.format')).toContain(`${PIN_SHORTEST} to ${PIN_LONGEST}`);
    expect(newPinProblem({ pin: '1'.repeat(PIN_SHORTEST), again: '1'.repeat(PIN_SHORTEST) })).toBeNull();
    expect(newPinProblem({ pin: '1'.repeat(PIN_LONGEST + 1), again: '' })).toBe('family.pin.format');
  });
});

it('says of every sign what it means, to parent and child alike, by what it is about', () => {
  const root = drawFamily(OFF);
  const section = root.querySelector('[aria-labelledby="signs-title"]');
  const said = [...(section?.querySelectorAll('li') ?? [])].map((item) => item.textContent);
  expect(said).toEqual(t.keys('signs.say.').map((key) => t(key)));
  expect(section?.querySelectorAll('summary')).toHaveLength(t.keys('signs.stage.').length);
});
