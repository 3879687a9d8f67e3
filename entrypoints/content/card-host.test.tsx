// @vitest-environment happy-dom
// The card in a page: no trace when calm, deaf to scripts, put away for good, put back a few times.
import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { CardAction } from '../../components/card-actions';
import type { CardContent } from '../../components/card-content';
import type { Card } from '../../components/card-surface';
import { createTranslator } from '../../utils/i18n';
import { type CardHost, createCardHost } from './card-host';
import { MOST_RETURNS } from './host-frame';

const t = createTranslator(JSON.parse(readFileSync('locales/en.json', 'utf8')), 'en');
const line = (name: string, number: string) => ({ name, number, formUrl: null, note: null, tried: false });
const HELP = {
  ...{ hotline: line('Hotline', '092'), helpline: null },
  ...{ crisis: line('Crisis line', '1280'), emergency: null },
};
const CONTENT: Readonly<Record<CardContent['kind'], CardContent>> = {
  notice: { kind: 'notice', line: 'A fact', more: [] },
  caution: {
    kind: 'caution',
    about: 'person',
    seen: 'Seen.',
    why: 'Why.',
    steps: ['One.'],
    reasons: ['Seen.'],
    quiet: 'person',
  },
  danger: {
    kind: 'danger',
    about: 'images',
    heading: 'Heading',
    comfort: 'Comfort.',
    steps: ['One.', 'Two.', 'Three.'],
    crisisLine: 'after',
    reasons: ['Seen.'],
  },
  crisis: { kind: 'crisis', heading: 'Gentle', lines: ['Line.'] },
};
const REQUEST = { id: 'one', name: 'Dara', content: { line: 'L', more: [], tip: 'T' } };
const card = (kind: CardContent['kind'], id = 'a'): Card => ({ id, content: CONTENT[kind], ...HELP });

let root: ShadowRoot | null;
let ours: Element | null;
let actions: CardAction[];
let end: AbortController;
let host: CardHost;

beforeEach(() => {
  root = null;
  ours = null;
  actions = [];
  end = new AbortController();
  const attach = Element.prototype.attachShadow;
  vi.spyOn(Element.prototype, 'attachShadow').mockImplementation(function (this: Element, init) {
    ours = this;
    root = attach.call(this, init);
    return root;
  });
  host = createCardHost({
    document,
    t,
    language: 'en',
    signal: end.signal,
    onAction: (action) => actions.push(action),
  });
});

afterEach(() => {
  end.abort();
  vi.restoreAllMocks();
  document.body.replaceChildren();
});

const trustedEvent = (event: Event) => Object.defineProperty(event, 'isTrusted', { value: true });
const button = (name: string) => root?.querySelector<HTMLElement>(`[data-name="${name}"]`) ?? null;
const press = (name: string, event = trustedEvent(new MouseEvent('click', { bubbles: true }))) => {
  const found = button(name);
  if (found === null) throw new Error(`no button ${name}`);
  found.dispatchEvent(event);
};
const pressEscape = () => new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, composed: true });
/** Lets observers of the page run. */
const settle = () => new Promise((done) => setTimeout(done, 0));
const traces = () =>
  [...document.documentElement.children].filter(
    (child) => child !== document.head && child !== document.body,
  );

describe('a calm page', () => {
  it('keeps no trace before a card, after it, and after the end', () => {
    expect(traces()).toEqual([]);
    host.show(card('caution'));
    expect(traces()).toHaveLength(1);
    host.remove();
    expect(traces()).toEqual([]);
    host.show(card('danger'));
    end.abort();
    expect(traces()).toEqual([]);
    host.show(card('danger'));
    expect(traces()).toEqual([]);
  });

  it('learns nothing from our element: no shadow root, no text, no attribute but its style', () => {
    host.show(card('danger'));
    expect(ours?.shadowRoot).toBeNull();
    expect(ours?.textContent).toBe('');
    expect(ours?.getAttributeNames()).toEqual(['style']);
  });

  it('keeps its focus', () => {
    const input = document.createElement('input');
    document.body.append(input);
    input.focus();
    host.show(card('danger'));
    expect(document.activeElement).toBe(input);
  });
});

