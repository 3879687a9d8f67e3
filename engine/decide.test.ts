import { describe, expect, test } from 'vitest';
import { type DecideInput, decide } from './decide';
import type { Assessment, Level, Stage } from './types';

const assessment = (level: Level, ...stages: Stage[]): Assessment => ({
  level,
  because: null,
  past: false,
  crisis: false,
  reasons: stages.map((stage) => ({ signal: `${stage}.x`, stage, count: 1, lastDay: 9 })),
});
const input = (change: Partial<DecideInput>): DecideInput => ({
  assessment: assessment('caution', 'media', 'secrecy'),
  held: 'calm',
  shown: { stages: {}, cards: {} },
  today: 10,
  snoozed: false,
  ...change,
});
const KEY = 'caution media secrecy';

describe('decide', () => {
  test('shows a card when the level rises', () => {
    expect(decide(input({}))).toEqual({
      level: 'caution',
      card: { level: 'caution', key: KEY, stages: ['media', 'secrecy'] },
    });
  });
  test('shows nothing at calm', () =>
    expect(decide(input({ assessment: assessment('calm') })).card).toBeNull());
  test('holds a level that was reached', () =>
    expect(decide(input({ assessment: assessment('calm'), held: 'caution' }))).toEqual({
      level: 'caution',
      card: null,
    }));
  test('does not repeat itself at the same level', () =>
    expect(decide(input({ held: 'caution', shown: { stages: {}, cards: { [KEY]: 1 } } })).card).toBeNull());
  test('shows none whose stages cards of today named', () =>
    expect(decide(input({ shown: { stages: { media: 10, secrecy: 10 }, cards: {} } })).card).toBeNull());
  test('shows it again on another day', () =>
    expect(
      decide(input({ shown: { stages: { media: 9, secrecy: 9 }, cards: { [KEY]: 1 } } })).card,
    ).not.toBeNull());
  test('a third kind of thing beside two that were told is news, and a fourth is not', () => {
    const tell = (told: Stage[], ...stages: Stage[]) => {
      const shown = {
        stages: Object.fromEntries(told.map((stage) => [stage, 10])),
        cards: { [`caution ${told.join(' ')}`]: 1 },
      };
      return decide(input({ assessment: assessment('caution', ...stages), held: 'caution', shown })).card;
    };
    expect(tell(['media', 'secrecy'], 'media', 'secrecy', 'trust')?.stages).toEqual([
      'media',
      'secrecy',
      'trust',
    ]);
    expect(tell(['media', 'secrecy', 'trust'], 'media', 'secrecy', 'trust', 'access')).toBeNull();
  });
  test('never shows the same card three times', () =>
    expect(decide(input({ shown: { stages: {}, cards: { [KEY]: 2 } } })).card).toBeNull());
  test('of what goes on now it tells though older messages of the same were shown', () => {
    const shown = { stages: { media: 9, secrecy: 9 }, cards: { [`${KEY} past`]: 2 } };
    expect(decide(input({ held: 'caution', shown })).card?.key).toBe(KEY);
    const past = { ...assessment('caution', 'media', 'secrecy'), past: true };
    expect(decide(input({ assessment: past, shown })).card).toBeNull();
  });
  test('a snooze silences caution', () => expect(decide(input({ snoozed: true })).card).toBeNull());
  test('a snooze never silences danger, and the day’s caution cards don’t either', () => {
    const danger = decide(
      input({
        assessment: assessment('danger', 'media'),
        held: 'caution',
        snoozed: true,
        shown: { stages: { media: 10 }, cards: {} },
      }),
    );
    expect(danger.card?.level).toBe('danger');
  });
});
