// How a policy takes effect: when it comes, when it changes, and where the person's own choice stands.
import { describe, expect, it, vi } from 'vitest';
import { DEFAULT_SETTINGS, type Settings } from '../../utils/settings';
import {
  type ManagedArea,
  reportOf,
  type SessionArea,
  watchPolicy,
  withoutLocked,
  withPolicy,
} from './policy';
import { NO_POLICY, parsePolicy } from './policy-parse';

const SERVICES = ['facebook', 'telegram'];
const COUNTRIES = ['KH', 'TH', 'ZZ'];
const settled = () => new Promise((resolve) => setTimeout(resolve));
const parse = (raw: unknown) => parsePolicy(raw, SERVICES, COUNTRIES);

it.each<[string, ManagedArea | undefined]>([
  ['is missing', undefined],
  ['never answers', { get: () => new Promise(() => {}) }],
  ['rejects, as Firefox does without a policy', { get: () => Promise.reject(new Error('not found')) }],
  ['is empty', { get: async () => ({}) }],
])('waits for nothing where managed storage %s', async (_, managed) => {
  const onChange = vi.fn();
  const policy = watchPolicy({ managed, services: SERVICES, countries: COUNTRIES, onChange });
  expect(policy.current()).toEqual(NO_POLICY);
  await settled();
  expect(policy.current()).toEqual(NO_POLICY);
  expect(onChange).not.toHaveBeenCalled();
});

function managedWith(values: Record<string, unknown>) {
  const listeners: (() => void)[] = [];
  const managed: ManagedArea = {
    get: async () => ({ ...values }),
    onChanged: { addListener: (listener) => listeners.push(listener) },
  };
  return { managed, tell: () => listeners.forEach((listener) => void listener()) };
}

function sessionWith(items: Record<string, unknown>): SessionArea {
  return {
    get: async (key) => (key in items ? { [key]: items[key] } : {}),
    set: async (added) => void Object.assign(items, added),
  };
}

it('tells when the policy comes, when it changes and when it goes', async () => {
  const values: Record<string, unknown> = { defaultCountry: 'KH' };
  const { managed, tell } = managedWith(values);
  const onChange = vi.fn();
  const policy = watchPolicy({ managed, services: SERVICES, countries: COUNTRIES, onChange });
  await settled();
  expect(policy.current().country).toBe('KH');
  values.defaultCountry = 'TH';
  tell();
  await settled();
  expect(policy.current().country).toBe('TH');
  delete values.defaultCountry;
  tell();
  await settled();
  expect(policy.current()).toEqual(NO_POLICY);
  expect(onChange).toHaveBeenCalledTimes(3);
});

/** Managed storage whose reads answer one by one, when the test says so: the first asked is the first in `reads`. */
function managedByHand() {
  const reads: ((values: Record<string, unknown>) => void)[] = [];
  const listeners: (() => void)[] = [];
  const managed: ManagedArea = {
    get: () => new Promise((answer) => reads.push(answer)),
    onChanged: { addListener: (listener) => listeners.push(listener) },
  };
  return { managed, reads, tell: () => listeners.forEach((listener) => void listener()) };
}

it('keeps the newer of two policies where the older read answers last', async () => {
  const { managed, reads, tell } = managedByHand();
  const remembered: Record<string, unknown> = {};
  const onChange = vi.fn();
  const sources = { managed, session: sessionWith(remembered), services: SERVICES, countries: COUNTRIES };
  const policy = watchPolicy({ ...sources, onChange });
  tell();
  tell();
  const [first, second, third] = reads;
  second?.({ retentionDays: 60 });
  await settled();
  expect(policy.current().values).toEqual({ retentionDays: 60 });
  third?.({ retentionDays: 7 });
  await settled();
  first?.({ retentionDays: 90 });
  await settled();
  expect(policy.current().values).toEqual({ retentionDays: 7 });
  expect(remembered.policy).toEqual({ retentionDays: 7 });
  expect(onChange).toHaveBeenCalledTimes(2);
  await expect(policy.known).resolves.toBeUndefined();
});

it('leaves a policy that was taken away gone, where the read before that answers last', async () => {
  const { managed, reads, tell } = managedByHand();
  const policy = watchPolicy({ managed, services: SERVICES, countries: COUNTRIES, onChange: () => {} });
  tell();
  reads[1]?.({});
  await settled();
  reads[0]?.({ sitesOff: ['telegram'], locks: { sitesOff: true } });
  await settled();
  expect(policy.current()).toEqual(NO_POLICY);
});

it('knows the last policy at once when the worker wakes, and tells nobody what they know', async () => {
  const remembered = {};
  const { managed } = managedWith({ retentionDays: 7 });
  const sources = { managed, session: sessionWith(remembered), services: SERVICES, countries: COUNTRIES };
  watchPolicy({ ...sources, onChange: () => {} });
  await settled();
  const onChange = vi.fn();
  const slow: ManagedArea = { get: () => new Promise(() => {}) };
  const woken = watchPolicy({ ...sources, managed: slow, onChange });
  await settled();
  expect(woken.current().values).toEqual({ retentionDays: 7 });
  watchPolicy({ ...sources, onChange });
  await settled();
  expect(onChange).not.toHaveBeenCalled();
});

