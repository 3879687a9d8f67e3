// @vitest-environment happy-dom
// The popup in every state: what it says, in which order, and what its buttons do.
import { act } from 'preact/test-utils';
import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '../../utils/settings';
import type { TabReport } from '../../utils/tab-messages';
import { shippedHelp } from '../lines/testing';
import { CALM, DANGER, drawPopup, englishContext, noteActions, seen, TODAY } from './testing';

const text = (root: Element, selector: string) =>
  [...root.querySelectorAll(selector)].map((e) => e.textContent ?? '');
const button = (root: Element, name: string) =>
  [...root.querySelectorAll('button')].find(
    (b) => b.textContent === name || b.ariaLabel === name,
  ) as HTMLButtonElement;
const status = (root: Element) => root.querySelector('.status')?.textContent ?? '';
const CHOOSING = ['setCountry', 'setLanguage', 'pause', 'resume'];
const withReport = (change: Partial<TabReport>) => drawPopup({ tab: { ...CALM, ...change } });

describe('the state of the tab', () => {
  it('waits for the answer without guessing', () => {
    expect(status(drawPopup({ tab: 'asking' }))).toBe('Looking at this tab');
  });

  it('says that a tab is not read, names the sites, and offers to reload', () => {
    const done: string[] = [];
    const root = drawPopup({ tab: 'none', actions: noteActions(done) });
    expect(status(root)).toContain('Not reading this tab');
    expect(text(root, '.sites li')).toEqual(['Telegram Web K', 'Messenger']);
    button(root, 'Reload this page').click();
    expect(done).toEqual(['reload']);
  });

  it('says where the browser keeps it from its sites', () => {
    const says = (isBarred: boolean) => drawPopup({ tab: 'none', isBarred }).textContent;
    expect(says(true)).toContain('Your browser keeps Porchlight away from some of these sites.');
    expect(says(false)).not.toContain('keeps Porchlight away');
  });

  it('is calm, and never says safe', () => {
    const root = withReport({});
    expect(status(root)).toContain('No known signs were seen');
    expect(root.textContent).not.toMatch(/\bsafe\b/i);
    expect(text(root, 'h2')).not.toContain('What was seen');
  });

  it('says that no chat is open', () => {
    expect(status(withReport({ state: 'idle' }))).toContain('No chat is open');
  });

  it('tells of requests beside a page without a chat', () => {
    expect(status(withReport({ state: 'idle', requests: 1 }))).toContain('There is 1 request on this page');
    expect(status(withReport({ state: 'idle', requests: 2 }))).toContain('There are 2 requests on this page');
  });

  it.each(['no-list', 'no-rows', 'no-direction', 'adapter-error', 'no-packs', 'no-background'] as const)(
    "says why a page can't be read: %s",
    (why) => {
      const root = withReport({ state: 'unreadable', why });
      expect(status(root)).toContain("Can't read this page");
      expect(status(root)).toContain(englishContext().t(`popup.why.${why}`));
      expect(button(root, 'Reload this page')).toBeTruthy();
    },
  );

  it('is paused, can be resumed, and shows help all the same', () => {
    const done: string[] = [];
    const tab: TabReport = { ...DANGER, state: 'paused' };
    const root = drawPopup({ tab, actions: noteActions(done) });
    expect(status(root)).toContain('Porchlight is paused');
    expect(root.querySelector('.status-danger')).toBeNull();
    button(root, 'Turn it on again').click();
    expect(done).toEqual(['resume']);
    expect(text(root, '.line-number bdi')).toContain('1280');
  });

  it('says that this site alone is off, where the rest is read', () => {
    const done: string[] = [];
    const settings = { ...DEFAULT_SETTINGS, offServices: ['telegram'] };
    const root = drawPopup({
      ...{ tab: { ...CALM, state: 'paused' }, settings, siteSwitch: 'telegram', actions: noteActions(done) },
    });
    expect(status(root)).toContain('Off on this site');
    expect(status(root)).not.toContain('paused');
    button(root, 'Read this site again').click();
    expect(done).toEqual(['resume']);
    const everywhere = drawPopup({
      ...{
        tab: { ...CALM, state: 'paused' },
        settings: { ...settings, paused: true },
        siteSwitch: 'telegram',
      },
    });
    expect(status(everywhere)).toContain('Porchlight is paused');
  });

  it('owns up to a bug of its own', () => {
    expect(status(withReport({ state: 'broken' }))).toContain('Porchlight has stopped on this page');
  });

  it.each(['asking', 'none', CALM, DANGER] as const)('always says that it sees no phone apps (%#)', (tab) => {
    expect(drawPopup({ tab }).querySelector('footer')?.textContent).toContain('This cannot see phone apps');
  });
});

