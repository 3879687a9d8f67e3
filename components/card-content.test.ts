// What cards say, over every signal, kind and writer: limits of length, the reader's words, and no claim we can't hold.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { Assessment, Level, Reason, Stage } from '../engine/types';
import type { ContactFact } from '../page/adapter';
import { createTranslator } from '../utils/i18n';
import { cardContent } from './card-content';
import { countWords } from './caution-content';
import { DANGER_KINDS, type DangerKind, dangerKindOf, threatensLife } from './danger-kind';
import { factSentences } from './fact-sentences';
import type { Who } from './sign-sentences';

const en = JSON.parse(readFileSync('locales/en.json', 'utf8'));
const signals: Record<string, { stage: Stage }> = parse(readFileSync('rules/signals.yaml', 'utf8'));
const t = createTranslator(en, 'en');

const reason = (signal: string): Reason => ({
  signal,
  stage: signals[signal]?.stage ?? 'context',
  count: 1,
  lastDay: 20_000,
});
const assess = (level: Level, ids: readonly string[], more: Partial<Assessment> = {}): Assessment => ({
  level,
  because: null,
  reasons: ids.map(reason),
  past: false,
  crisis: false,
  ...more,
});
const content = (assessment: Assessment, who: Who = 'person', facts: readonly ContactFact[] = []) =>
  cardContent(assessment, facts, t, { language: 'en', who });

const OTHERS_SIGNALS = Object.keys(signals).filter(
  (id) => signals[id]?.stage !== 'context' && id !== 'crisis.despair',
);
const WRITERS: readonly Who[] = ['person', 'someone', 'unknown'];

describe('a caution card', () => {
  it.each(WRITERS)('names two things in at most 25 words, whatever they are (%s)', (who) => {
    const nameable = OTHERS_SIGNALS.filter((id) => id !== 'look.alike');
    for (const a of nameable) {
      for (const b of nameable.filter((other) => other !== a)) {
        const card = content(assess('caution', [a, b]), who);
        if (card?.kind !== 'caution') throw new Error(`no caution card for ${a} and ${b}`);
        expect(countWords([card.seen, card.why]), `${card.seen} ${card.why}`).toBeLessThanOrEqual(25);
        expect(card.seen).toContain(t(`signal.${a}.clause`));
      }
    }
  });

  it('says both things that were seen where they come to 25 words or less', () => {
    const card = content(assess('caution', ['secrecy.keep-secret', 'move.platform']));
    expect(card).toMatchObject({
      kind: 'caution',
      seen: 'This person asked you to keep a secret and wants to switch apps.',
      why: 'Secrets like this keep others from helping you.',
    });
  });

  it('prefers a second thing of another stage', () => {
    const card = content(assess('caution', ['secrecy.keep-secret', 'secrecy.delete', 'risk.alone']));
    expect(card).toMatchObject({
      seen: 'This person asked you to keep a secret and asked if you are alone.',
    });
  });

  it('says how the whole looks only where nothing can be named', () => {
    const alone = content(assess('caution', ['secrecy.keep-secret']));
    expect(content(assess('caution', ['secrecy.keep-secret', 'look.alike']))).toMatchObject({
      seen: alone?.kind === 'caution' && alone.seen,
    });
    expect(content(assess('caution', ['look.alike', 'secrecy.keep-secret']))).toMatchObject({
      seen: alone?.kind === 'caution' && alone.seen,
    });
  });

  it.each(WRITERS)('speaks of the chat where only the whole shows something, past or not (%s)', (who) => {
    for (const past of [false, true])
      expect(content(assess('caution', ['look.alike'], { past }), who)).toMatchObject({
        seen: 'This chat looks like chats that led to trouble.',
        reasons: ['This chat looks like chats that led to trouble.'],
      });
  });

  it('never speaks of context or of the own words of the child', () => {
    const card = content(assess('caution', ['context.refusal', 'crisis.despair', 'media.more']));
    expect(card).toMatchObject({
      seen: 'This person asked for more pictures.',
      reasons: ['This person asked for more pictures.'],
    });
  });

  it('speaks of nobody in particular in a group, and of older messages where they are old', () => {
    const ids = ['secrecy.keep-secret'];
    expect(content(assess('caution', ids), 'someone')).toMatchObject({
      seen: 'Someone in this chat asked you to keep a secret.',
    });
    const quiet = (who: Who) => content(assess('caution', ids), who);
    expect(quiet('person')).toMatchObject({ quiet: 'person' });
    expect(quiet('someone')).toMatchObject({ quiet: 'chat' }); // a stranger in it is not who is known
    expect(quiet('unknown')).toMatchObject({ quiet: 'chat' });
    expect(content(assess('caution', ids, { past: true }))).toMatchObject({
      seen: 'In older messages, this person asked you to keep a secret.',
    });
    expect(content(assess('caution', ids, { past: true }), 'someone')).toMatchObject({
      seen: 'In older messages, someone asked you to keep a secret.',
    });
    expect(content(assess('caution', [...ids, 'move.platform']), 'someone')).toMatchObject({
      seen: 'Someone in this chat asked you to keep a secret and wants to switch apps.',
    });
  });

  it('speaks of the advert where that made the level, whatever else was seen', () => {
    const ids = ['secrecy.keep-secret', 'advert.minor'];
    expect(content(assess('caution', ids))).toMatchObject({ about: 'person' });
    expect(content(assess('caution', ids, { because: 'advert' }))).toMatchObject({ about: 'advert' });
  });

  it('offers steps against blackmail and adverts where those were seen', () => {
    const steps = (id: string) => {
      const card = content(assess('caution', [id]));
      if (card?.kind !== 'caution') throw new Error(`no caution card for ${id}`);
      expect(card.steps).toHaveLength(3);
      return card.steps.join(' ');
    };
    for (const id of ['threat.contacts', 'payment.demand', 'pressure.countdown'])
      expect(steps(id)).toContain("Don't pay");
    expect(steps('advert.minor')).toContain('pass it on');
    expect(steps('secrecy.hide')).toContain('say no');
  });
});

