import { expect, test } from 'vitest';
import { urgencyOf } from './stages';
import { CALM, DANGER } from './testing';

test('help against despair stands with a threat too, where the child’s own words called for it', () => {
  expect(urgencyOf(DANGER)).toBe('talk');
  expect(urgencyOf({ ...DANGER, crisis: true })).toBe('despair');
  expect(urgencyOf({ ...CALM, crisis: true })).toBe('despair');
  expect(urgencyOf(CALM)).toBe('none');
});