it('takes a double click as one press', async () => {
  const click = (detail: number) => trustedEvent(new MouseEvent('click', { bubbles: true, detail }));
  host.show(card('danger'));
  press('help', click(1));
  await settle();
  for (const detail of [1, 2, 3]) press('more', click(detail));
  expect(actions.filter(({ type }) => type === 'open-help')).toHaveLength(1);
});

describe('a focus that was in a card', () => {
  it('goes to the main button of the graver card that takes its place', () => {
    host.show(card('caution'));
    button('what')?.focus();
    host.show(card('danger'));
    expect(root?.activeElement).toBe(button('help'));
  });

  it('goes back to where it came from when the card is put away', () => {
    const input = document.createElement('input');
    document.body.append(input);
    input.focus();
    host.show(card('caution'));
    button('know')?.focus();
    button('know')?.dispatchEvent(new FocusEvent('focusin', { relatedTarget: input, bubbles: true }));
    host.remove();
    expect(document.activeElement).toBe(input);
  });

  it('goes back to the composer when the pause is put away, though a card of danger stands beside it', () => {
    const composer = document.createElement('textarea');
    document.body.append(composer);
    host.show(card('danger'));
    host.showPause(true);
    button('pause-hide')?.focus();
    button('pause-hide')?.dispatchEvent(
      new FocusEvent('focusin', { relatedTarget: composer, bubbles: true }),
    );
    press('pause-hide');
    expect(root?.querySelector('.pause')).toBeNull();
    expect(document.activeElement).toBe(composer);
  });

  it('is in what the pause opens before another key can be pressed', async () => {
    host.showPause(true);
    button('pause-what')?.focus();
    press('pause-what');
    await Promise.resolve(); // it is drawn; effects come behind the next frame
    expect(button('pause-what')).toBeNull();
    expect(root?.activeElement).toBe(root?.querySelector('.pause .list'));
  });

  it('is not taken from the page by a card that goes', () => {
    const input = document.createElement('input');
    document.body.append(input);
    host.show(card('caution'));
    host.remove();
    expect(document.activeElement).not.toBe(input);
  });
});

describe('an extension that is gone', () => {
  const goneWith = (kind: CardContent['kind']) => {
    host.show(card(kind));
    host.leave();
    end.abort();
    host.remove(); // the chat is closed after it
  };

  it.each(['danger', 'crisis'] as const)('leaves an open card with its number: %s', async (kind) => {
    goneWith(kind);
    expect(root?.querySelector(`.card-${kind}`)?.textContent).toContain(kind === 'danger' ? '092' : '1280');
    press('help');
    await settle();
    expect(root?.querySelector('.panel')?.textContent).toContain('1280');
    expect(button('more')).toBeNull();
    press('back');
    await settle();
    press('away');
    expect(traces()).toEqual([]);
    expect(actions).toEqual([]);
  });

  it('lets Escape put it away', () => {
    goneWith('danger');
    root?.querySelector('.card')?.dispatchEvent(trustedEvent(pressEscape()));
    expect(traces()).toEqual([]);
  });

  it('shows no other card in its place, and takes all else away', () => {
    host.showRequests([{ ...REQUEST, element: document.body }]);
    host.showPause(true);
    goneWith('danger');
    host.show(card('caution', 'b'));
    expect(root?.querySelectorAll('.card-danger')).toHaveLength(1);
    expect(root?.querySelectorAll('.request, .pause, .card-caution')).toHaveLength(0);
    press('away');
    expect(traces()).toEqual([]);
  });

  it('leaves no milder card, and no lamp', () => {
    goneWith('caution');
    expect(traces()).toEqual([]);
  });

  it('leaves no lamp of a folded warning', () => {
    host.show(card('danger'));
    host.fold();
    host.leave();
    end.abort();
    expect(traces()).toEqual([]);
  });
});