describe('what was seen', () => {
  it('stands signal by signal, with count and day', () => {
    const root = withReport({
      level: 'caution',
      seen: [seen('secrecy.dont-tell', 3), seen('risk.parents', 1, TODAY - 1)],
    });
    const t = englishContext().t;
    expect(text(root, '.seen li')).toEqual([
      `${t('signal.secrecy.dont-tell.seen')}Messages: 3 · last on November 24, 2026`,
      `${t('signal.risk.parents.seen')}Messages: 1 · last on November 23, 2026`,
    ]);
  });

  it('stands with the strongest five after a long chat, and the rest folded', () => {
    const strongest = [
      'threat.publish',
      'payment.demand',
      'media.more',
      'pressure.obey',
      'secrecy.dont-tell',
    ];
    const rest = ['approach.meet', 'risk.parents'];
    const root = withReport({ level: 'danger', seen: [...strongest, ...rest].map((id) => seen(id)) });
    const t = englishContext().t;
    const sentences = (ids: readonly string[]) => ids.map((id) => t(`signal.${id}.seen`));
    expect(text(root, 'section > .seen li > p:first-child')).toEqual(sentences(strongest));
    expect(text(root, 'details > .seen li > p:first-child')).toEqual(sentences(rest));
    expect(text(root, 'details:has(.seen) > summary')).toEqual(['Show 2 more']);
  });

  it('has nothing folded where five are all', () => {
    const five = ['threat.publish', 'payment.demand', 'media.more', 'pressure.obey', 'secrecy.dont-tell'];
    expect(withReport({ seen: five.map((id) => seen(id)) }).querySelector('details .seen')).toBeNull();
  });

  it.each(['someone', 'unknown'] as const)(
    'names nobody in particular where that would be a guess: %s',
    (who) => {
      const root = withReport({ level: 'caution', who, seen: [seen('access.asks-age')] });
      expect(text(root, '.seen li')[0]).toContain('Someone in this chat asked');
      expect(status(root)).toContain('Someone in this chat wrote things');
      expect(root.querySelector('.seen, .status')?.textContent).not.toContain('This person');
    },
  );

  it('speaks of the other person of a chat of two', () => {
    const root = withReport({ level: 'caution', seen: [seen('access.asks-age')] });
    expect(text(root, '.seen li')[0]).toContain('This person asked');
    expect(status(root)).toContain('This person wrote things');
  });

  it('claims no message where a chat only looks risky as a whole', () => {
    const look = seen('look.alike', 3);
    const root = withReport({ level: 'caution', who: 'person', seen: [look] });
    expect(status(root)).toContain('This chat may lead to trouble.');
    expect(status(root)).not.toContain('wrote things');
    expect(text(root, '.seen li')[0]).not.toContain('Messages');
    expect(root.textContent).toContain("Porchlight can't name one thing. It can be wrong.");
    const named = withReport({ level: 'caution', who: 'person', seen: [seen('secrecy.hide', 2), look] });
    expect(status(named)).toContain('wrote things');
    expect(text(named, '.seen li')[0]).toContain('Messages: 2');
  });

  it('has a sentence for a signal that it does not know', () => {
    expect(text(withReport({ seen: [seen('future.thing')] }), '.seen')[0]).toContain('no words for yet');
  });

  it.each([
    'crisis.despair',
    'context.sent',
    'context.paid',
    'context.plea',
    'context.begs',
    'context.refusal',
  ])('never shows the child its own words: %s', (signal) =>
    expect(withReport({ seen: [seen(signal)] }).querySelector('.seen')).toBeNull(),
  );

  it('lists the facts of the contact, those that could not be seen too', () => {
    const facts = [{ fact: 'no-mutual-friends' }, { fact: 'unseen', what: 'account-age' }] as const;
    expect(text(withReport({ level: 'notice', facts }), '.facts li')).toEqual([
      'You have no friends in common',
      'Age of the account: not shown here',
    ]);
  });

  it('says where it is in older messages', () => {
    expect(status(withReport({ level: 'caution', past: true, seen: [seen('secrecy.hide')] }))).toContain(
      'older messages',
    );
    expect(status(drawPopup({ tab: { ...DANGER, past: true } }))).toContain('Older messages here');
  });
});

