// Secrets and the numbers made from them: what is stored can't be read back, nor joined across services.
// HMAC-SHA-256 by @noble/hashes, since WebCrypto is asynchronous and the content script's engine is not.
import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { ConversationKey } from './messages';

/** Length of every secret and key in bytes: SHA-256's own width. */
export const KEY_BYTES = 32;

/** 16 bytes: two of a person's conversations never collide, and half the HMAC stays unknown. */
const CONVERSATION_BYTES = 16;

/** 4 bytes: of the few keys that a browser ever had no two are taken for one another. */
const KEY_ID_BYTES = 4;

/** A new per-install secret. */
export function createSecret(): Uint8Array {
  return crypto.getRandomValues(new Uint8Array(KEY_BYTES));
}

/** The key of one service. A content script gets this and never the secret: one site can't work out another's keys. */
export function serviceKey(secret: Uint8Array, service: string): Uint8Array {
  return hmac(sha256, secret, utf8ToBytes(`service:${service}`));
}

/**
 * Says which key a name was made with and nothing of the key: 8 hex digits. What was named by the key of a secret that is
 * deleted is told apart by it. Made of the service's key, so that two services can't find by it that they share a browser.
 */
export function keyId(key: Uint8Array): string {
  return bytesToHex(hmac(sha256, key, utf8ToBytes('id')).subarray(0, KEY_ID_BYTES));
}

/** The name a conversation is stored under: 32 hex digits that tell nobody who the peer is. */
export function conversationKey(key: Uint8Array, peer: string): ConversationKey {
  return bytesToHex(hmac(sha256, key, utf8ToBytes(`peer:${peer}`)).subarray(0, CONVERSATION_BYTES));
}

/**
 * Makes the fingerprint function of one conversation: text → whole number from 0 to 2^32 - 1.
 * Bound to the conversation, so that the same words to two people give two numbers.
 */
export function createFingerprint(key: Uint8Array, conversation: ConversationKey): (text: string) => number {
  const bound = hmac(sha256, key, utf8ToBytes(`fingerprint:${conversation}`));
  // Taking the key in is half of the work: it is done once, and copied for each text.
  const keyed = hmac.create(sha256, bound);
  return (text) => {
    const mac = keyed.clone().update(utf8ToBytes(text)).digest();
    return new DataView(mac.buffer, mac.byteOffset, 4).getUint32(0);
  };
}

/** Bytes → base64, the form in which keys are stored and sent. */
export function toBase64(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes));
}

/** Base64 → a key of `KEY_BYTES` bytes, or null where it is anything else. */
export function keyFromBase64(text: string): Uint8Array | null {
  let binary: string;
  try {
    binary = atob(text);
  } catch {
    return null;
  }
  if (binary.length !== KEY_BYTES) return null;
  return Uint8Array.from(binary, (character) => character.charCodeAt(0));
}
