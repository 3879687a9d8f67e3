import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mergeMemory } from '../utils/memory';
import type { Classifier } from './classifier';
import { type ConversationOptions, createConversation } from './conversation';
import { createDetector } from './create-detector';
import type { Detector } from './detector';
import { BARS } from './look-bars';
import type { Escalation } from './rules';
import { SENSITIVITY } from './sensitivity';
import { TEST_PACK, TEST_RULES } from './test-rules';
import type { ConversationMemory, Message, Speaker } from './types';
import { NEAR_MESSAGES } from './views';

const DAY = 86_400_000;
const detector = createDetector([TEST_PACK], TEST_RULES.signals);
const hash = (text: string) =>
  [...text].reduce((sum, c) => (Math.imul(sum, 31) + (c.codePointAt(0) ?? 0)) >>> 0, 7);
const open = (change: Partial<ConversationOptions> = {}) =>
  createConversation({
    detector,
    signals: TEST_RULES.signals,
    escalations: TEST_RULES.escalations,
    group: false,
    memory: null,
    fingerprint: hash,
    now: () => 100 * DAY,
    ...change,
  });
let ids = 0;
const say = (
  text: string,
  speaker: Speaker = 'other',
  author = 'them',
  at: number | null = null,
): Message => {
  ids += 1;
  return { id: String(ids), author, speaker, text, at };
};
const LIVE = { history: false };
const levelOf = (texts: readonly Message[], change: Partial<ConversationOptions> = {}) => {
  const conversation = open(change);
  for (const message of texts) conversation.add(message, LIVE);
  return conversation.assessment().level;
};

test('a message’s fingerprint is made once, and only where a sign of it is noted', () => {
  const made: string[] = [];
  const fingerprint = (text: string) => {
    made.push(text);
    return hash(text);
  };
  const conversation = open({ fingerprint });
  for (const text of ['hello', 'send me a pic and dont tell mum']) conversation.add(say(text), LIVE);
  expect(made).toEqual(['send me a pic and dont tell mum']);
});

describe('levels', () => {
  test('one sign of a stage stays calm', () => expect(levelOf([say('send me a pic')])).toBe('calm'));
  test('two stages by the weights reach caution', () =>
    expect(
      levelOf([say('send me a pic'), say('your parents home'), say('what are you wearing')], {
        cautionFrom: 6,
      }),
    ).toBe('caution'));
  test('repeats of one stage never reach caution', () =>
    expect(levelOf(Array.from({ length: 40 }, (_, i) => say(`send me a pic ${i}`)))).toBe('calm'));
  test('an escalation raises its level in one message', () =>
    expect(levelOf([say('i will send it to everyone')])).toBe('danger'));
  test('a joke in the same message or the next takes it back', () =>
    expect(levelOf([say('i will send it to everyone, just kidding')])).toBe('calm'));
  test('the child’s own words never count', () =>
    expect(
      levelOf([
        say('i will send it to everyone', 'self'),
        say('send me a pic', 'self'),
        say('dont tell mum', 'self'),
      ]),
    ).toBe('calm'));
  test('ordinary talk between the signs thins them out', () => {
    const talk = (count: number) => Array.from({ length: count }, (_, i) => say(`nice weather ${i}`));
    expect(
      levelOf([
        say('what are you wearing'),
        ...talk(300),
        say('your parents home'),
        ...talk(300),
        say('send me a pic'),
      ]),
    ).toBe('calm');
  });
  test('marks around a part of what is said hide nothing', () =>
    expect(levelOf([say('ok then i will "send it to" everyone')])).toBe('danger'));
  test('what is quoted and then said in earnest counts', () => {
    expect(levelOf([say('you laughed at "i will send it to everyone" ok')])).toBe('calm');
    expect(levelOf([say('you laughed at "i will send it to everyone". ok i will send it to everyone')])).toBe(
      'danger',
    );
  });
  test('quotes and lessons do not count', () =>
    expect(levelOf([say('someone told me i will send it to everyone')])).toBe('calm'));
});

describe('who speaks', () => {
  test('in a group each is judged alone', () => {
    const messages = [say('send me a pic', 'other', 'a'), say('dont tell your mum', 'other', 'b')];
    expect(levelOf(messages, { group: true })).toBe('calm');
    expect(
      levelOf(
        messages.map((m) => ({ ...m, author: 'a' })),
        { group: true },
      ),
    ).toBe('caution');
  });
  test('in a group, what the child said of itself counts for whoever speaks first afterwards', () => {
    const escalations = [
      {
        ...(TEST_RULES.escalations[1] as Escalation),
        all: [['media.asks-picture'], ['context.child-age']],
        needs: 0,
      },
    ];
    const ask = say('send me a pic', 'other', 'new');
    const child = say('im 13', 'self', 'me');
    expect(levelOf([child, ask], { group: true, escalations })).toBe('caution');
    expect(levelOf([say('im 13', 'other', 'friend'), ask], { group: true, escalations })).toBe('calm');
  });
  test('in a group messages without a name are not one person’s', () =>
    expect(
      levelOf([say('send me a pic', 'other', ''), say('dont tell your mum', 'other', '')], { group: true }),
    ).toBe('calm'));
  test('in a talk of two, the other is known to be the other though no name is told', () =>
    expect(levelOf([say('send me a pic', 'other', ''), say('dont tell your mum', 'other', '')])).toBe(
      'caution',
    ));
  test('an unknown author with a name is judged as the other person', () =>
    expect(levelOf([say('send me a pic', 'unknown', 'a'), say('dont tell your mum', 'unknown', 'a')])).toBe(
      'caution',
    ));
  test('two unknown people are not added up', () =>
    expect(levelOf([say('send me a pic', 'unknown', 'a'), say('dont tell your mum', 'unknown', 'b')])).toBe(
      'calm',
    ));
  test('however many unknown people write in between, what the other of a talk of two said is kept', () => {
    const conversation = open();
    conversation.add(say('send me a pic'), LIVE);
    for (let i = 0; i < 250; i += 1) conversation.add(say('hi', 'unknown', `name ${i}`), LIVE);
    expect(Object.keys(conversation.memory().signals)).toEqual(['media.asks-picture']);
  });
  test('without any author only a strong threat warns', () => {
    expect(levelOf([say('send me a pic', 'unknown', ''), say('dont tell your mum', 'unknown', '')])).toBe(
      'calm',
    );
    expect(levelOf([say('i will send it to everyone', 'unknown', '')])).toBe('danger');
  });
});

