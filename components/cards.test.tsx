// @vitest-environment happy-dom
// The cards as elements: what each offers, what it never offers, and what a screen reader hears.
import { readFileSync } from 'node:fs';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createTranslator } from '../utils/i18n';
import { CardCopyButton, CardLink } from './buttons';
import type { CardContent } from './card-content';
import { CardSurface } from './card-surface';
import type { CardHelp } from './help-contact';
import { Lamp } from './lamp';
import { PauseCard } from './pause-card';

const t = createTranslator(JSON.parse(readFileSync('locales/en.json', 'utf8')), 'en');
const line = (name: string, number: string | null, formUrl: string | null = null) => ({
  name,
  number,
  formUrl,
  note: null as string | null,
  tried: false,
});
const hotline = line('The Hotline', '092 311 511', 'https://hotline.example/form');
const crisis = line('The Crisis Line', '1280');
const emergency = { ...line('The Police', '117'), note: 'The number for emergencies.' };
const HELP: CardHelp = { hotline, helpline: null, crisis, emergency };
const caution: CardContent = {
  kind: 'caution',
  about: 'person',
  seen: 'Seen.',
  why: 'Why.',
  steps: ['Say no.'],
  reasons: ['Reason.'],
  quiet: 'person',
};
const danger = (crisisLine: 'first' | 'after' | 'none', lifeAtStake = false): CardContent => ({
  kind: 'danger',
  about: lifeAtStake ? 'harm' : 'images',
  heading: 'What happens',
  comfort: "It's not your fault.",
  steps: ['One.', 'Two.', 'Three.'],
  crisisLine,
  reasons: ['Reason.'],
});

let page: HTMLElement;
beforeEach(() => {
  page = document.createElement('div');
  document.body.replaceChildren(page);
});

const onEvent = vi.fn();
const onCopy = vi.fn(async () => true);
const show = (content: CardContent, help: Partial<CardHelp> = {}) =>
  act(() =>
    render(
      <CardSurface
        card={{ id: 'a', content, ...HELP, ...help }}
        folded={false}
        {...{ t, onEvent, onCopy }}
      />,
      page,
    ),
  );
const click = (element: Element | null | undefined) =>
  act(() => {
    element?.dispatchEvent(
      Object.defineProperty(new MouseEvent('click', { bubbles: true }), 'isTrusted', { value: true }),
    );
  });
const buttons = () => [...page.querySelectorAll('button')].map((button) => button.textContent);
const numbers = () => [...page.querySelectorAll('.number')].map((number) => number.textContent);

describe('links to lines', () => {
  it('of one text are told apart by ear', () => {
    const other = line('The Other', null, 'https://other.example/');
    show(danger('after'), {
      hotline: line('The Hotline', null, 'https://hotline.example/'),
      helpline: null,
      crisis: other,
    });
    const names = [...page.querySelectorAll('.link-out')].map((link) => link.textContent);
    expect(names).toEqual([`${t('card.help.form')}: The Hotline`, `${t('card.help.form')}: The Other`]);
  });
});

