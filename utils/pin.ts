// The parent's PIN: a salted, slow hash, and how long to wait after wrong tries. Runs in the background alone.
import { scryptAsync } from '@noble/hashes/scrypt.js';
import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js';

/** scrypt's work factors; memory is 128 * N * r bytes. */
export type PinCost = { readonly N: number; readonly r: number; readonly p: number };

/**
 * 32 MB and three rounds, as OWASP's cheat sheet advises for scrypt; about one second in a worker. A PIN has few
 * possibilities: whoever can read the profile's files can try them all in days. It keeps out a person at the keyboard.
 */
export const PIN_COST: PinCost = { N: 2 ** 15, r: 8, p: 3 };

const HASH_BYTES = 32;
const SALT_BYTES = 16;

/** Tries before the first wait: fingers slip. */
const FREE_TRIES = 4;
const FIRST_WAIT_MS = 30_000;
/** An hour: a parent who mistyped in the morning can look in the evening, and a guesser gets 24 tries a day. */
const LONGEST_WAIT_MS = 60 * 60 * 1000;

export type PinHash = { readonly salt: string; readonly hash: string; readonly cost: PinCost };

/** Hashes a new PIN under a new salt. */
export async function hashPin(pin: string, cost: PinCost): Promise<PinHash> {
  const salt = crypto.getRandomValues(new Uint8Array(SALT_BYTES));
  return { salt: bytesToHex(salt), hash: await slowHash(pin, salt, cost), cost };
}

/** True where `pin` is the one that was hashed. A stored hash that is no hash matches nothing. */
export async function matchesPin(pin: string, stored: PinHash): Promise<boolean> {
  const salt = saltOf(stored.salt);
  return salt !== null && (await slowHash(pin, salt, stored.cost)) === stored.hash;
}

async function slowHash(pin: string, salt: Uint8Array, { N, r, p }: PinCost): Promise<string> {
  return bytesToHex(await scryptAsync(pin, salt, { N, r, p, dkLen: HASH_BYTES }));
}

function saltOf(hex: string): Uint8Array | null {
  try {
    return hexToBytes(hex);
  } catch {
    return null;
  }
}

/** How long to wait after so many wrong tries in a row, in milliseconds. */
export function waitAfter(wrong: number): number {
  if (wrong < FREE_TRIES) return 0;
  return Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (wrong - FREE_TRIES));
}

/** What is left of that wait. A clock that was set back makes it no longer than it was. */
export function waitLeft(tries: { readonly wrong: number; readonly lastTry: number }, now: number): number {
  const wait = waitAfter(tries.wrong);
  return Math.min(wait, Math.max(0, tries.lastTry + wait - now));
}
