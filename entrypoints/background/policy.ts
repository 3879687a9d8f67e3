// What a school may set by the browser's own policies (docs/admin/). It hides nothing, sends nothing, and can't take the
// language, the country, help, deleting or a warning of danger away. Nobody waits for it.
import type { PolicyReport } from '../../utils/policy-types';
import { LOCKABLE, type Lockable } from '../../utils/policy-types';
import type { Settings, SettingsChange } from '../../utils/settings';
import { hasChosen } from '../../utils/settings-chosen';
import { NO_POLICY, type Policy, parsePolicy } from './policy-parse';

export type { Policy };

/** Managed storage as the browser gives it; without a policy `get` may reject, or take seconds. */
export type ManagedArea = {
  get(keys: null): Promise<Record<string, unknown>>;
  onChanged?: { addListener(listener: () => void): void };
};

/** Storage in memory, which outlives the worker and not the browser: the last policy is known at once on waking. */
export type SessionArea = {
  get(key: string): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
};

export type PolicySources = {
  readonly managed: ManagedArea | undefined;
  readonly session?: SessionArea | undefined;
  /** Services that can be switched off. */
  readonly services: readonly string[];
  /** Countries whose help can be shown. */
  readonly countries: readonly string[];
  /** Called when the policy differs from the one that was known before. */
  onChange(): void;
};

const REMEMBERED = 'policy';

/** After this long without an answer no policy is what holds, or nothing would ever be deleted; in milliseconds. */
const ANSWER_WAIT_MS = 10_000;

/**
 * Starts reading the policy and returns at once: `current()` is empty until an answer comes. `known` comes with that answer,
 * for what can't be taken back; it never rejects.
 */
export function watchPolicy(sources: PolicySources): { current(): Policy; readonly known: Promise<void> } {
  const { managed, session, services, countries, onChange } = sources;
  let known: unknown = null;
  let policy = NO_POLICY;
  let isFresh = false;
  let wasAsked = false;
  const take = (raw: unknown): boolean => {
    const isNew = JSON.stringify(raw) !== JSON.stringify(known);
    known = raw;
    if (isNew) policy = parsePolicy(raw, services, countries);
    return isNew;
  };
  const recall = async () => {
    const items = await session?.get(REMEMBERED).catch(() => null);
    // Whoever was answered by then was told of no policy; the answer that follows is no news and tells them nothing.
    if (!isFresh && take(items?.[REMEMBERED] ?? null) && wasAsked) onChange();
  };
  const recalled = recall();
  let reads = 0;
  let newest = 0;
  const refresh = async () => {
    reads += 1;
    const read = reads;
    const raw = (await managed?.get(null).catch(() => null)) ?? null;
    await recalled;
    if (read < newest) return; // of two changes, the one before may answer last
    newest = read;
    isFresh = true;
    if (!take(isEmpty(raw) ? null : raw)) return;
    await session?.set({ [REMEMBERED]: known }).catch(() => {});
    onChange();
  };
  managed?.onChanged?.addListener(() => void refresh());
  const late = new Promise<void>((resolve) => setTimeout(resolve, ANSWER_WAIT_MS));
  return {
    current() {
      wasAsked = true;
      return policy;
    },
    known: Promise.race([refresh(), late]),
  };
}

const isEmpty = (raw: Record<string, unknown> | null) => raw === null || Object.keys(raw).length === 0;

/**
 * Settings as they take effect: a locked value is the policy's. One that is not locked is where the person begins: it
 * holds until they choose, and choosing the default is a choice too (`chosen`).
 */
export function withPolicy(settings: Settings, { values, locked, language, country }: Policy): Settings {
  const isOpen = (setting: Lockable) => !locked.includes(setting) && hasChosen(settings, setting);
  const fromPolicy = Object.entries(values).filter(([setting]) => !isOpen(setting as Lockable));
  return {
    ...settings,
    ...Object.fromEntries(fromPolicy),
    language: settings.language ?? language,
    country: settings.country ?? country,
  };
}

/** The change without what is locked. */
export function withoutLocked(change: SettingsChange, { locked }: Policy): SettingsChange {
  const open = Object.entries(change).filter(([setting]) => !(locked as readonly string[]).includes(setting));
  return Object.fromEntries(open) as SettingsChange;
}

/** What our pages are told. */
export function reportOf(policy: Policy): PolicyReport {
  const { managed, by, contact, locked, problems, values, language, country } = policy;
  const open = LOCKABLE.filter((setting) => values[setting] !== undefined && !locked.includes(setting));
  const preset = [
    ...(language === null ? [] : ['language' as const]),
    ...(country === null ? [] : ['country' as const]),
    ...open,
  ];
  return { managed, by, contact, locked, preset, problems };
}