const DANGERS: readonly (readonly [DangerKind, readonly string[], Who])[] = [
  ['self-harm', ['crisis.push', 'threat.publish'], 'person'],
  ['self-harm', ['crisis.order'], 'unknown'],
  ['payment', ['threat.publish', 'payment.demand'], 'person'],
  ['payment', ['pressure.countdown', 'payment.more'], 'person'],
  ['images', ['threat.publish'], 'person'],
  ['images', ['threat.has-images', 'threat.contacts'], 'someone'],
  ['coercion', ['media.intimate', 'pressure.obey'], 'person'],
  ['meeting', ['approach.alone', 'secrecy.dont-tell', 'media.asks-picture'], 'person'],
  ['harm', ['threat.harm'], 'person'],
  ['threat', ['threat.ruin', 'context.plea'], 'person'],
  ['threat', ['pressure.block', 'context.paid'], 'person'],
  ['advert', ['advert.sale', 'advert.minor', 'advert.link'], 'unknown'],
  ['unknown', ['threat.publish', 'payment.demand'], 'unknown'],
  ['other', ['trust.mature'], 'person'],
];

describe('a danger card', () => {
  it.each(DANGERS)('is of kind %s for %j written by %s', (kind, ids, who) => {
    expect(dangerKindOf(assess('danger', ids), who)).toBe(kind);
  });

  it('has a case here for every kind', () => {
    expect(new Set(DANGERS.map(([kind]) => kind))).toEqual(new Set(DANGER_KINDS));
  });

  for (const [kind, ids, who] of DANGERS) {
    for (const past of [false, true]) {
      it(`says ${past ? 'what older messages hold' : 'what happens'} in at most 60 words: ${kind}`, () => {
        const card = content(assess('danger', ids, { past }), who);
        if (card?.kind !== 'danger') throw new Error('no danger card');
        const buttons = ['card.name', 'card.help.now', 'card.button.why', 'card.button.fold'].map((key) =>
          t(key),
        );
        const talk = card.crisisLine === 'none' ? '' : t('card.danger.crisis-lead');
        const lead = threatensLife(card.about) ? t('card.danger.emergency-lead') : talk;
        const all = [card.heading, card.comfort, ...card.steps, lead, ...buttons];
        expect(countWords(all), all.join(' ')).toBeLessThanOrEqual(60);
        expect(countWords([card.heading])).toBeLessThanOrEqual(8);
        expect(card.comfort).toBe("It's not your fault.");
        expect(card.steps).toHaveLength(3);
        expect(card.heading.includes('lder messages')).toBe(past);
      });
    }
  }

  it('puts the crisis line first for orders to self-harm and for despair, and shows it for threats', () => {
    const line = (ids: readonly string[], crisis = false) => {
      const card = content(assess('danger', ids, { crisis }));
      return card?.kind === 'danger' ? card.crisisLine : null;
    };
    expect(line(['crisis.push'])).toBe('first');
    expect(line(['threat.publish'], true)).toBe('first');
    expect(line(['threat.publish'])).toBe('after');
    expect(line(['look.alike'])).toBe('after');
    expect(line(['approach.alone', 'secrecy.hide'])).toBe('none');
  });

  it('says of a threat to hurt and of a secret meeting that life is at stake', () => {
    const isLife = (ids: readonly string[]) => {
      const card = content(assess('danger', ids));
      return card?.kind === 'danger' && threatensLife(card.about);
    };
    expect(isLife(['threat.harm'])).toBe(true);
    expect(isLife(['approach.alone', 'secrecy.hide'])).toBe(true);
    expect(isLife(['threat.publish'])).toBe(false);
  });

  it('says that it can be wrong where it can name nothing', () => {
    const reasons = (ids: readonly string[]) => {
      const card = content(assess('danger', ids));
      return card?.kind === 'danger' ? card.reasons : [];
    };
    expect(reasons(['look.alike'])).toEqual([t('signal.look.alike.seen'), t('signal.look.alike.why')]);
    expect(reasons(['look.alike', 'context.paid'])).toContain(t('signal.look.alike.why'));
    expect(reasons(['look.alike', 'threat.publish'])).not.toContain(t('signal.look.alike.why'));
    expect(reasons([])).toEqual([]);
  });

  it('tells nobody to pay, to keep a picture, or that the child sent one', () => {
    const steps = JSON.stringify(en.card.danger);
    expect(steps).not.toMatch(/screenshot|save the|forward|pictures you sent/i);
  });
});