describe('a danger card', () => {
  it('shows the hotline and its number at once, with one main button', async () => {
    await show(danger('none'));
    expect(page.textContent).toContain('The Hotline');
    expect(numbers()).toEqual(['092 311 511']);
    expect(page.querySelectorAll('.button-main')).toHaveLength(1);
    expect(page.querySelector('.button-main')?.textContent).toBe('Get help now');
  });

  it('never offers "I know this person"', async () => {
    await show(danger('after'));
    expect(buttons()).toEqual(['Fold away', 'Get help now', 'Copy', 'Copy', 'Why am I seeing this?']);
    await show(caution);
    expect(buttons()).toContain('I know this person');
  });

  it('speaks of the chat, which is what falls silent, where several people write', async () => {
    await show({ ...caution, quiet: 'chat' });
    expect(buttons()).not.toContain('I know this person');
    expect(buttons()).toContain('No tips in this chat');
    await click(page.querySelector('[data-name=know]'));
    expect(page.textContent).toContain('Tips in this chat stay quiet for 30 days. A threat will still show.');
  });

  it.each([
    ['first', ['1280', '092 311 511']],
    ['after', ['092 311 511', '1280']],
    ['none', ['092 311 511']],
  ] as const)('puts the crisis line %s', async (where, expected) => {
    await show(danger(where));
    expect(numbers()).toEqual(expected);
  });

  it.each([
    ['after', ['092 311 511', '117'], ['092 311 511', '117', '1280']],
    ['none', ['092 311 511', '117'], ['092 311 511', '117', '1280']],
    ['first', ['1280', '092 311 511'], ['1280', '117', '092 311 511']],
  ] as const)(
    'names the number for emergencies where life is at stake (crisis line %s)',
    async (where, shown, all) => {
      await show(danger(where, true));
      expect(numbers()).toEqual(shown);
      expect(page.textContent?.includes(t('card.danger.emergency-lead'))).toBe(where !== 'first');
      await click(page.querySelector('.button-main'));
      expect(numbers()).toEqual(all);
    },
  );

  it.each([
    ['after', ['092 311 511', '1280'], true],
    ['none', ['092 311 511'], false],
  ] as const)(
    'keeps its lines where no such number is known (crisis line %s)',
    async (where, shown, leads) => {
      await show(danger(where, true), { emergency: null });
      expect(numbers()).toEqual(shown);
      expect(page.textContent).not.toContain(t('card.danger.emergency-lead'));
      expect(page.textContent?.includes(t('card.danger.crisis-lead'))).toBe(leads);
    },
  );

  it('names no number for emergencies where nobody is in danger of life', async () => {
    await show(danger('after'));
    await click(page.querySelector('.button-main'));
    expect(numbers()).toEqual(['092 311 511', '1280']);
  });

  it.each(['first', 'after'] as const)(
    'shows a number once that is hotline and crisis line, called what it is (%s)',
    async (where) => {
      const both = { ...crisis, note: 'A helpline for children.' };
      await show(danger(where), {
        hotline: line('The Crisis Line', '1280'),
        helpline: null,
        crisis: both,
        emergency: null,
      });
      expect(numbers()).toEqual(['1280']);
      expect(page.textContent).toContain('A helpline for children.');
      expect(page.textContent).not.toContain(t('card.danger.crisis-lead'));
      await click(page.querySelector('.button-main'));
      expect(numbers()).toEqual(['1280']);
      expect(page.textContent).toContain('A helpline for children.');
    },
  );

  it('has a form, no dead number and no empty panel where there is no number', async () => {
    await show(danger('none'), {
      hotline: line('Form only', null, 'https://form.example/'),
      helpline: null,
      crisis,
    });
    expect(numbers()).toEqual([]);
    const opened = vi.spyOn(window, 'open').mockReturnValue(null);
    await click(page.querySelector('.link-out'));
    expect(opened.mock.calls[0]?.[0]).toBe('https://form.example/');
  });

  it('tells where to choose a country where no line is known', async () => {
    await act(() =>
      render(
        <CardSurface
          card={{
            id: 'a',
            content: danger('first'),
            hotline: null,
            helpline: null,
            crisis: null,
            emergency: null,
          }}
          folded={false}
          {...{ t, onEvent, onCopy }}
        />,
        page,
      ),
    );
    await click(page.querySelector('.button-main'));
    expect(page.textContent).toContain('choose your country');
  });

  it('says what a page and a call leave behind, before the first link', async () => {
    for (const [content, name] of [
      [danger('after'), 'help'],
      [caution, 'what'],
    ] as const) {
      await show(content);
      await click(page.querySelector(`[data-name="${name}"]`));
      const note = [...page.querySelectorAll('.muted')].find((p) => p.textContent === t('card.help.history'));
      const link = page.querySelector('.link-out') as Element;
      expect((note?.compareDocumentPosition(link) ?? 0) & Node.DOCUMENT_POSITION_FOLLOWING).toBeTruthy();
    }
  });

  it('begins at its top, however far the card was scrolled to its button, and leads back there', async () => {
    await show(danger('after'));
    const card = page.querySelector('.card') as HTMLElement;
    card.scrollTop = 120;
    await click(page.querySelector('[data-name="why"]'));
    expect(card.scrollTop).toBe(0);
    await click(page.querySelector('[data-name="back"]'));
    expect(card.scrollTop).toBe(120);
  });

  it('says that nobody tried the lines yet, and no more once somebody did', async () => {
    const untried = async (help: { hotline: typeof hotline; helpline: null; crisis: typeof crisis }) => {
      await show(danger('after'), help);
      await click(page.querySelector('[data-name="help"]'));
      return page.textContent?.includes(t('card.help.untried'));
    };
    expect(await untried({ hotline, helpline: null, crisis: { ...crisis, tried: true } })).toBe(true);
    await click(page.querySelector('[data-name="back"]'));
    const tried = {
      hotline: { ...hotline, tried: true },
      helpline: null,
      crisis: { ...crisis, tried: true },
    };
    expect(await untried(tried)).toBe(false);
  });

  it('opens help, tells the owner, and gives the focus back on the way back', async () => {
    onEvent.mockClear();
    await show(danger('after'));
    await click(page.querySelector('.button-main'));
    expect(onEvent).toHaveBeenCalledWith('get-help');
    expect(document.activeElement?.textContent).toBe('Get help');
    expect(page.querySelectorAll('.link-out')).toHaveLength(1);
    await click(page.querySelector('[data-name="back"]'));
    expect(document.activeElement?.textContent).toBe('Get help now');
  });
});