describe('a lesson, a helpline, a scene that is rehearsed', () => {
  const threat = () => say('i will send it to everyone');
  const talk = (count: number) => Array.from({ length: count }, (_, i) => say(`see you ${i}`));
  test('is followed by somebody else’s words', () =>
    expect(levelOf([say('you can tell an adult'), threat()])).toBe('calm'));
  test('is over after 25 messages', () => {
    expect(levelOf([say('you can tell an adult'), ...talk(24), threat()])).toBe('calm');
    expect(levelOf([say('you can tell an adult'), ...talk(25), threat()])).toBe('danger');
  });
  test('begins anew with each sign of it', () =>
    expect(levelOf([say('tell an adult'), ...talk(20), say('tell an adult'), ...talk(20), threat()])).toBe(
      'calm',
    ));
  test('in a group, speaks for whoever teaches alone', () => {
    const lesson = say('tell an adult', 'other', 'ann');
    const group = { group: true };
    const threatOf = (author: string) => say('i will send it to everyone', 'other', author);
    expect(levelOf([lesson, threatOf('ann')], group)).toBe('calm');
    expect(levelOf([lesson, threatOf('bob')], group)).toBe('danger');
  });
  test('is not what the child says of one', () =>
    expect(levelOf([say('i will tell an adult', 'self'), threat()])).toBe('danger'));
  test('does not hide who asks for money for help', () => {
    const conversation = open();
    conversation.add(say('tell an adult'), LIVE);
    conversation.add(say('who', 'self'), LIVE); // else it would be one sentence with a gate
    conversation.add(say('pay by gift card'), LIVE);
    expect(Object.keys(conversation.memory().signals)).toEqual(['payment.method']);
  });
});

describe('talk that sounds like a lesson', () => {
  /** What it heard, and whose. */
  const heard: boolean[] = [];
  const hear = (_: readonly number[], isSelf: boolean) => heard.push(isSelf) > 0;
  const inLesson = { detector: { ...detector, lessons: () => ({ hear }) } };
  const asked = [say('send me a pic'), say('dont tell your mum')];
  test('is not held against whoever gives it', () => {
    expect(levelOf(asked)).toBe('caution');
    expect(levelOf(asked, inLesson)).toBe('calm');
    expect(levelOf(asked, { ...inLesson, group: true })).toBe('calm');
  });
  test('hides no threat and no demand for money', () => {
    expect(levelOf([say('i will send it to everyone')], inLesson)).toBe('danger');
    const conversation = open(inLesson);
    conversation.add(say('pay by gift card'), LIVE);
    expect(Object.keys(conversation.memory().signals)).toEqual(['payment.method']);
  });
  test('hides no advert that somebody posts there', () => {
    const signals = { ...TEST_RULES.signals, 'advert.sale': { stage: 'advert' as const, weight: 1 } };
    const sale = { id: 'advert.sale', speaker: 'other' as const, phrases: ['selling videos'], unless: [] };
    const pack = { ...TEST_PACK, signals: [...TEST_PACK.signals, sale] };
    const reader = { ...createDetector([pack], signals), lessons: () => ({ hear }) };
    const conversation = open({ signals, detector: reader });
    conversation.add(say('selling videos of a trip'), LIVE);
    expect(Object.keys(conversation.memory().signals)).toEqual(['advert.sale']);
  });
  test('is heard of live messages alone, of both, once each', () => {
    heard.length = 0;
    const conversation = open(inLesson);
    conversation.add(say('ok', 'self'), LIVE);
    conversation.add(say('ok'), LIVE);
    conversation.add(say('ok', 'unknown', ''), LIVE);
    conversation.add(say('ok'), { history: true });
    conversation.add(say('ok'), { history: false, edited: true });
    expect(heard).toEqual([true, false]);
  });
  test('says nothing of history', () => {
    const conversation = open(inLesson);
    conversation.add(say('ok'), LIVE);
    for (const message of asked) conversation.add(message, { history: true });
    expect(conversation.assessment().level).toBe('caution');
  });
});

describe('the child’s own despair', () => {
  test('opens the crisis route and leaves no trace', () => {
    const conversation = open();
    const assessment = conversation.add(say('i want to die', 'self'), LIVE);
    expect(assessment).toMatchObject({ level: 'calm', crisis: true, reasons: [] });
    expect(conversation.memory().signals).toEqual({});
    expect(conversation.add(say('ok', 'self'), LIVE).crisis).toBe(false);
  });
});

test('what sounds like despair opens it too, where the child says it live', () => {
  const despair = { sounds: () => true };
  const crisisOf = (message: Message, history = false) =>
    open({ detector: { ...detector, despair } }).add(message, { history }).crisis;
  expect(crisisOf(say('nothing is left', 'self'))).toBe(true);
  expect(crisisOf(say('nothing is left', 'self'), true)).toBe(false);
  expect(crisisOf(say('nothing is left'))).toBe(false);
});

test.each([
  [['i want', 'to die'], true],
  [['i want', 'them: why', 'to die'], false],
  [['someone told me', 'i want to die'], true],
])('the child’s own sentence is read over its pieces, and nothing takes it back: %j', (lines, calls) => {
  const conversation = open();
  const crises = lines.map((line) => {
    const [text = '', from] = line.split('them: ').toReversed();
    return conversation.add(say(text, from === undefined ? 'self' : 'other'), LIVE).crisis;
  });
  expect(crises.at(-1)).toBe(calls);
});

describe('pushing after a no', () => {
  const no = say('i dont want to', 'self');
  const ask = () => say('send me a pic now');
  const talk = Array.from({ length: 8 }, (_, i) => say(`it rains ${i}`));
  const isPressure = (messages: readonly Message[]) => {
    const conversation = open();
    for (const message of messages) conversation.add(message, LIVE);
    return conversation.assessment().reasons.some(({ signal }) => signal === 'pressure.after-no');
  };
  test('is a sign of its own', () => expect(isPressure([say('send me a pic'), no, ask()])).toBe(true));
  test('is none where the child said anything but no', () =>
    expect(isPressure([say('send me a pic'), say('ok wait', 'self'), ask()])).toBe(false));
  test('is none where nothing was asked before', () => expect(isPressure([no, ask()])).toBe(false));
  test.each([
    [7, true],
    [8, false],
  ])('with %d messages between is one still: %s', (count, isOne) => {
    const between = talk.slice(0, count);
    expect(isPressure([say('send me a pic'), ...between, no, ask()])).toBe(isOne);
    expect(isPressure([say('send me a pic'), no, ...between, ask()])).toBe(isOne);
  });
  test('is none where what was asked is history', () => {
    const conversation = open();
    conversation.add(say('send me a pic'), { history: true });
    conversation.add(no, LIVE);
    conversation.add(ask(), LIVE);
    const { reasons } = conversation.assessment();
    expect(reasons.map(({ signal }) => signal)).not.toContain('pressure.after-no');
  });
  test('in a group, is of whoever asked before, and of nobody else', () => {
    const signalsOf = (second: string) => {
      const conversation = open({ group: true });
      conversation.add(say('send me a pic', 'other', 'ann'), LIVE);
      conversation.add(no, LIVE);
      return conversation
        .add(say('send me a pic now', 'other', second), LIVE)
        .reasons.map(({ signal }) => signal);
    };
    expect(signalsOf('ann')).toContain('pressure.after-no');
    expect(signalsOf('ben')).not.toContain('pressure.after-no');
  });
});