it('tells those who were answered before the last policy was known, and once', async () => {
  const { managed } = managedWith({ sitesOff: ['telegram'] });
  const onChange = vi.fn();
  const sources = { managed, services: SERVICES, countries: COUNTRIES, onChange };
  const remembered = { policy: { sitesOff: ['telegram'] } };
  const policy = watchPolicy({ ...sources, session: sessionWith(remembered) });
  expect(policy.current()).toEqual(NO_POLICY);
  await settled();
  expect(policy.current().values).toEqual({ offServices: ['telegram'] });
  expect(onChange).toHaveBeenCalledOnce();
});

describe('what must not be done before the policy is known', () => {
  it('is done once it answered', async () => {
    let answer = (_: Record<string, unknown>) => {};
    const answered = new Promise<Record<string, unknown>>((resolve) => {
      answer = resolve;
    });
    const get = () => answered;
    const sources = { managed: { get }, services: SERVICES, countries: COUNTRIES, onChange: () => {} };
    const policy = watchPolicy({ ...sources, session: sessionWith({}) });
    const done = vi.fn(() => policy.current().values);
    const doing = policy.known.then(done);
    await settled();
    expect(done).not.toHaveBeenCalled();
    answer({ retentionDays: 7 });
    await expect(doing).resolves.toEqual({ retentionDays: 7 });
  });

  it('is not put off for ever by one that never answers', async () => {
    vi.useFakeTimers();
    const managed: ManagedArea = { get: () => new Promise(() => {}) };
    const policy = watchPolicy({ managed, services: SERVICES, countries: COUNTRIES, onChange: () => {} });
    await vi.advanceTimersByTimeAsync(60_000);
    vi.useRealTimers();
    await expect(policy.known).resolves.toBeUndefined();
  });
});

it('works without a memory, and with one that fails', async () => {
  const { managed } = managedWith({ retentionDays: 7 });
  const fails = () => Promise.reject(new Error('quota'));
  const policy = watchPolicy({
    ...{ managed, services: SERVICES, countries: COUNTRIES, session: { get: fails, set: fails } },
    onChange: () => {},
  });
  await settled();
  expect(policy.current().values).toEqual({ retentionDays: 7 });
});

describe('what takes effect', () => {
  const settings: Settings = { ...DEFAULT_SETTINGS, retentionDays: 30 };

  it('is the policy where it is locked, and the lock ends with it', () => {
    const policy = parse({ retentionDays: 7, locks: { retentionDays: true } });
    expect(withPolicy(settings, policy).retentionDays).toBe(7);
    expect(withPolicy(settings, NO_POLICY)).toEqual(settings);
  });

  it('is the policy where it is not locked, until the person chooses', () => {
    const policy = parse({ sensitivity: 'more', sitesOff: ['facebook'], retentionDays: 7 });
    expect(withPolicy(DEFAULT_SETTINGS, policy)).toMatchObject({
      ...{ sensitivity: 'more', offServices: ['facebook'], retentionDays: 7 },
    });
    expect(withPolicy(settings, policy).retentionDays).toBe(30);
    const back: Settings = { ...DEFAULT_SETTINGS, chosen: ['sensitivity', 'offServices'] };
    expect(withPolicy(back, policy)).toMatchObject({
      ...{ sensitivity: 'standard', offServices: [], retentionDays: 7 },
    });
  });

  it('never takes language, country or pause away', () => {
    const own: Settings = { ...DEFAULT_SETTINGS, language: 'km', country: 'KH', paused: false };
    const locks = {
      defaultLanguage: true,
      defaultCountry: true,
      language: true,
      country: true,
      paused: true,
    };
    const policy = parse({ defaultLanguage: 'en', defaultCountry: 'TH', paused: true, hidden: true, locks });
    expect(withPolicy(own, policy)).toEqual(own);
    expect(policy.locked).toEqual([]);
    expect(policy.problems.map(({ key, why }) => `${key} ${why}`)).toEqual([
      ...['paused unknown', 'hidden unknown', 'locks.defaultLanguage not-lockable'],
      ...['locks.defaultCountry not-lockable', 'locks.language not-lockable'],
      ...['locks.country not-lockable', 'locks.paused not-lockable'],
    ]);
  });
});

it('takes locked fields out of a change', () => {
  const policy = parse({ retentionDays: 7, locks: { retentionDays: true } });
  expect(withoutLocked({ retentionDays: 90, paused: true }, policy)).toEqual({ paused: true });
});

it('tells pages what is fixed, what is a start, and by whom', () => {
  const policy = parse({
    ...{ organisation: 'Hill School', defaultCountry: 'KH', sensitivity: 'more', sitesOff: ['facebook'] },
    ...{ locks: { sitesOff: true } },
  });
  expect(reportOf(policy)).toMatchObject({
    ...{ managed: true, by: 'Hill School', locked: ['offServices'], preset: ['country', 'sensitivity'] },
  });
});