describe('for a screen reader', () => {
  it('a card is a named region and no dialog, so that the focus stays where the person types', async () => {
    await show(danger('none'));
    expect(page.querySelector('section')?.getAttribute('aria-label')).toBe('What happens');
    expect(page.querySelector('[role="dialog"], [role="alertdialog"]')).toBeNull();
  });

  it.each([
    [danger('none'), 'assertive', 'Porchlight: What happens'],
    [caution, 'polite', 'Porchlight: Seen.'],
    [{ kind: 'notice', line: 'A fact', more: [] } as CardContent, 'polite', ''],
  ])('says its first sentence once, as its own', async (content, manner, text) => {
    vi.useFakeTimers();
    await show(content);
    const live = page.querySelector('.announcement');
    expect(live?.textContent).toBe('');
    await act(() => {
      vi.advanceTimersByTime(1_000);
    });
    expect(live?.getAttribute('aria-live')).toBe(manner);
    expect(live?.textContent).toBe(text);
    await act(() => {
      vi.advanceTimersByTime(10_000);
    });
    expect(live?.textContent).toBe('');
    vi.useRealTimers();
  });

  it('says it again where another chat is shown, though in the same words', async () => {
    vi.useFakeTimers();
    const said = async (id: string, asked = 0) => {
      const card = { id, content: danger('none'), ...HELP };
      await act(() => render(<CardSurface {...{ card, asked, t, onEvent, onCopy }} folded={false} />, page));
      await act(() => {
        vi.advanceTimersByTime(1_000);
      });
      const text = page.querySelector('.announcement')?.textContent;
      await act(() => {
        vi.advanceTimersByTime(10_000);
      });
      return text;
    };
    expect(await said('one')).toBe('Porchlight: What happens');
    expect(await said('one')).toBe('');
    expect(await said('other')).toBe('Porchlight: What happens');
    expect(await said('other', 1)).toBe('Porchlight: What happens'); // by the popup's "show the card on the page"
    expect(await said('other', 1)).toBe('');
    vi.useRealTimers();
  });

  it('a folded lamp says what it opens', async () => {
    await act(() =>
      render(
        <CardSurface
          card={{ id: 'a', content: danger('none'), ...HELP }}
          folded
          {...{ t, onEvent, onCopy }}
        />,
        page,
      ),
    );
    expect(page.querySelector('button')?.getAttribute('aria-label')).toBe(t('card.button.open-danger'));
  });
});

describe('the pause before a picture', () => {
  const pause = () => act(() => render(<PauseCard t={t} onHelp={() => {}} onHide={() => {}} />, page));

  it('is said in a region that stands there before its words, once', async () => {
    vi.useFakeTimers();
    await pause();
    const live = page.querySelectorAll('[aria-live], [role="status"]');
    expect([...live].map(({ textContent }) => textContent)).toEqual(['']);
    await act(() => {
      vi.advanceTimersByTime(1_000);
    });
    expect(live[0]?.textContent).toBe(`Porchlight: ${t('card.pause.line')}`);
    await act(() => {
      vi.advanceTimersByTime(10_000);
    });
    expect(live[0]?.textContent).toBe('');
    vi.useRealTimers();
  });

  it('keeps the focus where it opens, though the button that opened it is gone', async () => {
    await pause();
    const what = page.querySelector<HTMLElement>('[data-name="pause-what"]');
    what?.focus();
    await click(what);
    expect(page.querySelector('[data-name="pause-what"]')).toBeNull();
    expect(document.activeElement).toBe(page.querySelector('.list'));
    expect(document.activeElement?.getAttribute('aria-label')).toBe(what?.textContent);
  });
});

