import { createPublicKey, verify } from 'node:crypto';
import { expect, it } from 'vitest';
import { extensionId, newKey, packCrx } from './crx';

const KEY = newKey();
const ZIP = Buffer.from('PK a zip');

it('is signed over its id and the zip, and ends with the zip as it was', () => {
  const crx = packCrx(ZIP, KEY);
  expect(crx.subarray(0, 4).toString()).toBe('Cr24');
  expect(crx.readUInt32LE(4)).toBe(3);
  const length = crx.readUInt32LE(8);
  const header = crx.subarray(12, 12 + length);
  expect(crx.subarray(12 + length)).toEqual(ZIP);
  const signedHeader = header.subarray(-18); // one field of 16 bytes, with its tag and length
  const count = Buffer.from([signedHeader.length, 0, 0, 0]);
  const covered = Buffer.concat([Buffer.from('CRX3 SignedData\0'), count, signedHeader, ZIP]);
  const publicKey = createPublicKey(KEY);
  const der = publicKey.export({ type: 'spki', format: 'der' });
  const at = header.indexOf(der) + der.length;
  const signature = header.subarray(at + 3, at + 3 + 256); // tag, and a length of two bytes
  expect(verify('sha256', covered, publicKey, signature)).toBe(true);
});

it('is the same bytes again with the same key, and another id with another key', () => {
  expect(packCrx(ZIP, KEY)).toEqual(packCrx(ZIP, KEY));
  expect(extensionId(KEY)).toMatch(/^[a-p]{32}$/);
  expect(extensionId(newKey())).not.toBe(extensionId(KEY));
});