test('of a large group those who are silent longest are forgotten, and nobody who goes on', () => {
  const levelAfter = (goesOn: boolean) => {
    const conversation = open({ group: true });
    conversation.add(say('send me a pic', 'other', 'ann'), LIVE);
    for (let i = 0; i < 250; i += 1) {
      conversation.add(say('hello', 'other', `member ${i}`), { history: true });
      if (goesOn && i % 100 === 99) conversation.add(say('hello', 'other', 'ann'), { history: true });
    }
    return conversation.add(say('dont tell your mum', 'other', 'ann'), LIVE).level;
  };
  expect(levelAfter(true)).toBe('caution');
  expect(levelAfter(false)).toBe('calm');
});

test.each([
  [4, 'danger'],
  [6, 'calm'],
])('a sentence whose second half comes %d minutes later is read as one: %s', (minutes, level) => {
  const halves = ['i will send it', 'to everyone'].map((text, half) =>
    say(text, 'other', 'them', 100 * DAY + half * minutes * 60_000),
  );
  expect(levelOf(halves)).toBe(level);
});

describe('memory', () => {
  test('counts what was said once, though a reload reads all of it again', () => {
    const first = open();
    const texts = [
      ...Array.from({ length: 36 }, (_, i) => say(`nice weather ${i}`)),
      say('send me a pic'),
      say('dont tell your mum'),
    ];
    for (const message of texts) first.add(message, LIVE);
    const second = open({ memory: first.memory() });
    for (const message of texts) second.add(message, { history: true });
    expect(first.assessment().level).toBe('caution');
    expect(second.assessment().level).toBe('caution');
  });
  test('alone speaks of the past; a new sign of the present', () => {
    const first = open();
    for (const text of ['send me a pic', 'dont tell your mum']) first.add(say(text), LIVE);
    expect(first.assessment().past).toBe(false);
    const second = open({ memory: first.memory() });
    expect(second.assessment()).toMatchObject({ level: 'caution', past: true });
    second.add(say('nice weather'), LIVE);
    expect(second.assessment().past).toBe(true);
    second.add(say('send me a pic again'), LIVE);
    expect(second.assessment().past).toBe(false);
  });
  test('brings the level back after a reload, and reading again changes nothing', () => {
    const first = open();
    const texts = [say('send me a pic'), say('dont tell your mum')];
    for (const message of texts) first.add(message, LIVE);
    const memory = first.memory();
    const second = open({ memory });
    expect(second.assessment().level).toBe('caution');
    for (const message of texts) second.add(message, LIVE);
    expect(second.memory()).toEqual(memory);
  });
  test('does not sink by rows without a time that are read anew on each day', () => {
    const rows = [
      'send me a pic',
      'dont tell your mum',
      ...Array.from({ length: 20 }, (_, i) => `nice weather ${i}`),
    ];
    let memory: ReturnType<ReturnType<typeof open>['memory']> | null = null;
    for (let day = 100; day < 120; day += 1) {
      const conversation = open({ memory, now: () => day * DAY });
      for (const text of rows) conversation.add(say(text), { history: true });
      expect(conversation.assessment().level).toBe('caution');
      memory = conversation.memory();
    }
  });
  test('is bounded: 16 sightings a signal, 90 days', () => {
    const conversation = open();
    for (let i = 0; i < 400; i += 1)
      conversation.add(say(`send me a pic ${i}`, 'other', 'them', i * DAY), LIVE);
    const { signals, days } = conversation.memory();
    expect(signals['media.asks-picture']).toHaveLength(16);
    expect(Object.keys(days).length).toBeLessThanOrEqual(90);
  });
  test.each([LIVE, { history: true }])('says of the same words said again the newer day: %j', (place) => {
    const conversation = open({ now: () => 120 * DAY });
    const threat = (day: number | null) =>
      say('i will send it to everyone', 'other', 'them', day === null ? null : day * DAY);
    const lastDay = () => conversation.assessment().reasons[0]?.lastDay;
    for (const [day, expected] of [
      [100, 100],
      [110, 110],
      [105, 110],
      [null, 110], // without a time of its own it is nobody knows of when, and no news
    ] as const) {
      conversation.add(threat(day), place);
      expect(lastDay()).toBe(expected);
    }
    expect(conversation.assessment().reasons[0]?.count).toBe(1);
    const { signals } = conversation.memory();
    expect(signals['threat.publish']).toEqual([[expect.any(Number), 110]]);
    expect(signals['together.threat']).toEqual([[expect.any(Number), 110]]);
  });
  test('the same words said again weigh as of the newer day, and once', () => {
    const texts = ['send me a pic', 'your parents home', 'what are you wearing'];
    const read = (days: readonly number[]) => {
      const conversation = open({ cautionFrom: 6, now: () => 400 * DAY });
      for (const day of days)
        for (const text of texts) conversation.add(say(text, 'other', 'them', day * DAY), LIVE);
      conversation.add(say('nice weather', 'other', 'them', 400 * DAY), LIVE);
      return conversation;
    };
    const [once, again] = [read([399]), read([100, 399])];
    expect(again.assessment().level).toBe('caution');
    expect(again.memory().signals).toEqual(once.memory().signals);
  });
  test('history in any order gives the same level, reasons and memory', () => {
    const lines = [
      'send me a pic',
      'dont tell your mum',
      'your parents home',
      'what are you wearing',
      'nice weather',
      'see you',
    ];
    const row = fc.record({
      ...{ text: fc.constantFrom(...lines), day: fc.integer({ min: 0, max: 40 }), n: fc.nat(9) },
    });
    const all = { minLength: 60, maxLength: 60 };
    const history = fc
      .array(row, all)
      .chain((rows) => fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, all)));
    fc.assert(
      fc.property(history, (orders) => {
        const [messages, shuffled] = orders.map((rows) =>
          rows.map(({ text, day, n }) => say(`${text} ${n}`, 'other', 'them', day * DAY)),
        ) as [Message[], Message[]];
        const read = (list: readonly Message[], isAsked: boolean) => {
          const conversation = open();
          for (const message of list) {
            conversation.add(message, { history: true });
            if (isAsked) conversation.assessment();
          }
          return { ...conversation.assessment(), memory: sorted(conversation.memory()) };
        };
        const once = read(messages, false);
        expect(read(shuffled, false)).toEqual(once);
        expect(read(shuffled, true)).toEqual(once);
      }),
    );
  });
});

