import { expect, test } from 'vitest';
import { urgencyOf } from './stages';
import { CALM, DANGER } from './testing';

test('help for danger to life stands with a threat too, where the child’s own words called for it', () => {
  expect(urgencyOf(DANGER)).toBe('talk');
  expect(urgencyOf({ ...DANGER, crisis: true })).toBe('life');
  expect(urgencyOf({ ...CALM, crisis: true })).toBe('life');
  expect(urgencyOf(CALM)).toBe('none');
});