describe('in danger', () => {
  const root = drawPopup({ tab: DANGER });
  const sections = text(root, 'main > section > h2, main > section h2');

  it('says what happens, and whose fault it is not', () => {
    expect(status(root)).toContain('Someone is scaring you for money');
    expect(status(root)).toContain("It's not your fault.");
  });

  it('puts help before steps, and steps before reasons', () => {
    const order = ['Who can help: Cambodia', 'What to do now', 'What was seen'].map((title) =>
      sections.indexOf(title),
    );
    expect(order).toEqual(order.toSorted((a, b) => a - b));
    expect(order[0]).toBe(1);
  });

  it('names APLE first as the card does, then the child helpline, called what it is', () => {
    expect(text(root, '.line-number bdi').slice(0, 2)).toEqual(['092 311 511', '1280']);
    expect(text(root, '.line-as')[0]).toBe('Child helpline');
    expect(text(root, '.line')[1]).toContain('Not a suicide line, but you can call');
  });

  it('says that the chat contains a threat where nobody knows who wrote it, as the card does', () => {
    expect(status(drawPopup({ tab: { ...DANGER, who: 'unknown' } }))).toContain(
      'This chat contains a threat',
    );
  });

  it('advises not to pay, and to leave a picture where it is', () => {
    const steps = text(root, '.steps').join(' ');
    expect(steps).toContain("Don't pay");
    expect(steps).toContain('Leave any picture where it is');
  });

  it.each([
    ['meeting', [seen('approach.meet'), seen('secrecy.dont-tell')], "Don't go, even if you said yes."],
    ['orders to self-harm', [seen('crisis.order')], "You don't have to do it. You can close the chat."],
    ['adverts', [seen('advert.sale'), seen('advert.minor')], "Don't open any link in this chat."],
    ['harm', [seen('threat.harm')], 'Could it happen soon? Call the police.'],
    [
      'pictures',
      [seen('media.more'), seen('pressure.obey')],
      "You don't have to send anything. You can stop now.",
    ],
    ['anything else', [], 'Stop replying. You owe them no answer.'],
  ])('has steps for %s', (_title, signals, step) => {
    expect(text(drawPopup({ tab: { ...DANGER, seen: signals } }), '.steps li')).toContain(step);
  });
});

it('at caution too, a demand for money is answered as on the card', () => {
  const root = withReport({ level: 'caution', seen: [seen('payment.demand')] });
  expect(text(root, '.steps li')).toEqual(
    ['one', 'two', 'three'].map((step) => englishContext().t(`card.caution.actions.threat.${step}`)),
  );
});

describe("the child's own despair", () => {
  const root = withReport({ crisis: true });

  it('is answered with the crisis line first, at any level', () => {
    expect(status(root)).toContain("You don't have to carry this alone");
    expect(text(root, '.line-number bdi')[0]).toBe('1280');
    expect(text(root, 'main h2').indexOf('Who can help: Cambodia')).toBe(1);
  });

  it('says that nobody was told', () => expect(status(root)).toContain('Nobody was told'));
});