describe('how signs stood together, after a reload', () => {
  const AT = 100 * DAY;
  const ask = say('send me a pic', 'other', 'them', AT);
  const hide = say('dont tell mum', 'other', 'them', AT);
  const talk = Array.from({ length: 12 }, (_, i) => say(`nice weather ${i}`, 'other', 'them', AT));
  const threat = say('i will send it to everyone or pay by gift card', 'other', 'them', AT);
  const threatAgain = say('i will send it to everyone now, pay by gift card', 'other', 'them', AT);
  const joke = say('just kidding', 'other', 'them', AT);
  const escalations = TEST_RULES.escalations.map((rule) => ({
    ...{ ...rule, within: { messages: 10, days: 1 } },
    all: rule.id === 'threat' ? [['threat.publish'], ['payment.method']] : rule.all,
  }));
  /** Reached by combinations alone. */
  const begin = (change: Partial<ConversationOptions> = {}) =>
    open({ escalations, cautionFrom: 100, ...change });
  /** Read live, its memory handed over after each message, as storage joins it. */
  const read = (texts: readonly Message[]) => {
    const conversation = begin();
    const memory = texts.reduce<ConversationMemory | null>((stored, message) => {
      conversation.add(message, LIVE);
      const handed = conversation.memory();
      return stored === null ? handed : mergeMemory(stored, handed);
    }, null);
    return { level: conversation.assessment().level, memory };
  };
  const WAYS: readonly ((texts: readonly Message[]) => { history: boolean; again: readonly Message[] })[] = [
    () => ({ history: true, again: [] }),
    (texts) => ({ history: true, again: texts }),
    (texts) => ({ history: false, again: texts }),
    (texts) => ({ history: false, again: texts.slice(-4) }),
  ];
  const levelsAfter = (texts: readonly Message[], memory = read(texts).memory) =>
    WAYS.map((way) => {
      const { history, again } = way(texts);
      const conversation = begin({ memory });
      for (const message of again) conversation.add(message, { history });
      return conversation.assessment().level;
    });

  test.each([
    ['far apart', [ask, ...talk, hide], 'calm'],
    ['near each other', [...talk, ask, hide], 'caution'],
    ['a threat that was taken back, once it had been handed over', [threat, joke], 'calm'],
    ['a threat with a joke later on', [threat, ...talk, joke], 'danger'],
    ['a threat made again after it was taken back', [threat, joke, ...talk, threatAgain], 'danger'],
  ] as const)('%s: the level is the one that it was, however it comes back', (_, texts, level) => {
    expect(read(texts).level).toBe(level);
    expect(levelsAfter(texts)).toEqual(WAYS.map(() => level));
  });

  test('says what an older version could not tell as it did: of one day is together', () => {
    const { memory } = read([ask, ...talk, hide]);
    const signals = Object.fromEntries(
      Object.entries(memory?.signals ?? {}).filter(([name]) => !name.startsWith('together.')),
    );
    expect(memory).not.toBeNull();
    if (memory !== null) expect(levelsAfter([], { ...memory, signals })).toEqual(WAYS.map(() => 'caution'));
  });

  test('a sign that is remembered makes a combination with a new one', () => {
    const conversation = begin({ memory: read([ask, ...talk.slice(0, 3)]).memory });
    expect(conversation.add(hide, LIVE).because).toBe('secret-picture');
    const far = begin({ memory: read([ask, ...talk, hide]).memory });
    expect(far.assessment().level).toBe('calm');
    expect(far.add(say('send me a pic today', 'other', 'them', AT), LIVE).because).toBe('secret-picture');
  });

  /** A picture and a secret weigh too little together. */
  const signals = {
    ...TEST_RULES.signals,
    ...{ 'media.asks-picture': { stage: 'media' as const, weight: 1 } },
    ...{ 'secrecy.dont-tell': { stage: 'secrecy' as const, weight: 1 } },
    ...{ 'trust.clothes': { stage: 'trust' as const, weight: 3 } },
  };

  test('what was too little evidence is begun by history that says its own signs once more, not by other history', () => {
    const live = begin({ signals });
    for (const message of [ask, talk[0] as Message, hide]) live.add(message, LIVE);
    const memory = live.memory();
    const levelWith = (...texts: readonly string[]) => {
      const loaded = begin({ signals, memory });
      for (const text of texts) loaded.add(say(text, 'other', 'them', AT), { history: true });
      return loaded.assessment().level;
    };
    expect(levelWith('what are you wearing')).toBe('calm');
    expect(levelWith('send me a pic', 'dont tell mum', 'what are you wearing')).toBe('calm');
    expect(levelWith('what are you wearing', 'send me a pic now')).toBe('caution');
  });

  test('what was too little evidence is not begun by a reload, nor by talk of something else', () => {
    const [weather, clothes] = [talk[0] as Message, say('what are you wearing', 'other', 'them', AT)];
    const live = begin({ signals });
    for (const message of [ask, weather, hide, weather, clothes]) live.add(message, LIVE);
    expect(live.assessment().level).toBe('calm');
    const loaded = begin({ signals, memory: live.memory() });
    expect(loaded.assessment().level).toBe('calm');
    for (const message of [ask, weather, hide]) loaded.add(message, LIVE);
    expect(loaded.assessment().level).toBe('calm');
    const again = say('send me a pic now', 'other', 'them', AT);
    expect([live.add(again, LIVE).level, loaded.add(again, LIVE).level]).toEqual(['caution', 'caution']);
  });
});

test('a message after calmer history is answered by the level that has sunk meanwhile', () => {
  const conversation = open();
  const read = (text: string, day: number) =>
    conversation.add(say(text, 'other', 'them', day * DAY), { history: true }).level;
  read('send me a pic', 10);
  expect(read('dont tell your mum', 10)).toBe('caution');
  for (let i = 0; i < 400; i += 1) read(`nice weather ${i}`, 11);
  expect(conversation.add(say('hello'), LIVE).level).toBe('calm');
});

test('the lighter of two signs of one stage adds no evidence, and makes a combination all the same', () => {
  const pack = {
    ...TEST_PACK,
    signals: [
      ...TEST_PACK.signals,
      { id: 'secrecy.delete', speaker: 'other' as const, phrases: ['delete this'], unless: [] },
    ],
  };
  const signals = { ...TEST_RULES.signals, 'secrecy.delete': { stage: 'secrecy' as const, weight: 1 } };
  const [rule] = TEST_RULES.escalations.filter(({ id }) => id === 'secret-picture');
  if (rule === undefined) throw new Error('no such rule');
  const detector = createDetector([pack], signals);
  const escalations = [{ ...rule, all: [['media.asks-picture'], ['secrecy.delete']] }];
  const conversation = open({ detector, signals, escalations });
  conversation.add(say('dont tell mum, delete this'), LIVE);
  conversation.add(say('ok', 'self'), LIVE);
  const { because, reasons } = conversation.add(say('send me a pic'), LIVE);
  expect(because).toBe('secret-picture');
  expect(reasons.map(({ signal }) => signal)).toEqual(['media.asks-picture', 'secrecy.dont-tell']);
  const read = open({ detector, signals, escalations, memory: conversation.memory() });
  expect(read.assessment()).toMatchObject({ because: 'secret-picture', reasons });
});