describe('events', () => {
  it.each(['away', 'what', 'why', 'know'])('made by a script do nothing: %s', (name) => {
    host.show(card('caution'));
    press(name, new MouseEvent('click', { bubbles: true }));
    expect(actions).toEqual([]);
    expect(host.state).toBe('open');
    expect(button(name)).not.toBeNull();
  });

  it.each([
    ['what', 'what-can-i-do'],
    ['why', 'why'],
    ['know', 'i-know'],
    ['away', 'fold'],
  ])('made by a person act: %s', (name, type) => {
    host.show(card('caution'));
    press(name);
    expect(actions).toEqual([{ type, card: 'a' }]);
  });

  it.each([
    ['caution', 'what', 'start'],
    ['caution', 'why', 'start'],
    ['caution', 'know', 'start'],
    ['danger', 'help', 'threat'],
    ['danger', 'why', 'threat'],
    ['crisis', 'help', 'talk'],
  ] as const)('the panels of a card lead to the help page: %s, %s', async (kind, panel, place) => {
    host.show(card(kind));
    press(panel);
    await settle();
    press('more');
    expect(actions.at(-1)).toEqual({ type: 'open-help', place });
  });

  it('Escape folds, from a person alone', () => {
    host.show(card('danger'));
    root?.querySelector('.card')?.dispatchEvent(pressEscape());
    expect(host.state).toBe('open');
    root?.querySelector('.card')?.dispatchEvent(trustedEvent(pressEscape()));
    expect(host.state).toBe('folded');
  });

  it.each([
    ['pause-hide', 'open', false],
    ['away', 'folded', true],
    [null, 'open', true],
  ] as const)('Escape puts away what has the focus alone: %s', (name, state, pause) => {
    host.show(card('danger'));
    host.showPause(true);
    host.showRequests([{ ...REQUEST, element: document.body }]);
    const focused = name === null ? root?.querySelector<HTMLElement>('.request button') : button(name);
    focused?.focus();
    focused?.dispatchEvent(trustedEvent(pressEscape()));
    expect(host.state).toBe(state);
    expect(root?.querySelector('.pause') !== null).toBe(pause);
    expect(root?.querySelector('.request')).not.toBeNull();
    if (name === null) expect(root?.activeElement).toBe(focused);
  });

  it('do not reach the shortcuts of the page', () => {
    const heard = vi.fn();
    document.addEventListener('keydown', heard);
    host.show(card('danger'));
    root
      ?.querySelector('button')
      ?.dispatchEvent(new KeyboardEvent('keydown', { key: 'k', bubbles: true, composed: true }));
    document.removeEventListener('keydown', heard);
    expect(heard).not.toHaveBeenCalled();
  });

  it('"I know this person" ends with Done, which takes the card away', () => {
    host.show(card('caution'));
    press('know');
    return settle().then(() => {
      press('back');
      expect(actions.map(({ type }) => type)).toEqual(['i-know', 'close']);
      expect(host.state).toBe('none');
    });
  });
});

describe('a folded card', () => {
  it.each(['notice', 'caution', 'danger', 'crisis'] as const)('never reopens itself: %s', (kind) => {
    host.show(card(kind));
    host.fold();
    host.show(card(kind));
    expect(host.state).toBe('folded');
    host.remove();
    host.show(card(kind));
    expect(host.state).toBe('folded');
    expect(root?.querySelector('.card')).toBeNull();
  });

  it('opens at the tap of a person on the lamp, and not of a script', () => {
    host.show(card('danger'));
    host.fold();
    press('unfold', new MouseEvent('click', { bubbles: true }));
    expect(host.state).toBe('folded');
    press('unfold');
    expect(host.state).toBe('open');
  });

  it('opens where a person asks for it in the popup', () => {
    host.show(card('caution'));
    host.fold();
    host.show(card('caution'), { byPerson: true });
    expect(host.state).toBe('open');
  });

  it.each(['notice', 'caution', 'danger', 'crisis'] as const)('of %s takes the focus then', (kind) => {
    host.show(card(kind));
    expect(root?.activeElement).toBeNull();
    host.show(card(kind), { byPerson: true });
    expect(root?.activeElement).toBe(root?.querySelector('.dock button'));
  });

  it('gives way to a graver card once, and not to a milder one', () => {
    host.show(card('caution'));
    host.fold();
    host.show(card('danger'));
    expect(host.state).toBe('open');
    host.fold();
    host.show(card('caution'));
    expect(host.state).toBe('folded');
  });

  it.each([
    ['of despair folds no fact about the contact', 'crisis', 'notice'],
    ['of danger folds none of the child’s own despair', 'danger', 'crisis'],
  ] as const)('%s', (_, folded, next) => {
    host.show(card(folded));
    host.fold();
    host.show(card(next));
    expect(host.state).toBe('open');
    host.show(card(folded));
    expect(host.state).toBe('folded');
  });

  it('says nothing of other conversations', () => {
    host.show(card('danger', 'a'));
    host.fold();
    host.show(card('danger', 'b'));
    expect(host.state).toBe('open');
  });
});