describe('in danger to life', () => {
  it.each([
    ['orders to self-harm', { ...DANGER, seen: [seen('crisis.order')] }],
    ['despair', { ...CALM, crisis: true }],
  ])('%s: the emergency number stands after the crisis line', (_title, tab) => {
    const root = drawPopup({ tab });
    expect(text(root, '.line-number bdi').slice(0, 3)).toEqual(['1280', '117', '092 311 511']);
    expect(text(root, '.line-as').slice(0, 2)).toEqual(['Child helpline', 'Emergency number']);
  });

  it.each([
    ['a threat to hurt', { ...DANGER, seen: [seen('threat.harm')] }],
    ['a secret meeting', { ...DANGER, seen: [seen('approach.meet'), seen('secrecy.hide')] }],
  ])('%s: the emergency number stands after the hotline', (_title, tab) => {
    const root = drawPopup({ tab });
    expect(text(root, '.line-number bdi').slice(0, 3)).toEqual(['092 311 511', '117', '1280']);
  });

  it('says to call the emergency number where we know none, and nowhere else', () => {
    const { t } = englishContext();
    const isTold = (country: string | null, tab: TabReport) =>
      drawPopup({ tab, settings: { ...DEFAULT_SETTINGS, country } })
        .querySelector('#help-title')
        ?.parentElement?.textContent?.includes(t('help-page.emergency-unknown'));
    const harm = { ...DANGER, seen: [seen('threat.harm')] };
    for (const country of ['MA', 'ZZ', null]) expect(isTold(country, harm)).toBe(true);
    expect(isTold('MA', { ...CALM, crisis: true })).toBe(true);
    expect(isTold('KH', harm)).toBe(false);
    expect(isTold('MA', CALM)).toBe(false);
  });

  it('shows one number once, called what it is', () => {
    const root = drawPopup({
      tab: { ...CALM, crisis: true },
      settings: { ...DEFAULT_SETTINGS, country: 'TR' },
    });
    expect(text(root, 'section .lines').at(0)).toContain('Emergency number');
    expect(text(root, '.line-number bdi').slice(0, 2)).toEqual(['112', '183']);
  });
});

const FAMILY = { on: true, since: 20_700, hasPin: true, pending: false, audience: 'parent' } as const;

describe('the family view', () => {
  it('is named for as long as it is on', () => {
    expect(text(drawPopup({}), 'main a[href="/family.html"]')).toEqual([]);
    const root = drawPopup({ family: FAMILY });
    expect(text(root, 'main a[href="/family.html"]')).toEqual(['The family view is on. See what it shows.']);
  });

  it('asks to ask, and says no more, until a PIN acknowledges it', () => {
    const root = drawPopup({ family: { ...FAMILY, pending: true } });
    expect(text(root, '.family-note h2, .family-note p')).toEqual([
      'Something serious was seen',
      'For parents: ask your child how they are.',
    ]);
  });

  it('stands below help where the child needs help now', () => {
    const root = drawPopup({ tab: DANGER, family: { ...FAMILY, pending: true } });
    const help = root.querySelector('.lines') as Element;
    const note = root.querySelector('.family-note') as Element;
    expect(help.compareDocumentPosition(note) & Node.DOCUMENT_POSITION_FOLLOWING).toBeTruthy();
  });

  it('that is off shows nothing, whatever is left over', () => {
    expect(text(drawPopup({ family: { ...FAMILY, on: false, pending: true } }), '.family-note')).toEqual([]);
  });
});