test.each([false, true])(
  'the same words said again make a combination where they stand now; after a reload %s',
  (reload) => {
    const [ask, hide] = [say('send me a pic'), say('dont tell mum')];
    const talk = Array.from({ length: 12 }, (_, i) => say(`nice weather ${i}`));
    const first = open();
    for (const message of [ask, ...talk]) first.add(message, LIVE);
    const conversation = reload ? open({ memory: first.memory() }) : first;
    if (reload) for (const message of [ask, ...talk]) conversation.add(message, LIVE);
    conversation.add(ask, LIVE);
    expect(conversation.add(hide, LIVE).because).toBe('secret-picture');
  },
);

describe('a bare answer', () => {
  const own = (id: string, speaker: 'self' | 'other' | 'any', phrase: string) => ({
    ...{ id, speaker, phrases: [phrase], unless: [] },
  });
  const pack = {
    ...TEST_PACK,
    signals: [
      own('access.asks-age', 'other', 'how old are you'),
      own('context.child-age', 'any', 'im <minor>'),
      own('context.bare-age', 'any', '^ <minor> $'),
      own('context.bare-adult', 'other', '^ <adult> $'),
      own('context.bare-same', 'other', '^ same $'),
      own('context.bare-older', 'other', '^ older $'),
    ],
  };
  const stages = { access: 'access', trust: 'trust', context: 'context' } as const;
  const signals = Object.fromEntries(
    [
      ...pack.signals.map(({ id }) => id),
      ...['context.young', 'context.grown', 'context.gap', 'context.adult-age', 'context.peer-age'],
      'trust.age-gap',
    ].map((id) => [id, { stage: stages[id.split('.')[0] as keyof typeof stages], weight: 0 }]),
  );
  const detector = createDetector([pack], signals);
  type Line = readonly [Speaker, string];
  const heard = (lines: readonly Line[], historyFrom = lines.length) => {
    const conversation = open({ detector, signals, escalations: [] });
    for (const [index, [speaker, text]] of lines.entries())
      conversation.add(say(text, speaker), { history: index >= historyFrom });
    return Object.keys(conversation.memory().signals).sort();
  };
  const ASKS: Line = ['other', 'how old are you'];
  const talk = (count: number) =>
    Array.from({ length: count }, (_, i): Line => ['other', `nice weather ${i}`]);

  test.each<[Line, readonly string[]]>([
    [
      ['self', '13'],
      ['context.child-age', 'context.young'],
    ],
    [
      ['other', '26'],
      ['context.adult-age', 'context.grown'],
    ],
    [['other', 'same'], ['context.peer-age']],
    [['other', 'older'], ['trust.age-gap']],
  ])('%j says an age where one was asked for, and nothing else', (answer, says) => {
    expect(heard([ASKS, answer])).toEqual(['access.asks-age', ...says]);
    expect(heard([['other', 'how many goals'], answer])).toEqual([]);
    expect(heard([ASKS, answer], 0)).toEqual(['access.asks-age']);
    expect(heard([ASKS, answer], 1)).toEqual(['access.asks-age']);
  });

  test.each([
    [1, true],
    [50, false],
  ])('after a reload makes of a remembered age two that are near, %d messages on: %s', (count, isNear) => {
    const first = open({ detector, signals, escalations: [] });
    first.add(say('im 13', 'self'), LIVE);
    const loaded = open({ detector, signals, escalations: [], memory: first.memory() });
    for (const [speaker, text] of [...talk(count), ASKS, ['other', '26'] as const])
      loaded.add(say(text, speaker), LIVE);
    const known = loaded.memory().signals;
    expect(['context.young' in known, 'context.grown' in known]).toEqual([true, true]);
    expect('context.gap' in known).toBe(isNear);
  });

  test.each([
    [2, true],
    [3, false],
  ])('after %d other messages is one still: %s', (count, isOne) => {
    expect(heard([ASKS, ...talk(count), ['self', '13']]).includes('context.young')).toBe(isOne);
    expect(heard([['self', 'im 13'], ...talk(count), ['other', '26']]).includes('context.grown')).toBe(isOne);
  });
});

test('history is looked at when somebody asks, not for every row of it', () => {
  let looks = 0;
  const escalations = new Proxy(TEST_RULES.escalations, {
    get(target, name, all) {
      if (name === Symbol.iterator) looks += 1;
      return Reflect.get(target, name, all);
    },
  });
  const conversation = open({ escalations });
  conversation.add(say('i will send it to everyone'), { history: true });
  expect(conversation.assessment().level).toBe('danger');
  const before = looks;
  expect(before).toBeGreaterThan(0);
  for (let i = 0; i < 200; i += 1) conversation.add(say(`nice weather ${i}`, 'other'), { history: true });
  expect(looks).toBe(before);
  conversation.assessment();
  conversation.assessment();
  expect(looks).toBeGreaterThan(before);
  const after = looks;
  conversation.assessment();
  expect(looks).toBe(after);
});

function sorted(memory: {
  signals: Readonly<Record<string, readonly (readonly [number, number])[]>>;
  days: unknown;
}) {
  const signals = Object.entries(memory.signals).map(([name, list]) => [
    name,
    [...list].sort((a, b) => a[0] - b[0]),
  ]);
  return { days: memory.days, signals: signals.sort(([a], [b]) => String(a).localeCompare(String(b))) };
}

test('any sequence of messages is read without an error, and state stays bounded', () => {
  const speaker = fc.constantFrom<Speaker>('self', 'other', 'unknown');
  const message = fc.record({
    text: fc.string({ maxLength: 60 }),
    speaker,
    author: fc.string({ maxLength: 3 }),
    at: fc.option(fc.nat(4e12)),
  });
  fc.assert(
    fc.property(fc.array(message, { maxLength: 80 }), fc.boolean(), (messages, group) => {
      const conversation = open({ group });
      for (const [i, m] of messages.entries())
        conversation.add({ ...m, id: String(i) }, { history: i % 3 === 0 });
      expect(['calm', 'caution', 'danger']).toContain(conversation.assessment().level);
    }),
  );
});

