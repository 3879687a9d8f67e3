// Reads versioned items from a storage area. What is garbage, foreign or newer than this version is set aside, never
// destroyed: the item falls back, everything else stays, and the popup says so. Read in turn: storage-turn.ts.
import { reportError } from './report-error';

/** The part of `browser.storage.local` that is used; tests pass their own. */
export type StorageArea = {
  get(keys: string[] | null): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
  remove(keys: string[]): Promise<void>;
};

/** What was made of a stored value. `intact` is false where something of it had to be replaced. */
export type Parsed<T> = { readonly value: T; readonly intact: boolean };

/** How one item is read. `parse` gets whatever stands there and never throws. */
export type Item<T> = { readonly key: string; readonly fallback: T; parse(raw: unknown): Parsed<T> };

/** Items that were set aside stand under this prefix + their own key. */
export const ASIDE = 'aside:';

/** A value set aside: the day it was found (days since 1970), and the value as it was. */
export type Aside = { readonly day: number; readonly value: unknown };

/** A schema's verdict as `Parsed`; a value that does not fit becomes the fallback as a whole. */
export function itemOf<T>(
  key: string,
  fallback: T,
  schema: { safeParse(raw: unknown): { success: boolean; data?: unknown } },
): Item<T> {
  return {
    key,
    fallback,
    parse(raw) {
      const result = schema.safeParse(raw);
      return result.success ? { value: result.data as T, intact: true } : { value: fallback, intact: false };
    },
  };
}

/**
 * Reads an item. Where nothing stands, a value that was set aside is taken back once it can be read: it came from
 * a newer version, and this is that version now. `today` in days since 1970. Rejects only where the area does.
 */
export async function readItem<T>(area: StorageArea, item: Item<T>, today: number): Promise<T> {
  const aside = ASIDE + item.key;
  const found = await area.get([item.key, aside]);
  const raw = found[item.key];
  if (raw === undefined) return takeBack(area, item, found[aside]);
  const { value, intact } = item.parse(raw);
  if (!intact) await setAside(area, item, raw, value, today);
  return value;
}

/** Put where it belongs again, since the clean-up deletes what stays aside; where that fails it is read all the same. */
async function takeBack<T>(area: StorageArea, item: Item<T>, aside: unknown): Promise<T> {
  if (typeof aside !== 'object' || aside === null || !('value' in aside)) return item.fallback;
  const { value, intact } = item.parse(aside.value);
  if (!intact) return item.fallback;
  try {
    await area.set({ [item.key]: aside.value });
    await area.remove([ASIDE + item.key]);
  } catch (error) {
    reportError(`storage: ${kindOf(item.key)} stays aside`, error);
  }
  return value;
}

/** Copy first, then replace: a worker that dies between the two does it again and loses nothing. */
async function setAside<T>(
  area: StorageArea,
  item: Item<T>,
  raw: unknown,
  value: T,
  today: number,
): Promise<void> {
  reportError(`storage: ${kindOf(item.key)} set aside`, null);
  const aside: Aside = { day: today, value: raw };
  if (value === item.fallback) {
    await area.set({ [ASIDE + item.key]: aside });
    await area.remove([item.key]);
  } else {
    await area.set({ [ASIDE + item.key]: aside, [item.key]: value });
  }
}

/** The day on which something of the item was set aside (days since 1970); null where nothing of it stands aside. */
export async function asideSince(area: StorageArea, item: Item<unknown>): Promise<number | null> {
  const key = ASIDE + item.key;
  const aside = (await area.get([key]))[key];
  const isAside = typeof aside === 'object' && aside !== null && 'day' in aside;
  return isAside && Number.isSafeInteger(aside.day) ? (aside.day as number) : null;
}

/** 'memory' of 'memory:0f3c…': what may be named in the popup. */
export function kindOf(key: string): string {
  return key.split(':')[0] ?? key;
}