describe('a page that interferes', () => {
  it('gets our element put back, and in the end its way', async () => {
    host.show(card('danger'));
    for (let time = 0; time < MOST_RETURNS; time += 1) {
      ours?.remove();
      await settle();
      expect(traces()).toEqual([ours]);
    }
    ours?.remove();
    await settle();
    expect(traces()).toEqual([]);
    expect(actions).toEqual([{ type: 'evicted' }]);
    host.show(card('danger', 'b'));
    expect(traces()).toEqual([]);
  });

  it('cannot put it away into a box of its own', async () => {
    host.show(card('danger'));
    const box = document.body.appendChild(document.createElement('div'));
    box.style.display = 'none';
    box.append(ours as Element);
    await settle();
    expect(traces()).toEqual([ours]);
  });

  it('cannot hide it with a style', async () => {
    host.show(card('danger'));
    (ours as HTMLElement).style.setProperty('display', 'none', 'important');
    await settle();
    expect((ours as HTMLElement).style.getPropertyValue('display')).toBe('block');
  });
});

describe('request lines', () => {
  const element = () => document.body.appendChild(document.createElement('div'));

  it('stand beside a card and go when their request goes', () => {
    const [one, two] = [element(), element()];
    host.showRequests([
      { ...REQUEST, element: one },
      { ...REQUEST, id: 'two', element: two },
    ]);
    host.show(card('notice'));
    expect(root?.querySelectorAll('.request')).toHaveLength(2);
    host.showRequests([{ ...REQUEST, id: 'two', element: two }]);
    expect(root?.querySelectorAll('.request')).toHaveLength(1);
    host.remove();
    host.showRequests([]);
    expect(traces()).toEqual([]);
  });

  it('are told apart by ear, with all their buttons', async () => {
    host.showRequests([
      { ...REQUEST, element: element() },
      { ...REQUEST, id: 'two', name: 'ពិសី', element: element() },
    ]);
    for (const each of root?.querySelectorAll('.notice-line') ?? [])
      each.dispatchEvent(trustedEvent(new MouseEvent('click', { bubbles: true })));
    await settle();
    const regions = [...(root?.querySelectorAll('.card') ?? [])].map((each) =>
      each.getAttribute('aria-label'),
    );
    expect(regions).toEqual(['Dara', 'ពិសី'].map((name) => `Porchlight: ${t('card.request.label')}: ${name}`));
    const buttons = [...(root?.querySelectorAll('button') ?? [])].map(({ textContent }) => textContent);
    expect(buttons).toHaveLength(6);
    expect(new Set(buttons).size).toBe(6);
  });

  it('of whom the page names nobody say no more than that', () => {
    host.showRequests([{ ...REQUEST, name: '', element: element() }]);
    expect(root?.querySelector('.card')?.getAttribute('aria-label')).toBe(
      `Porchlight: ${t('card.request.label')}`,
    );
    expect(root?.querySelector('.notice-line')?.textContent).toBe('L');
  });

  it('stay away once hidden', async () => {
    const request = { ...REQUEST, element: element() };
    host.showRequests([request]);
    const click = () => trustedEvent(new MouseEvent('click', { bubbles: true }));
    root?.querySelector('.notice-line')?.dispatchEvent(click());
    await settle();
    root?.querySelector('.notice-more button')?.dispatchEvent(click());
    expect(actions).toEqual([{ type: 'hide-request', request: 'one' }]);
    host.showRequests([request]);
    expect(traces()).toEqual([]);
  });
});