describe('another text of a message that was read before', () => {
  const tell = (edited: boolean) => {
    const conversation = open();
    conversation.add(say('send me a pic'), LIVE);
    conversation.add(say('no', 'self', 'self'), LIVE);
    conversation.add(say('send me a pic of it'), { history: false, edited });
    return conversation.assessment().reasons.map(({ signal, count }) => `${signal} ${count}`);
  };
  test('is not the same asked twice, nor asked again after a no', () => {
    expect(tell(false)).toContain('pressure.after-no 1');
    expect(tell(true)).toEqual(['media.asks-picture 1']);
  });
  test('is no further message, however often it changes', () => {
    const conversation = open();
    for (let score = 0; score < 200; score += 1)
      conversation.add({ ...say(`score ${score}`), id: 'board' }, { history: false, edited: score > 0 });
    expect(Object.values(conversation.memory().days)).toEqual([1]);
  });
  test('is no further piece of a sentence', () => {
    const conversation = open();
    conversation.add({ ...say('i will send'), id: 'one' }, LIVE);
    conversation.add({ ...say('it to everyone'), id: 'one' }, { history: false, edited: true });
    expect(conversation.assessment().level).toBe('calm');
  });
  test('stands where the first one stood', () => {
    const oneMessage: readonly Escalation[] = TEST_RULES.escalations.map((escalation) => ({
      ...escalation,
      within: { messages: 1, days: 0 },
    }));
    const told = (edited: boolean) => {
      const conversation = open({ escalations: oneMessage });
      conversation.add({ ...say('send me a pic'), id: 'one' }, LIVE);
      conversation.add(say('hm', 'self', 'self'), LIVE);
      conversation.add({ ...say('send me a pic, dont tell mum'), id: 'one' }, { history: false, edited });
      return conversation.assessment().level;
    };
    expect([told(true), told(false)]).toEqual(['caution', 'caution']);
  });
  test('adds what it says anew', () => {
    const conversation = open();
    conversation.add(say('hello'), LIVE);
    conversation.add(say('send me a pic'), { history: false, edited: true });
    expect(conversation.assessment().reasons.map(({ signal }) => signal)).toEqual(['media.asks-picture']);
  });
});

