import { expect, it, vi } from 'vitest';
import { DEFAULT_SETTINGS } from '../../utils/settings';
import { type ManagedArea, parsePolicy, watchPolicy, withPolicy } from './policy';

const settled = () => new Promise((resolve) => setTimeout(resolve));

it.each<[string, ManagedArea | undefined]>([
  ['is missing', undefined],
  ['never answers', { get: () => new Promise(() => {}) }],
  ['rejects, as Firefox does without a policy', { get: () => Promise.reject(new Error('not found')) }],
])('waits for nothing where managed storage %s', async (_, managed) => {
  const onChange = vi.fn();
  const policy = watchPolicy(managed, onChange);
  expect(policy.current()).toEqual({ language: null, country: null });
  await settled();
  expect(policy.current()).toEqual({ language: null, country: null });
  expect(onChange).not.toHaveBeenCalled();
});

it('tells when the policy comes, and when it changes', async () => {
  const listeners: (() => void)[] = [];
  const values = { country: 'KH' };
  const onChange = vi.fn();
  const managed = {
    get: async () => ({ ...values }),
    onChanged: { addListener: (listener: () => void) => listeners.push(listener) },
  };
  const policy = watchPolicy(managed, onChange);
  await settled();
  expect(policy.current().country).toBe('KH');
  values.country = 'TH';
  for (const listener of listeners) listener();
  await settled();
  expect(policy.current().country).toBe('TH');
  expect(onChange).toHaveBeenCalledTimes(2);
});

it.each([
  [
    { language: 'km', country: 'KH' },
    { language: 'km', country: 'KH' },
  ],
  [
    { language: 'xx', country: 'KH' },
    { language: null, country: 'KH' },
  ],
  [{ country: 'Cambodia' }, { language: null, country: null }],
  ['garbage', { language: null, country: null }],
  [null, { language: null, country: null }],
])('of %j takes %j', (raw, policy) => {
  expect(parsePolicy(raw)).toEqual(policy);
});

it('never takes back what the person chose, and can switch nothing off', () => {
  const settings = { ...DEFAULT_SETTINGS, country: 'KH' };
  const policy = { ...parsePolicy({ country: 'TH', paused: true, hidden: true }), language: 'km' as const };
  expect(withPolicy(settings, policy)).toEqual({ ...settings, language: 'km' });
});
