// A tab's answer is taken only where the popup can show it.
import { expect, it } from 'vitest';
import type { TabReport } from '../../utils/tab-messages';
import { isTabReport } from './tab-report';

const REPORT: TabReport = {
  ...{ state: 'reading', why: null, adapter: null, level: 'calm', past: false, crisis: false },
  ...{ seen: [], facts: [], requests: 0, snoozedUntil: null, failedPacks: [], memoryFailed: false },
};

it.each(['person', 'someone', 'unknown', undefined])('of whom it may speak is known: %s', (who) =>
  expect(isTabReport({ ...REPORT, who })).toBe(true),
);

it.each(['everybody', null, 1])('of whom it may speak is nothing else: %j', (who) =>
  expect(isTabReport({ ...REPORT, who })).toBe(false),
);

it('a sign comes with its stage', () => {
  const sign = { signal: 'threat.publish', count: 1, lastDay: 20_781 };
  expect(isTabReport({ ...REPORT, seen: [{ ...sign, stage: 'threat' }] })).toBe(true);
  for (const seen of [[sign], [{ ...sign, stage: 'loud' }], [null]])
    expect(isTabReport({ ...REPORT, seen })).toBe(false);
});

it.each([null, 'yes', {}, { ...REPORT, level: 'loud' }, { ...REPORT, seen: 'all' }])(
  'what no script of ours says is no report: %j',
  (answer) => expect(isTabReport(answer)).toBe(false),
);