describe('how the last messages look', () => {
  /** Looks by what is said: a stand-in for what is learned. */
  const looks = (caution: number, danger = -9): Classifier => ({
    partOf: () => ({ caution: 0, danger: 0, features: 1, words: 1, learned: 1, signs: [] }),
    opinionOf: () => ({ caution, danger }),
  });
  const LOOKS: readonly Escalation[] = (['danger', 'caution'] as const).map((level) => ({
    ...{ id: `looks-${level}`, level, within: { messages: 1, days: 0 }, unknownAuthor: false },
    needs: level === 'danger' ? null : 0,
    all: [[level === 'danger' ? 'context.looks-threatening' : 'look.alike']],
    ...{ unless: ['context.joke'], without: [] },
  }));
  const rules = {
    signals: {
      ...TEST_RULES.signals,
      'look.alike': { stage: 'look' as const, weight: 0 },
      'context.looks-threatening': { stage: 'context' as const, weight: 0 },
    },
    escalations: [...TEST_RULES.escalations, ...LOOKS],
  };
  const seen = (classifier: Classifier, change: Partial<ConversationOptions> = {}) => ({
    ...rules,
    detector: { ...detector, classifier },
    ...change,
  });
  const [risky, ordinary] = [looks(9), looks(-9)];
  const ask = say('send me a pic of the whole family at the lake, please, the one from sunday');
  const hide = say('and dont tell mum, it is for her birthday and she must not see the frame');
  const threat = say('i send it to everyone in the family chat when we are back from the lake today');

  test('raises a level that phrases alone do not', () => {
    expect(levelOf([ask], seen(risky))).toBe('caution');
    expect(levelOf([ask], seen(looks(9, 9)))).toBe('danger');
    expect(levelOf([ask], { ...rules })).toBe('calm');
  });
  test('takes more or less by the person’s choice', () => {
    const almost = Array.from({ length: NEAR_MESSAGES }, () => ask);
    const levelAt = (cautionFrom: number) => levelOf(almost, seen(looks(BARS.caution), { cautionFrom }));
    expect([levelAt(SENSITIVITY.more), levelAt(SENSITIVITY.fewer)]).toEqual(['caution', 'calm']);
  });
  test('leaves warnings of a threat as they are, whatever the person chose', () => {
    for (const caution of [-9, -1, -0.5, 0, 0.1, 0.3, 0.5, 1, 9]) {
      const isDanger = (cautionFrom: number) =>
        levelOf([threat], seen(looks(caution), { cautionFrom })) === 'danger';
      const each = Object.values(SENSITIVITY).map(isDanger);
      expect(new Set(each).size, `at ${caution}`).toBe(1);
    }
  });
  test('raises a caution, and no danger, where no phrase says what was seen', () => {
    const conversation = open(seen(looks(9, 9)));
    conversation.add(say('what a lovely day it is, and the whole week was like that, every day'), LIVE);
    const { level, reasons } = conversation.assessment();
    expect([level, reasons.map(({ signal }) => signal)]).toEqual(['caution', ['look.alike']]);
  });
  test('is taken back by a joke', () =>
    expect(levelOf([say('send me a pic of you, just kidding')], seen(risky))).toBe('calm'));
  test('names the signs that were seen before the look', () => {
    const conversation = open(seen(risky));
    conversation.add(ask, LIVE);
    const { because, reasons } = conversation.assessment();
    expect([because, reasons.map(({ signal }) => signal)]).toEqual([
      'looks-caution',
      ['media.asks-picture', 'look.alike'],
    ]);
  });
  test.each([
    ['of nobody in a group', { author: '' }, { group: true }, LIVE],
    ['in the history', {}, {}, { history: true }],
    ['of another text of a message', {}, {}, { history: false, edited: true }],
    ['of who is unknown', { speaker: 'unknown' as const }, {}, LIVE],
    ['of what is quoted', { text: `someone told me: ${ask.text}` }, {}, LIVE],
  ])('is no sign %s', (_, who, change, place) => {
    const conversation = open(seen(risky, change));
    conversation.add({ ...ask, ...who }, place);
    expect(conversation.assessment().level).toBe('calm');
  });
  test('is in a group that of each by their own messages and the child’s', () => {
    /** Risky from the third message on that is looked at together. */
    const third: Classifier = {
      ...risky,
      opinionOf: (parts) => ({ caution: parts.length > 2 ? 9 : -9, danger: -9 }),
    };
    const by = (author: string) => say(ask.text, author === 'me' ? 'self' : 'other', author);
    const levelOfAll = (...authors: string[]) => levelOf(authors.map(by), seen(third, { group: true }));
    expect(levelOfAll('ann', 'bob', 'ann', 'bob', 'cid', 'cid')).toBe('calm');
    expect(levelOfAll('ann', 'bob', 'ann', 'bob', 'ann')).toBe('caution');
    expect(levelOfAll('ann', 'me', 'ann')).toBe('caution');
    expect(levelOfAll('me', 'me', 'ann')).toBe('caution');
    // The child's own message tells nothing of anybody yet.
    expect(levelOfAll('ann', 'bob', 'ann', 'bob', 'me')).toBe('calm');
  });
  test('in a group lets nothing begin for who talks ordinarily, and doubts nobody else', () => {
    const group = { group: true };
    expect(levelOf([threat], { ...rules, ...group })).toBe('danger');
    expect(levelOf([threat], seen(ordinary, group))).toBe('calm');
    // Of two who ask and hide, one each, neither has done both; and what one says lets nothing of the other begin.
    const [ann, bob] = ['ann', 'bob'] as const;
    const doubted = [ask, hide].map((message) => ({ ...message, author: ann }));
    expect(levelOf([...doubted, { ...ask, author: bob }], { ...rules, ...group })).toBe('caution');
    expect(levelOf([...doubted, { ...ask, author: bob }], seen(ordinary, group))).toBe('calm');
    expect(levelOf([...doubted, say('no', 'self', 'me')], seen(ordinary, group))).toBe('calm');
    // Nobody is doubted whose words nobody knows.
    expect(levelOf([{ ...threat, author: '' }], seen(ordinary, group))).toBe('danger');
  });
  test('is of now where it is said live, though it can name nothing', () => {
    const conversation = open(seen(risky));
    conversation.add(say('what a lovely day it is, and the whole week was like that, every day'), LIVE);
    expect(conversation.assessment()).toMatchObject({ level: 'caution', past: false });
  });
  test('outlives the tab', () => {
    const conversation = open(seen(risky));
    conversation.add(ask, LIVE);
    expect(open({ ...rules, memory: conversation.memory() }).assessment().level).toBe('caution');
  });
  test.each([
    ['caution', [ask, hide]],
    ['danger', [threat]],
  ] as const)('that is very ordinary lets no %s of phrases begin', (level, texts) => {
    expect(levelOf(texts)).toBe(level);
    expect(levelOf(texts, seen(ordinary))).toBe('calm');
  });
  test('that is a little ordinary lets nothing begin but a plain threat', () => {
    const little = seen(looks(BARS.ordinary - BARS.ordinaryOfThreats / 2));
    expect([[threat], [ask, hide]].map((texts) => levelOf(texts))).toEqual(['danger', 'caution']);
    expect([[threat], [ask, hide]].map((texts) => levelOf(texts, little))).toEqual(['danger', 'calm']);
  });
  test('that is a little ordinary lets a sign begin that is danger by itself, also where only a known author may be held to it', () => {
    const known = rules.escalations.map((escalation) => ({ ...escalation, unknownAuthor: false }));
    const needing = known.map((escalation) => ({ ...escalation, needs: 0 }));
    const little = seen(looks(BARS.ordinary - BARS.ordinaryOfThreats / 2));
    expect(levelOf([threat], { ...little, escalations: known })).toBe('danger');
    expect(levelOf([threat], { ...little, escalations: needing })).toBe('calm');
  });
  test('doubts nothing that is history, nor what a short text says', () => {
    const conversation = open(seen(ordinary));
    conversation.add(threat, { history: true });
    expect(conversation.assessment().level).toBe('danger');
    expect(levelOf([say('i send it to everyone')], seen(ordinary))).toBe('danger');
  });
  test('doubts what a short text says after ordinary talk', () => {
    const walk = say('a long walk around the lake again, as we did in june of last year');
    const short = [walk, say('ok'), say('so'), say('hm'), say('ah'), say('i send it to everyone')];
    expect(levelOf(short, rules)).toBe('danger');
    expect(levelOf(short, seen(ordinary))).toBe('calm');
  });
  test('takes in nothing that is quoted', () => {
    const walk = say('a long walk around the lake again, as we did in june of last year');
    const quote = say(`someone told me: ${ask.text}`);
    /** Risky from the third message on that is looked at. */
    const third: Classifier = {
      ...risky,
      opinionOf: (parts) => ({ caution: parts.length > 2 ? 9 : -9, danger: -9 }),
    };
    expect(levelOf([walk, walk, walk], seen(third))).toBe('caution');
    expect(levelOf([walk, quote, walk], seen(third))).toBe('calm');
  });
  describe('between people who know each other for long', () => {
    const walk = say('a long walk around the lake again, as we did in june of last year');
    const needy = (id: string, all: readonly (readonly string[])[]): Escalation => ({
      ...{ id, all, level: 'caution', within: { messages: 10, days: 2 }, unknownAuthor: false },
      ...{ needs: 0.3, unless: [], without: [] },
    });
    const escalations = [
      ...rules.escalations.filter(({ id }) => id === 'threat'),
      needy('picture-and-secret', [['media.asks-picture'], ['secrecy.dont-tell']]),
      needy('pays', [['payment.method']]),
    ];
    /** A chat that is opened again after so many messages, which are not shown. */
    const opened = (
      messages: number,
      change: Partial<Detector>,
      more: Partial<ConversationOptions> = {},
    ): ReturnType<typeof open> => {
      const options = { ...rules, escalations, detector: { ...detector, ...change }, ...more };
      const before = open(options);
      for (let i = 0; i < messages; i += 1) before.add(walk, LIVE);
      return open({ ...options, memory: before.memory() });
    };
    const levels = (conversation: ReturnType<typeof open>, ...texts: string[]) =>
      texts.map((text) => conversation.add(say(text), LIVE).level);
    const [few, many] = [20, 400];
    const pair = ['send me a pic', 'dont tell mum'];
    test('no combination begins before there is something to look at', () => {
      expect(levels(opened(few, { classifier: ordinary }), ...pair)).toEqual(['calm', 'caution']);
      expect(levels(opened(many, { classifier: null }), ...pair)).toEqual(['calm', 'caution']);
      expect(levels(opened(many, { classifier: ordinary }), ...pair)).toEqual(['calm', 'calm']);
    });
    test('what waits begins once the talk looks ordinary no more', () => {
      let caution = -9;
      const turning = { ...looks(0), opinionOf: () => ({ caution, danger: -9 }) };
      const conversation = opened(many, { classifier: turning });
      expect(levels(conversation, ...pair)).toEqual(['calm', 'calm']);
      caution = 9;
      expect(levels(conversation, walk.text)).toEqual(['caution']);
    });
    test('nor do the weights', () => {
      const alone = { escalations: [], cautionFrom: 0.5 };
      const all = [...pair, 'parents home', 'what are you wearing'];
      expect(levels(opened(many, { classifier: null }, alone), ...all).at(-1)).toBe('caution');
      expect(levels(opened(many, { classifier: ordinary }, alone), ...all).at(-1)).toBe('calm');
    });
    test('a plain threat does at once, also where the talk sounds like a lesson', () => {
      const threaten = (change: Partial<Detector>) =>
        levels(opened(many, { classifier: ordinary, ...change }), 'i send it to everyone');
      expect(threaten({})).toEqual(['danger']);
      expect(threaten({ lessons: () => ({ hear: () => true }) })).toEqual(['danger']);
    });
    test('what waits in a lesson does not wait among strangers', () => {
      const lessons = () => ({ hear: () => true });
      const pay = 'pay by gift card, it says in the leaflet that they all get from us today';
      expect(levels(opened(few, { classifier: ordinary, lessons }), pay)).toEqual(['caution']);
      expect(levels(opened(many, { classifier: null, lessons }), pay)).toEqual(['caution']);
      expect(levels(opened(many, { classifier: ordinary, lessons }), pay)).toEqual(['calm']);
    });
    test('phrases judge alone in a language that was not taught', () => {
      const classifier: Classifier = { ...ordinary, opinionOf: () => null };
      expect(levels(opened(many, { classifier }), ...pair)).toEqual(['calm', 'caution']);
    });
  });
  test('doubts nothing once a child’s age and an adult’s were said, but between people who know each other for long', () => {
    const ages = [say('im 13', 'self', 'me'), say('im 38')];
    const context = { stage: 'context' as const, weight: 0 };
    const pack = {
      ...TEST_PACK,
      signals: [
        ...TEST_PACK.signals,
        { id: 'context.adult-age', speaker: 'other' as const, phrases: ['im <adult>'], unless: [] },
      ],
    };
    const all = { ...rules.signals };
    for (const fact of ['gap', 'young', 'grown', 'adult-age'])
      Object.assign(all, { [`context.${fact}`]: context });
    const change = { ...seen(ordinary), signals: all };
    const reader = { ...createDetector([pack], all), classifier: ordinary };
    expect(levelOf([...ages, ask, hide], { ...change, detector: reader })).toBe('caution');
    const friends = Array.from({ length: 300 }, () => say('a long walk around the lake again'));
    expect(levelOf([...ages, threat], { ...change, detector: reader })).toBe('danger');
    expect(levelOf([...friends, ...ages, threat], { ...change, detector: reader })).toBe('calm');
  });
  test('what was doubted begins once the talk looks ordinary no more', () => {
    let caution = -9;
    const turning = { ...looks(0), opinionOf: () => ({ caution, danger: -9 }) };
    const conversation = open(seen(turning));
    conversation.add(threat, LIVE);
    expect(conversation.assessment().level).toBe('calm');
    caution = 9;
    expect(conversation.add(say('so what do you say to that, hm'), LIVE).level).toBe('danger');
  });
  test('what began before is not doubted later', () => {
    let caution = 9;
    const turning = { ...looks(0), opinionOf: () => ({ caution, danger: -9 }) };
    const conversation = open(seen(turning));
    conversation.add(threat, LIVE);
    caution = -9;
    conversation.add(say('a long walk around the lake again, as we did in june last year'), LIVE);
    expect(conversation.add(say('parents home'), LIVE).level).toBe('danger');
  });
  test('nor is what the weights began', () => {
    let caution = 9;
    const turning = { ...looks(0), opinionOf: () => ({ caution, danger: -9 }) };
    const conversation = open({ ...seen(turning), escalations: TEST_RULES.escalations });
    conversation.add(ask, LIVE);
    const clothes = say('what are you wearing today, my dear');
    expect(conversation.add(clothes, LIVE).level).toBe('caution');
    caution = -9;
    conversation.add(say('a long walk around the lake again, as we did in june last year'), LIVE);
    expect(conversation.add(say('parents home'), LIVE).level).toBe('caution');
  });
  test.each([
    ['a combination', [ask, hide], {}],
    ['a threat that needs no evidence', [threat], {}],
    [
      'the weights',
      [ask, say('are your parents home by the way, or out'), say('what are you wearing today, my dear')],
      { cautionFrom: 6 },
    ],
  ] as const)('what was doubted is not begun by a reload: %s', (_, texts, change) => {
    expect(levelOf(texts, change)).not.toBe('calm');
    const conversation = open(seen(ordinary, change));
    for (const message of texts) conversation.add(message, LIVE);
    expect(conversation.assessment().level).toBe('calm');
    const loaded = open({ ...seen(ordinary, change), memory: conversation.memory() });
    expect(loaded.assessment().level).toBe('calm');
    for (const message of texts) loaded.add(message, { history: true });
    expect(loaded.assessment().level).toBe('calm');
  });
  test('a caution that stands is not hidden by a threat that is doubted', () => {
    let caution = 9;
    const turning = { ...looks(0), opinionOf: () => ({ caution, danger: -9 }) };
    const conversation = open(seen(turning));
    for (const message of [ask, hide]) conversation.add(message, LIVE);
    expect(conversation.assessment().level).toBe('caution');
    caution = -9;
    conversation.add(say('a long walk around the lake again, as we did in june last year'), LIVE);
    expect(conversation.add(threat, LIVE).level).toBe('caution');
  });
  describe('what is in doubt', () => {
    /** A conversation whose look can be changed as it goes on. */
    const turning = (memory: ConversationMemory | null = null) => {
      const look = { caution: -9, isKnown: true };
      const classifier: Classifier = {
        ...looks(0),
        opinionOf: () => (look.isKnown ? { caution: look.caution, danger: -9 } : null),
      };
      return { look, conversation: open(seen(classifier, { memory })) };
    };
    const walk = say('a long walk around the lake again, as we did in june of last year');
    test('does not begin with short or unlearned messages: nothing was said that lifts it', () => {
      const { look, conversation } = turning();
      conversation.add(threat, LIVE);
      for (const text of ['ok', 'lol', 'haha', 'k', 'yes', 'ok']) conversation.add(say(text), LIVE);
      look.isKnown = false;
      for (let i = 0; i < 6; i += 1) conversation.add(say('and out there they all go today'), LIVE);
      expect(conversation.assessment().level).toBe('calm');
    });
    test.each([
      ['of an unknown writer', { ...threat, speaker: 'unknown' as const, author: '' }, LIVE],
      ['of another text of an old message', threat, { history: false, edited: true }],
      ['of the history', { ...threat, at: 50 * DAY }, { history: true }],
    ])('is nothing %s', (_, message, place) => {
      const { conversation } = turning();
      conversation.add(walk, LIVE);
      conversation.add(message, place);
      expect(conversation.assessment().level).toBe('danger');
    });
    test('is not begun by history that says something else', () => {
      const { look, conversation } = turning();
      conversation.add(threat, LIVE);
      look.isKnown = false;
      conversation.add(say('and out there they all go today'), LIVE);
      conversation.add(say('what are you wearing', 'other', 'them', 50 * DAY), { history: true });
      conversation.add(say('what a lake', 'other', 'them', 50 * DAY), { history: true });
      expect(conversation.assessment().level).toBe('calm');
    });
    test('begins after a reload too, once the talk looks ordinary no more', () => {
      const before = turning();
      before.conversation.add(threat, LIVE);
      const { look, conversation } = turning(before.conversation.memory());
      expect(conversation.assessment().level).toBe('calm');
      look.caution = 9;
      expect(conversation.add(walk, LIVE).level).toBe('danger');
    });
  });
});