describe('help', () => {
  it('opens pages in a new tab that learns nothing of us', () => {
    for (const link of drawPopup({ tab: DANGER }).querySelectorAll('a')) {
      expect(link.target).toBe('_blank');
      expect(link.rel).toBe('noreferrer noopener');
      const isOurs = link.getAttribute('href')?.startsWith('/') ?? false;
      expect(link.getAttribute('aria-describedby')).toBe(isOurs ? null : 'history-note');
    }
  });

  it('says what a page leaves behind, before the first link', () => {
    const root = drawPopup({});
    const note = root.querySelector('#history-note') as Element;
    const links = [...root.querySelectorAll('a')];
    expect(links.length).toBeGreaterThan(5);
    expect(note.textContent).toContain("stays in this browser's history");
    expect(note.textContent).toContain('call list');
    expect(links.every((link) => note.compareDocumentPosition(link) & Node.DOCUMENT_POSITION_FOLLOWING)).toBe(
      true,
    );
  });

  it('shows each number of a country once', () => {
    const numbers = text(drawPopup({ tab: DANGER }), '.line-number bdi');
    expect(numbers).toEqual([...new Set(numbers)]);
  });

  it('says of a line what is known, and what is not', () => {
    const line = drawPopup({}).querySelector('.line') as Element;
    expect(line.querySelector('h3')?.textContent).toBe('APLE Cambodia hotline');
    expect(text(line, '.line-facts li')).toEqual([
      'Open day and night',
      'No name needed',
      'Cost not known',
      'Speaks Khmer',
      "Can't take pictures or videos",
      'The form asks for a link',
    ]);
    expect(line.querySelector('.line-history')?.textContent).toContain('Not yet dialled by us');
  });

  it('asks to check a number of which we are less sure', () => {
    const tpo = [...drawPopup({}).querySelectorAll('.line')].find((line) =>
      line.textContent?.includes('TPO'),
    );
    expect(tpo?.textContent).toContain('Check this number');
    expect(tpo?.textContent).toContain('Opening hours not known');
    expect(tpo?.textContent).toContain('Might not take calls from children');
  });

  it("offers the service's own routes where its site is open", () => {
    expect(text(drawPopup({ service: 'telegram' }), 'bdi')).toContain('stopCA@telegram.org');
    expect(text(drawPopup({ service: null, tab: 'none' }), 'bdi')).not.toContain('stopCA@telegram.org');
  });

  it.each(['KH', 'US'])('%s: names Take It Down once, with what takes pictures down', (country) => {
    const root = drawPopup({ settings: { ...DEFAULT_SETTINGS, country } });
    const groups = [...root.querySelectorAll('details')];
    const pictures = groups.filter((group) => text(group, 'h3')[0] === 'Ask to get pictures taken down');
    expect(text(pictures[0] as Element, 'h4').filter((name) => name.includes('Take It Down'))).toHaveLength(
      1,
    );
    expect(text(root, 'h4').filter((name) => name.includes('Take It Down'))).toHaveLength(1);
  });

  it('has something for a country that has no file', () => {
    const root = drawPopup({ settings: { ...DEFAULT_SETTINGS, country: 'ZZ' } });
    expect(text(root, 'h3')).toContain('NCMEC CyberTipline');
    expect(text(root, 'h3')).toContain('Find a Helpline');
    expect(text(root, '.line-number:not(.line-email)')).toEqual([]);
  });
});

describe('copying', () => {
  const press = (root: HTMLElement) =>
    act(async () => {
      (root.querySelector('.line-number button') as HTMLButtonElement).click();
    });

  it('copies the number as it is shown, and says so', async () => {
    const copied: string[] = [];
    const root = drawPopup({ tab: DANGER, context: englishContext(copied) });
    await press(root);
    expect(copied).toEqual(['092 311 511']);
    expect(root.querySelector('.line-number [aria-live]')?.textContent).toBe('Copied');
  });

  it('says to write it down where the browser refuses', async () => {
    const root = drawPopup({ tab: DANGER, context: englishContext([], false) });
    await press(root);
    expect(root.querySelector('.line-number [aria-live]')?.textContent).toBe('Please write it down');
  });
});

