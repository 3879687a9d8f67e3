// @vitest-environment happy-dom
// @vitest-environment-options { "url": "https://web.telegram.org/k/#777" }
import { describe, expect, it } from 'vitest';
import type { PreparedRules } from '../../engine/rules';
import { type Flow, keepTime, pass, start } from './flow-harness';
import { DAY } from './flow-page';
import { RULES } from './flow-stand-ins';
import { joinTold, NOTHING_TOLD, noteTold, wasToldToday } from './shown-cards';

keepTime();

describe('a threat after the card on older messages', () => {
  /** A threat of the week before, which its card speaks of. */
  async function toldOfThePast(): Promise<Flow> {
    const flow = await start();
    flow.open();
    flow.sayEarlier('everyone will see');
    await pass(1_500);
    expect(flow.cards()).toEqual(['danger threat-alone past']);
    return flow;
  }

  it('is told where the chat was left meanwhile', async () => {
    const flow = await toldOfThePast();
    flow.leave();
    await pass(1_500);
    flow.open();
    await pass(1_000);
    expect(flow.host.state.open).toBe('folded'); // it was told today
    flow.say('everyone will see it now');
    await pass();
    expect(flow.host.state.open).toBe('danger');
    expect(flow.cards()).toEqual(['danger threat-alone past', 'danger threat-alone']);
  });

  it('is told where the page was loaded again meanwhile, and once', async () => {
    const flow = await start({ beside: await toldOfThePast() });
    flow.open();
    await pass(1_000);
    flow.say('everyone will see it now');
    flow.say('everyone will see it today');
    await pass(1_500);
    expect(flow.cards()).toEqual(['danger threat-alone']);
    const again = await start({ beside: flow });
    again.open();
    await pass(1_000);
    expect(again.host.state.open).toBe('folded');
    again.say('everyone will see');
    await pass();
    expect(again.cards()).toEqual([]);
  });

  it('is told too where the older ones are told of no more, since they were twice', async () => {
    const live = await start();
    live.open();
    live.say('everyone will see');
    await pass(1_500);
    live.stop.abort();
    const told: string[][] = [];
    let flow = live;
    for (let day = 1; day <= 3; day += 1) {
      live.world.now += 3 * DAY;
      flow = await start({ beside: live });
      flow.open();
      await pass(1_000);
      told.push(flow.cards());
      if (day < 3) flow.stop.abort();
    }
    expect(told).toEqual([['danger threat-alone past'], ['danger threat-alone past'], []]);
    flow.say('everyone will see it now');
    await pass();
    expect(flow.host.state.open).toBe('danger');
  });
});

describe('a tip of the same day', () => {
  /** Both signs near each other are danger; apart they make a tip that names the same stages. */
  const together: PreparedRules = {
    ...RULES,
    escalations: [
      {
        ...{ id: 'both', level: 'danger', all: [['secrecy.dont-tell'], ['media.more']] },
        ...{ within: { messages: 8, days: 1 }, unknownAuthor: true, needs: null, unless: [], without: [] },
      },
    ],
  };

  it('silences no serious card of another day', async () => {
    const apart = async (flow: Flow) => {
      flow.open({ group: true });
      flow.say('one picture please');
      for (let row = 0; row < 10; row += 1) flow.say(`fine ${row}`);
      flow.say('be quiet about this');
      await pass(1_000);
    };
    const one = await start({ rules: together });
    await apart(one);
    one.say('be quiet about this, and one picture please');
    await pass(1_500);
    expect(one.host.state.shown).toEqual(['caution', 'danger']);
    one.stop.abort();
    one.world.now += DAY;
    const next = await start({ beside: one, rules: together });
    await apart(next);
    expect(next.host.state.open).toBe('caution');
    next.say('be quiet about this, and one picture please');
    await pass();
    expect(next.host.state.open).toBe('danger');
  });
});

describe('what was told', () => {
  const threat = noteTold(NOTHING_TOLD, 'danger threat', ['threat'], 5);

  it('counts a card, and names those of one day', () => {
    const twice = noteTold(threat, 'danger threat', ['threat'], 6);
    expect(twice).toEqual({
      shown: { stages: { threat: 6 }, cards: { 'danger threat': 2 } },
      day: 6,
      cards: ['danger threat'],
    });
  });

  it('is known on its day, and of the present where the card spoke of it', () => {
    const judged = { level: 'danger', because: 'threat', reasons: [], past: false, crisis: false } as const;
    const past = noteTold(NOTHING_TOLD, 'danger threat past', ['threat'], 5);
    expect(wasToldToday(judged, threat, 5)).toBe(true);
    expect(wasToldToday({ ...judged, past: true }, threat, 5)).toBe(true);
    expect(wasToldToday({ ...judged, past: true }, past, 5)).toBe(true);
    expect(wasToldToday(judged, past, 5)).toBe(false);
    expect(wasToldToday(judged, threat, 6)).toBe(false);
  });

  it('is kept of as many cards as storage keeps, the newest', () => {
    const names = Array.from({ length: 70 }, (_, index) => `caution ${index}`);
    const all = names.reduce((told, name) => noteTold(told, name, ['media'], 5), threat);
    expect(Object.keys(all.shown.cards)).toEqual(names.slice(-64));
    expect(all.cards).toEqual(names.slice(-64));
    expect(all.shown.stages).toEqual({ threat: 5, media: 5 });
  });

  it('is joined: what either knows, and no card twice', () => {
    const media = noteTold(threat, 'caution media', ['media'], 5);
    expect(joinTold(threat, media)).toEqual(media);
    expect(joinTold(media, threat)).toEqual(media);
    expect(joinTold(threat, NOTHING_TOLD)).toEqual(threat);
  });
});
