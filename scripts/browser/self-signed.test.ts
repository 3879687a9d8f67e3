import { createPrivateKey, X509Certificate } from 'node:crypto';
import { expect, test } from 'vitest';
import { selfSigned } from './self-signed';

test('Node reads the certificate, it is signed by its own key and good today', () => {
  const { key, cert } = selfSigned('practice.tour');
  const read = new X509Certificate(cert);
  expect(read.subject).toBe('CN=practice.tour');
  expect(read.verify(read.publicKey)).toBe(true);
  expect(read.checkPrivateKey(createPrivateKey(key))).toBe(true);
  expect(Date.parse(read.validFrom)).toBeLessThan(Date.now());
  expect(Date.parse(read.validTo)).toBeGreaterThan(Date.now());
});

test('two certificates share no key', () => {
  expect(selfSigned('a').key).not.toBe(selfSigned('a').key);
});

test('a certificate signed by another key is not accepted as its own', () => {
  const one = new X509Certificate(selfSigned('a').cert);
  const other = new X509Certificate(selfSigned('a').cert);
  expect(one.verify(other.publicKey)).toBe(false);
});