describe('what it owns up to', () => {
  const notes = (root: Element) => text(root, '.notes li').join(' ');
  const health = { setAside: [], conversations: 0, working: true, refused: 0 };

  it('is silent where all is well', () => expect(notes(drawPopup({ health }))).toBe(''));

  it.each([
    ['failed memory', withReport({ memoryFailed: true }), "can't keep what it saw"],
    ['failed storage', drawPopup({ health: { ...health, working: false } }), "can't keep what it saw"],
    [
      'damaged data',
      drawPopup({ health: { ...health, setAside: ['memory'] } }),
      'was damaged. Porchlight put it aside',
    ],
    ['lost settings', drawPopup({ settings: null }), "choices can't be read"],
    [
      'a page never seen live',
      withReport({ adapter: { id: 'messenger', name: 'Messenger', seenLive: null } }),
      'Messenger: not yet seen on the live site',
    ],
  ])('%s', (_title, root, sentence) => expect(notes(root)).toContain(sentence));

  it.each(['calm', 'caution', 'danger'] as const)(
    'a language that is not checked, beside what was seen: %s',
    (level) =>
      expect(text(withReport({ level, failedPacks: ['km', 'x'] }), '.status').join(' ')).toContain(
        "Porchlight can't check messages in Khmer and x now.",
      ),
  );
});

describe('choices', () => {
  const selects = (root: Element) => [...root.querySelectorAll('select')];

  it('a contact that is quiet can be heard again', () => {
    const done: string[] = [];
    const tab = { ...CALM, snoozedUntil: Date.UTC(2026, 11, 24, 12) };
    const root = drawPopup({ tab, actions: noteActions(done) });
    expect(root.textContent).toContain('Tips in this chat are quiet until December 24, 2026.');
    button(root, 'Show tips again').click();
    expect(done).toEqual(['endSnooze']);
  });

  it.each([
    [true, null, 'Done. Tips show again.'],
    [false, Date.UTC(2026, 11, 24, 12), 'That did not work.'],
  ])(
    'what became of the end of a quiet is said, where the button may be gone: %s',
    async (done, after, says) => {
      const tab = { ...CALM, snoozedUntil: Date.UTC(2026, 11, 24, 12) };
      const root = drawPopup({ tab, actions: { ...noteActions([]), endSnooze: async () => done } });
      const line = root.querySelector('[aria-labelledby=notes-title] [role=status]');
      expect(line?.textContent).toBe(''); // a live region that comes with its text is not read out
      await act(async () => button(root, 'Show tips again').click());
      drawPopup({ tab: { ...tab, snoozedUntil: after } }, root);
      expect(line?.isConnected && line.textContent).toContain(says);
    },
  );

  it('a card that was folded away can be shown again', () => {
    const done: string[] = [];
    button(drawPopup({ tab: DANGER, actions: noteActions(done) }), 'Show the card on the page').click();
    expect(done).toEqual(['showCard']);
    expect(button(withReport({}), 'Show the card on the page')).toBeUndefined();
  });

  it('a guess at the country is called a guess, until it is chosen', () => {
    const guess = drawPopup({ settings: DEFAULT_SETTINGS, suggested: 'TH' });
    expect(guess.textContent).toContain('This is a guess');
    expect(selects(guess)[0]?.value).toBe('TH');
    expect(text(guess, 'h2')).toContain('Who can help: Thailand');
    expect(drawPopup({ suggested: 'TH' }).textContent).not.toContain('This is a guess');
  });

  it('the country list is every country with help, and one for elsewhere', () => {
    const options = [...(selects(drawPopup({}))[0]?.options ?? [])].map(({ value }) => value);
    expect(options).toHaveLength(shippedHelp().countries.length + 1);
    expect(options).toContain('KH');
    expect(options.at(-1)).toBe('ZZ');
  });

  it('country, language and pause are passed on', () => {
    const done: string[] = [];
    const root = drawPopup({ actions: noteActions(done) });
    const [country, language] = selects(root);
    const choose = (select: HTMLSelectElement | undefined, value: string) => {
      if (select === undefined) throw new Error('no such choice');
      select.value = value;
      select.dispatchEvent(new Event('change', { bubbles: true }));
    };
    choose(country, 'VN');
    choose(language, 'km');
    (root.querySelector('[role="switch"]') as HTMLInputElement).click();
    expect(done).toEqual(['setCountry VN', 'setLanguage km', 'pause']);
    expect(text(root, 'option[lang="km"]')).toEqual(['ខ្មែរ']);
  });

  const NOT_SAVED = englishContext().t('page.not-saved');
  const failing = {
    ...noteActions([]),
    ...Object.fromEntries(CHOOSING.map((name) => [name, async () => false])),
  };
  const settled = (doing: () => void) =>
    act(async () => {
      doing();
      await new Promise((resolve) => setTimeout(resolve));
    });

  it('one that was not kept goes back to what holds, and says so', async () => {
    const root = drawPopup({ actions: failing });
    const [country] = selects(root) as [HTMLSelectElement];
    expect(root.textContent).not.toContain(NOT_SAVED);
    await settled(() => {
      country.value = 'VN';
      country.dispatchEvent(new Event('change', { bubbles: true }));
    });
    expect(country.value).toBe('KH');
    expect(text(root, '.failed')).toEqual([NOT_SAVED]);
    const other = drawPopup({ actions: failing });
    const lamp = other.querySelector('[role="switch"]') as HTMLInputElement;
    await settled(() => lamp.click());
    expect(lamp.checked).toBe(true);
    expect(text(other, '.failed')).toEqual([NOT_SAVED]);
  });

  it('a pause that could not be ended says so where its button is', async () => {
    const root = drawPopup({ tab: { ...CALM, state: 'paused' }, actions: failing });
    await settled(() => button(root, 'Turn it on again').click());
    expect(text(root, '.status [role="status"] .failed')).toEqual([NOT_SAVED]);
  });
});