describe('other cards', () => {
  it.each(['calm', 'notice', 'caution'] as const)(
    'the own despair of the child comes first at %s',
    (level) => {
      const card = content(assess(level, ['secrecy.hide'], { crisis: true }));
      expect(card?.kind === 'crisis' && card.lines).toHaveLength(3);
    },
  );

  it('says nothing at calm, nor where there is nothing to say', () => {
    expect(content(assess('calm', ['trust.flattery']))).toBeNull();
    expect(content(assess('notice', []))).toBeNull();
    expect(content(assess('caution', ['context.refusal']))).toBeNull();
  });

  it('lists what stands out first and what could not be seen last', () => {
    const facts: readonly ContactFact[] = [
      { fact: 'unseen', what: 'country' },
      { fact: 'mutual-friends', count: 1 },
      { fact: 'country', country: 'TR' },
      { fact: 'message-request' },
      { fact: 'not-a-contact' },
      { fact: 'new-account', month: '2026-10' },
      { fact: 'no-mutual-friends' },
    ];
    expect(factSentences(facts, t, 'en')).toEqual([
      'You have no friends in common',
      'Account made: October 2026',
      'Not in your contacts',
      'You have not accepted this chat yet',
      'Country shown: Türkiye',
      '1 friend in common',
      'Country: not shown here',
    ]);
    expect(content(assess('notice', []), 'person', facts)).toMatchObject({
      kind: 'notice',
      line: 'You have no friends in common',
    });
  });
});

it('speaks of the advert where its combination made the level, though its parts weigh nothing', () => {
  const seen = ['payment.method', 'advert.sale', 'advert.minor'];
  const card = content(assess('caution', seen, { because: 'advert' }), 'someone');
  expect(card).toMatchObject({ kind: 'caution', steps: expect.arrayContaining(["Don't open links here."]) });
});

it('nothing is said of a calm chat, whatever the page shows', () => {
  const facts: readonly ContactFact[] = [{ fact: 'no-mutual-friends' }];
  expect(content(assess('calm', ['secrecy.keep-secret']), 'person', facts)).toBeNull();
  expect(content(assess('notice', []), 'person', facts)).toMatchObject({ kind: 'notice' });
});

it('a list of reasons ends after five', () => {
  const card = content(assess('caution', OTHERS_SIGNALS.slice(0, 9)));
  expect(card?.kind === 'caution' && card.reasons).toHaveLength(5);
});