describe('a notice', () => {
  it('says to the ear whose it is', async () => {
    await show({ kind: 'notice', line: 'Not in your contacts', more: [] });
    expect(page.querySelector('section')?.getAttribute('aria-label')).toBe(
      'Porchlight: Facts about this contact',
    );
  });

  it('is one line that opens on tap', async () => {
    await show({ kind: 'notice', line: 'A fact', more: ['Another'] });
    expect(page.textContent).toBe('A fact');
    await click(page.querySelector('button'));
    expect(page.querySelector('button')?.getAttribute('aria-expanded')).toBe('true');
    expect(page.textContent).toContain('Another');
  });
});

describe('buttons and links', () => {
  const heard = () => page.querySelector('[aria-live]')?.textContent;

  it('a card that comes brings no words in its live regions: they would be read out with it', async () => {
    await show(danger('after'));
    const live = [...page.querySelectorAll('[aria-live]')];
    expect(live).toHaveLength(3); // two numbers to copy, and the card's own sentence
    expect(live.map(({ textContent }) => textContent)).toEqual(['', '', '']);
    expect(page.querySelector('button [aria-live]')).toBeNull();
  });

  it('the button of a number keeps its name, whatever became of copying', async () => {
    await act(() => render(<CardCopyButton text="1280" t={t} onCopy={async () => true} />, page));
    await click(page.querySelector('button'));
    await vi.waitFor(() => expect(heard()).toBe('Copied'), { timeout: 30_000 });
    expect(page.querySelector('button')?.getAttribute('aria-label')).toBe('Copy 1 2 8 0');
  });

  it.each([
    [async () => true, 'Copied'],
    [async () => false, 'Please write it down'],
    [() => Promise.reject(new Error('refused')), 'Please write it down'],
  ])('copying says how it went', async (copy, said) => {
    await act(() => render(<CardCopyButton text="1280" t={t} onCopy={copy} />, page));
    await click(page.querySelector('button'));
    await vi.waitFor(() => expect(heard()).toBe(said), { timeout: 30_000 });
    expect(page.querySelector('button')?.textContent).toBe(said);
  });

  it('copying is said each time, by words that go and come again', async () => {
    let copied: (done: boolean) => void = () => {};
    const copy = () =>
      new Promise<boolean>((resolve) => {
        copied = resolve;
      });
    await act(() => render(<CardCopyButton text="1280" t={t} onCopy={copy} />, page));
    for (const _ of ['once', 'twice']) {
      await click(page.querySelector('button'));
      expect(heard()).toBe('');
      await act(async () => copied(true));
      await vi.waitFor(() => expect(heard()).toBe('Copied'), { timeout: 30_000 });
    }
  });

  it('copying needs a person', async () => {
    const copy = vi.fn(async () => true);
    await act(() => render(<CardCopyButton text="1280" t={t} onCopy={copy} />, page));
    page.querySelector('button')?.click();
    expect(copy).not.toHaveBeenCalled();
  });

  it.each(['javascript:alert(1)', 'http://plain.example/', 'data:text/html,x', ''])(
    'shows no link to %j',
    async (href) => {
      await act(() => render(<CardLink href={href} text="x" about="y" />, page));
      expect(page.innerHTML).toBe('');
    },
  );

  it('a link says where it leads to nobody but who follows it, and is followed by a hand alone', async () => {
    const opened = vi.spyOn(window, 'open').mockReturnValue(null);
    await act(() => render(<CardLink href="https://line.example/form" text="x" about="y" />, page));
    expect(page.innerHTML).not.toContain('line.example');
    page.querySelector('button')?.click();
    expect(opened).not.toHaveBeenCalled();
    await click(page.querySelector('[role=link]'));
    expect(opened.mock.calls).toEqual([['https://line.example/form', '_blank', 'noreferrer']]);
  });

  it('the lamp differs by shape in every state', async () => {
    const shapes = [];
    for (const state of ['off', 'on', 'dot', 'mark', 'crossed'] as const) {
      await act(() => render(<Lamp state={state} key={state} />, page));
      shapes.push([...page.querySelectorAll('svg > *')].map((shape) => shape.outerHTML).join());
    }
    expect(new Set(shapes).size).toBe(5);
  });
});
