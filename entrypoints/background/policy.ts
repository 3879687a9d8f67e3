// What a school or a parent may preset by the browser's own policies. A policy fills in what the teen did not choose;
// it hides nothing, switches nothing off and sends nothing (design.md, section 1).
import type { Settings } from '../../utils/settings';
import { settingsFields } from '../../utils/storage-schemas';

/** Presets: null where the policy says nothing. */
export type Policy = Pick<Settings, 'language' | 'country'>;

const NO_POLICY: Policy = { language: null, country: null };

/** Managed storage as the browser gives it; without a policy `get` may reject, or take seconds. */
export type ManagedArea = {
  get(keys: null): Promise<Record<string, unknown>>;
  onChanged?: { addListener(listener: () => void): void };
};

/**
 * Starts reading the policy and returns at once: `current()` is empty until the answer comes, and nobody waits for it.
 * `onChange` is called when the presets differ from what `current()` said before.
 */
export function watchPolicy(managed: ManagedArea | undefined, onChange: () => void): { current(): Policy } {
  let policy = NO_POLICY;
  const refresh = async () => {
    const next = parsePolicy(await managed?.get(null).catch(() => null));
    const changed = next.language !== policy.language || next.country !== policy.country;
    policy = next;
    if (changed) onChange();
  };
  managed?.onChanged?.addListener(() => void refresh());
  void refresh();
  return { current: () => policy };
}

/** Takes the presets that are well formed and leaves the rest. */
export function parsePolicy(raw: unknown): Policy {
  if (typeof raw !== 'object' || raw === null) return NO_POLICY;
  const { language, country } = raw as Record<string, unknown>;
  return {
    language: settingsFields.language.safeParse(language).data ?? null,
    country: settingsFields.country.safeParse(country).data ?? null,
  };
}

/** Settings as they take effect: the teen's own choice first. */
export function withPolicy(settings: Settings, policy: Policy): Settings {
  return {
    ...settings,
    language: settings.language ?? policy.language,
    country: settings.country ?? policy.country,
  };
}
