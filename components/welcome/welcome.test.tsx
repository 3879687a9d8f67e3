// @vitest-environment happy-dom
// The welcome, step by step: read in under two minutes, nothing left unasked, and the family view asked once.
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { describe, expect, it, vi } from 'vitest';
import type { FamilyStatus } from '../../utils/family-types';
import type { PolicyReport } from '../../utils/policy-types';
import type { Audience } from '../../utils/settings';
import { NO_PIN } from '../family/new-pin';
import { contextIn } from '../help/testing';
import { shippedHelp } from '../lines/testing';
import { Welcome, type WelcomePageProps } from './welcome';
import { AUDIENCES, stepsFor, type WelcomeActions, type WelcomeStep } from './welcome-types';

/** Words a minute of silent reading, as the issue counts them. */
const WORDS_A_MINUTE = 200;
const MINUTES = 2;

const FRESH: FamilyStatus = { on: false, since: null, hasPin: false, pending: false, audience: null };
const SCHOOL: PolicyReport = {
  ...{ managed: true, by: 'Hill School', contact: null, locked: [], preset: [], problems: [] },
};
const { t } = contextIn('en');

const noteActions = (): { [K in keyof WelcomeActions]: WelcomeActions[K] } => ({
  go: vi.fn(),
  back: vi.fn(),
  answer: vi.fn(),
  setLanguage: vi.fn(async () => true),
  setCountry: vi.fn(async () => true),
  finish: vi.fn(async () => true),
});

function draw(change: Partial<WelcomePageProps> = {}): HTMLElement {
  const root = document.createElement('div');
  document.body.replaceChildren(root);
  const props: WelcomePageProps = {
    ...{ loading: false, step: 'who', moved: true, before: FRESH, familyIsOn: false },
    answers: { audience: 'teen', familyOn: false, pin: NO_PIN },
    ...{ policy: null, country: 'KH', suggested: null, help: shippedHelp(), languages: ['en', 'km'] },
    context: contextIn('en'),
    cardStyles: [],
    actions: noteActions(),
    onHelp: () => {},
    ...change,
  };
  act(() => render(<Welcome {...props} />, root));
  return root;
}

/** What is read on the way, each sentence once: all but the names in lists to choose from, and with the card. */
function wordsOnTheWay(audience: Audience): number {
  const sentences = new Set(stepsFor(audience, FRESH).flatMap((step) => sentencesOf(step, audience)));
  return [...sentences].join(' ').split(/\s+/).filter(Boolean).length;
}

function sentencesOf(step: WelcomeStep, audience: Audience): readonly string[] {
  const policy = audience === 'school' ? SCHOOL : null;
  const root = draw({ step, policy, answers: { audience, familyOn: true, pin: NO_PIN } });
  for (const list of root.querySelectorAll('select')) list.remove();
  const card = root.querySelector('.example')?.shadowRoot?.querySelectorAll('p, button') ?? [];
  const blocks = [...root.querySelectorAll('p, h1, h2, dt, dd, li, label, blockquote, button'), ...card];
  return blocks.map((block) => block.textContent ?? '');
}

const buttonOf = (root: Element, name: string) =>
  [...root.querySelectorAll('button')].find(({ textContent }) => textContent === name);

/** Presses a button of the example card, as a person does. */
const tap = (root: Element, selector: string) =>
  act(() => {
    const click = new MouseEvent('click', { bubbles: true });
    const button = root.querySelector('.example')?.shadowRoot?.querySelector(selector);
    button?.dispatchEvent(Object.defineProperty(click, 'isTrusted', { value: true }));
  });

const submit = (root: Element) =>
  act(async () => {
    root.querySelector('form')?.dispatchEvent(new Event('submit', { cancelable: true }));
    await new Promise((resolve) => setTimeout(resolve)); // the answer of an action comes a turn later
  });

describe('the steps', () => {
  it.each([
    ['teen', FRESH, false],
    ['parent', FRESH, true],
    ['together', FRESH, true],
    ['school', FRESH, false],
    ['parent', { ...FRESH, audience: 'parent' }, false],
    ['parent', { ...FRESH, on: true }, false],
    ['together', null, false],
  ] as const)('for %s ask of the family view only at first (%#)', (audience, before, asked) => {
    expect(stepsFor(audience, before).includes('family')).toBe(asked);
  });

  it.each(AUDIENCES)('are read in under two minutes: %s', (audience) => {
    const words = wordsOnTheWay(audience);
    expect(words).toBeGreaterThan(100);
    expect(words / WORDS_A_MINUTE).toBeLessThan(MINUTES);
  });
});

