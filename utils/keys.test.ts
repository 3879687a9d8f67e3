import { describe, expect, it } from 'vitest';
import {
  conversationKey,
  createFingerprint,
  createSecret,
  KEY_BYTES,
  keyFromBase64,
  keyId,
  serviceKey,
  toBase64,
} from './keys';

const secret = Uint8Array.from({ length: KEY_BYTES }, (_, index) => index);

describe('keys', () => {
  it('makes a new secret each time', () => {
    expect(createSecret()).toHaveLength(KEY_BYTES);
    expect(toBase64(createSecret())).not.toBe(toBase64(createSecret()));
  });

  it('gives each service another key, and each secret another', () => {
    const keys = [
      serviceKey(secret, 'telegram'),
      serviceKey(secret, 'facebook'),
      serviceKey(createSecret(), 'telegram'),
    ].map(toBase64);
    expect(new Set(keys).size).toBe(3);
  });

  it('agrees with HMAC-SHA-256 as WebCrypto computes it', async () => {
    const key = await crypto.subtle.importKey('raw', secret, { name: 'HMAC', hash: 'SHA-256' }, false, [
      'sign',
    ]);
    const mac = await crypto.subtle.sign('HMAC', key, new TextEncoder().encode('service:telegram'));
    expect(serviceKey(secret, 'telegram')).toEqual(new Uint8Array(mac));
  });

  it('names a conversation by 32 hex digits that do not carry the peer', () => {
    const name = conversationKey(serviceKey(secret, 'telegram'), '5550001111');
    expect(name).toMatch(/^[0-9a-f]{32}$/);
    expect(name).not.toContain('555000');
    expect(name).toBe(conversationKey(serviceKey(secret, 'telegram'), '5550001111'));
    expect(name).not.toBe(conversationKey(serviceKey(secret, 'facebook'), '5550001111'));
  });

  it('has an id that is short, that stays, and that two services can’t compare', () => {
    const [telegram, facebook] = ['telegram', 'facebook'].map((service) =>
      keyId(serviceKey(secret, service)),
    );
    expect(telegram).toMatch(/^[0-9a-f]{8}$/);
    expect(telegram).toBe(keyId(serviceKey(secret, 'telegram')));
    expect(telegram).not.toBe(facebook);
    expect(telegram).not.toBe(keyId(serviceKey(createSecret(), 'telegram')));
  });

  it('fingerprints the same words the same way in one conversation and another way in the next', () => {
    const key = serviceKey(secret, 'telegram');
    const [first, second] = ['a', 'b'].map((peer) => createFingerprint(key, conversationKey(key, peer)));
    expect(first?.('រាត្រីសួស្តី')).toBe(first?.('រាត្រីសួស្តី'));
    expect(first?.('hello')).not.toBe(second?.('hello'));
    expect(first?.('hello')).toBeGreaterThanOrEqual(0);
    expect(first?.('hello')).toBeLessThan(2 ** 32);
  });

  it.each(['', 'not base64!', 'AAAA', toBase64(new Uint8Array(KEY_BYTES + 1))])(
    'refuses %j as a key',
    (text) => {
      expect(keyFromBase64(text)).toBeNull();
    },
  );

  it('reads back the key that it wrote', () => {
    expect(keyFromBase64(toBase64(secret))).toEqual(secret);
  });
});