describe('structure', () => {
  it.each(['asking', 'none', CALM, DANGER] as const)(
    'has landmarks, one main heading, and named sections (%#)',
    (tab) => {
      const root = drawPopup({ tab });
      for (const landmark of ['header', 'main', 'footer'])
        expect(root.querySelectorAll(landmark)).toHaveLength(1);
      expect(root.querySelectorAll('h1')).toHaveLength(1);
      const ids = [...root.querySelectorAll('[id]')].map(({ id }) => id);
      expect(ids).toEqual([...new Set(ids)]);
      for (const section of root.querySelectorAll('section'))
        expect(root.querySelector(`#${section.getAttribute('aria-labelledby')}`)?.tagName).toBe('H2');
    },
  );

  it.each(['none', CALM, DANGER] as const)('never skips a level of headings (%#)', (tab) => {
    const levels = [...drawPopup({ tab }).querySelectorAll('h1, h2, h3, h4')].map((h) =>
      Number(h.tagName[1]),
    );
    expect(levels.filter((level, index) => level > (levels[index - 1] ?? 0) + 1)).toEqual([]);
  });

  it('keeps to the policy of extension pages: no style in the markup', () => {
    expect(drawPopup({ tab: DANGER }).querySelectorAll('[style]')).toHaveLength(0);
  });
});

describe('an advert for illegal pictures', () => {
  const titles = (root: HTMLElement) => text(root, 'summary');
  const parts = [seen('payment.method'), seen('advert.sale'), seen('advert.minor'), seen('advert.link')];

  it.each(['caution', 'danger'] as const)(
    'at %s offers the drives that hold it, and says not to open it',
    (level) => {
      const root = withReport({ level, seen: parts });
      expect(titles(root)).toEqual(expect.arrayContaining([expect.stringContaining('Google Drive')]));
      expect(titles(root)).toEqual(expect.arrayContaining([expect.stringContaining('Dropbox')]));
      if (level === 'caution') expect(root.textContent).toContain("Don't save anything or pass it on.");
    },
  );

  it.each([
    { level: 'calm', seen: parts },
    { level: 'caution', seen: [seen('advert.link'), seen('advert.sale')] },
  ] as const)('%o is none', (change) => {
    expect(titles(withReport(change)).join(' ')).not.toContain('Dropbox');
  });
});