describe('a step', () => {
  it('of who goes on only with an answer', async () => {
    const actions = noteActions();
    const none = draw({ actions, answers: { audience: null, familyOn: false, pin: NO_PIN } });
    await submit(none);
    const alert = none.querySelector('[role=alert]');
    expect(alert?.textContent).toBe(t('welcome.who.missing'));
    expect(document.activeElement).toBe(none.querySelector('[name=audience]'));
    await submit(none);
    expect(none.querySelectorAll('[role=alert]')).toHaveLength(1);
    expect(none.querySelector('[role=alert]')).not.toBe(alert); // or the same words would not be said again
    expect(actions.go).not.toHaveBeenCalled();
    await submit(draw({ actions }));
    expect(actions.go).toHaveBeenCalledWith('reads');
  });

  it('of who can’t be changed while the family view is on', () => {
    const root = draw({ before: { ...FRESH, on: true, audience: 'parent' } });
    expect(root.querySelector('fieldset')?.disabled).toBe(true);
    expect(root.textContent).toContain(t('welcome.who.fixed'));
  });

  it('of who can be gone through where the view is on and the choice itself was lost', () => {
    const root = draw({ before: { ...FRESH, on: true } });
    expect(root.querySelector('fieldset')?.disabled).toBe(false);
    expect(root.textContent).not.toContain(t('welcome.who.fixed'));
  });

  it('of what it does says whether a school set it up, by whom, and that they see nothing from it', () => {
    const school = (policy: PolicyReport | null) =>
      draw({ step: 'reads', policy }).querySelector('.fact-school')?.textContent;
    expect(school(SCHOOL)).toContain(t('options.managed.by', { name: 'Hill School' }));
    expect(school(SCHOOL)).toContain(t('options.managed.cannot-see'));
    expect(school({ ...SCHOOL, by: null })).toContain(t('options.managed.by-somebody'));
    expect(school({ ...SCHOOL, managed: false })).toBeUndefined();
    expect(school(null)).toBeUndefined();
  });

  it('of the country keeps the one that was suggested', async () => {
    const actions = noteActions();
    await submit(draw({ step: 'place', country: null, suggested: 'KH', actions }));
    expect(actions.setCountry).toHaveBeenCalledWith('KH');
    expect(actions.go).toHaveBeenCalledWith('try');
  });

  it('of the country stays where it can’t be kept', async () => {
    const actions = { ...noteActions(), setCountry: async () => false };
    const root = draw({ step: 'place', country: null, suggested: 'KH', actions });
    await submit(root);
    expect(root.textContent).toContain(t('page.not-saved'));
    expect(actions.go).not.toHaveBeenCalled();
  });

  it('of the family view is off unless it is chosen, and then asks for a PIN', async () => {
    const actions = noteActions();
    const answers = { audience: 'parent', familyOn: false, pin: NO_PIN } as const;
    const off = draw({ step: 'family', answers, actions });
    expect(off.querySelector('#welcome-new')).toBeNull();
    const on = draw({ step: 'family', answers: { ...answers, familyOn: true }, actions });
    await submit(on);
    expect(on.querySelector('[role=alert]')?.textContent).toBe(t('family.pin.format'));
    expect(document.activeElement?.id).toBe('welcome-new');
    expect(actions.go).not.toHaveBeenCalled();
  });

  it('of the try-out shows the real card, and its buttons work', () => {
    const root = draw({ step: 'try' });
    const surface = root.querySelector('.example')?.shadowRoot?.querySelector('.surface');
    expect(surface?.querySelector('.card-caution')).not.toBeNull();
    expect(surface?.textContent).toContain('keep a secret');
    tap(root, '[data-name=why]');
    expect(surface?.querySelector('.panel')).not.toBeNull();
  });

  it('of the try-out leaves the focus with the card, whatever is pressed away', () => {
    const root = draw({ step: 'try' });
    const focused = () => root.querySelector('.example')?.shadowRoot?.activeElement?.className;
    expect(focused()).toBeUndefined();
    tap(root, '[data-name=away]');
    expect(focused()).toBe('folded folded-dot');
    tap(root, '[data-name=unfold]');
    expect(focused()).toBe('button-main');
    tap(root, '[data-name=know]');
    tap(root, '[data-name=back]');
    expect(focused()).toBe('button-main');
  });

  it('of the try-out stays where nothing could be kept', async () => {
    const actions = { ...noteActions(), finish: async () => false };
    const root = draw({ step: 'try', actions });
    await submit(root);
    expect(root.textContent).toContain(t('page.not-saved'));
    expect(actions.go).not.toHaveBeenCalled();
  });

  it('of the try-out ends once, however often it is pressed, and says that it is at it', async () => {
    let end = (_done: boolean) => {};
    const finish = vi.fn(() => new Promise<boolean>((resolve) => (end = resolve)));
    const actions = { ...noteActions(), finish };
    const root = draw({ step: 'try', actions });
    await submit(root);
    expect(root.textContent).toContain(t('family.pin.busy'));
    await submit(root);
    expect(finish).toHaveBeenCalledOnce();
    await act(async () => {
      end(true);
      await new Promise((resolve) => setTimeout(resolve));
    });
    expect(actions.go).toHaveBeenCalledOnce();
  });

  it('says which of how many it is, and leads back from all but the first', () => {
    const steps = stepsFor('teen', FRESH).slice(0, -1);
    const drawn = steps.map((step) => draw({ step }));
    expect(drawn.map((root) => root.querySelector('form > .quiet')?.textContent)).toEqual(
      steps.map((_, index) => t('welcome.step', { number: index + 1, count: steps.length })),
    );
    for (const root of drawn) {
      const form = root.querySelector('form');
      const name = root.querySelector(`#${form?.getAttribute('aria-labelledby')}`);
      expect(name).toBe(root.querySelector('form > .quiet'));
    }
    const actions = noteActions();
    expect(buttonOf(draw({ actions }), t('welcome.back'))).toBeUndefined();
    buttonOf(draw({ step: 'place', actions }), t('welcome.back'))?.click();
    expect(actions.back).toHaveBeenCalledOnce();
  });

  it('of who takes the answer, and stops asking for one', async () => {
    const actions = noteActions();
    const root = draw({ actions, answers: { audience: null, familyOn: false, pin: NO_PIN } });
    await submit(root);
    act(() => root.querySelector<HTMLInputElement>('[name=audience][value=parent]')?.click());
    expect(actions.answer).toHaveBeenCalledWith({ audience: 'parent' });
    expect(root.querySelector('[role=alert]')).toBeNull();
  });

  it.each([
    ['teen', 'try'],
    ['parent', 'family'],
    ['together', 'family'],
  ] as const)(
    'of the country is followed, for %s, by %s, also where none is known',
    async (audience, next) => {
      const answers = { audience, familyOn: false, pin: NO_PIN };
      for (const country of ['KH', null]) {
        const actions = noteActions();
        await submit(draw({ step: 'place', country, answers, actions }));
        expect(actions.setCountry).not.toHaveBeenCalled();
        expect(actions.go).toHaveBeenCalledWith(next);
      }
    },
  );

  it('of the family view says to each what it means for them', () => {
    const said = (audience: Audience) =>
      draw({ step: 'family', answers: { audience, familyOn: false, pin: NO_PIN } }).textContent ?? '';
    const [child, together] = [t('welcome.family.child'), t('welcome.family.together')];
    expect([said('parent').includes(child), said('parent').includes(together)]).toEqual([true, false]);
    expect([said('together').includes(child), said('together').includes(together)]).toEqual([false, true]);
    for (const audience of ['parent', 'together'] as const)
      expect(said(audience)).toContain(t('welcome.family.never'));
  });

  it('of the family view takes the choice, and goes on with none or with a PIN typed twice', async () => {
    const actions = noteActions();
    const answers = { audience: 'parent', familyOn: false, pin: NO_PIN } as const;
    const off = draw({ step: 'family', answers, actions });
    const [no, yes] = off.querySelectorAll<HTMLInputElement>('[name=family]');
    expect([no?.checked, yes?.checked]).toEqual([true, false]);
    act(() => yes?.click());
    expect(actions.answer).toHaveBeenCalledWith({ familyOn: true });
    await submit(off);
    expect(actions.go).toHaveBeenCalledWith('try');
    const go = vi.fn();
    const pin = { pin: '314159', again: '314159' };
    await submit(
      draw({ step: 'family', answers: { ...answers, familyOn: true, pin }, actions: { ...actions, go } }),
    );
    expect(go).toHaveBeenCalledWith('try');
  });

  it('has its heading in focus when it comes, but not before anything was done', () => {
    expect(draw({ step: 'reads' }).querySelector('#step-title')).toBe(document.activeElement);
    draw({ moved: false });
    expect(document.activeElement?.id).not.toBe('step-title');
  });

  it('at the end leads to help and options, and to the family view only where that is on', () => {
    const links = (familyIsOn: boolean) =>
      [...draw({ step: 'done', familyIsOn }).querySelectorAll('section li a')].map((a) =>
        a.getAttribute('href'),
      );
    expect(links(false)).toEqual(['/help.html', '/options.html']);
    expect(links(true)).toEqual(['/help.html', '/options.html', '/family.html']);
    expect(document.activeElement?.id).toBe('step-title');
  });

  it('at the end says where the lamp is, which browsers hide behind a puzzle piece', () => {
    expect(draw({ step: 'done' }).textContent).toContain(t('welcome.done.pin'));
  });

  it.each([
    ['teen', 'you'],
    ['together', 'you'],
    ['parent', 'child'],
    ['school', 'pupil'],
  ] as const)('speaks to who sets it up of whose chats are read: %s', (audience, whose) => {
    const answers = { audience, familyOn: false, pin: NO_PIN };
    expect(draw({ step: 'try', answers }).textContent).toContain(t(`welcome.try.chat.${whose}`));
    expect(draw({ step: 'done', answers }).textContent).toContain(t(`welcome.done.lamp.${whose}`));
  });

  it('at the end says that the family view is on, where it is', () => {
    expect(draw({ step: 'done', familyIsOn: true }).textContent).toContain(t('welcome.done.family'));
    expect(draw({ step: 'done' }).textContent).not.toContain(t('welcome.done.family'));
  });
});
