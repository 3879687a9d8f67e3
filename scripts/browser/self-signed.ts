// A self-signed certificate for the practice tour's local server, made at run time and never written to disk.
// Written out in DER (X.690) since Node makes keys but no certificates, and openssl is not on every machine.
import { generateKeyPairSync, randomBytes, sign } from 'node:crypto';

/** DER tags that a certificate needs. */
const TAG = {
  integer: 0x02,
  bits: 0x03,
  oid: 0x06,
  utf8: 0x0c,
  sequence: 0x30,
  set: 0x31,
  time: 0x17,
  version: 0xa0,
};
/** Object identifiers, already encoded: ecdsa-with-SHA256 (RFC 5758) and commonName (X.520). */
const ECDSA_SHA256 = Buffer.from('2a8648ce3d040302', 'hex');
const COMMON_NAME = Buffer.from('550403', 'hex');
const DAY = 24 * 60 * 60 * 1000;

export type KeyAndCertificate = { readonly key: string; readonly cert: string };

/** A fresh P-256 key with a certificate for `name`, good from yesterday for a week. Both as PEM. */
export function selfSigned(name: string, now = Date.now()): KeyAndCertificate {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const algorithm = der(TAG.sequence, der(TAG.oid, ECDSA_SHA256));
  const named = der(
    TAG.sequence,
    der(TAG.set, der(TAG.sequence, der(TAG.oid, COMMON_NAME), der(TAG.utf8, Buffer.from(name)))),
  );
  const body = der(
    TAG.sequence,
    der(TAG.version, der(TAG.integer, Buffer.from([2]))), // counts from 0: version 3
    der(TAG.integer, Buffer.concat([Buffer.from([1]), randomBytes(15)])), // a serial number must be positive
    algorithm,
    named,
    der(TAG.sequence, time(now - DAY), time(now + 7 * DAY)),
    named,
    publicKey.export({ type: 'spki', format: 'der' }),
  );
  const signature = der(TAG.bits, Buffer.concat([Buffer.from([0]), sign('sha256', body, privateKey)]));
  return {
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    cert: pem(der(TAG.sequence, body, algorithm, signature)),
  };
}

function der(tag: number, ...parts: readonly Buffer[]): Buffer {
  const content = Buffer.concat(parts);
  return Buffer.concat([Buffer.from([tag]), lengthOf(content.length), content]);
}

/** Short form below 128; else the number of length bytes, then the length. */
function lengthOf(length: number): Buffer {
  if (length < 0x80) return Buffer.from([length]);
  const bytes = length < 0x100 ? [length] : [length >> 8, length & 0xff];
  return Buffer.from([0x80 | bytes.length, ...bytes]);
}

/** UTCTime, which years before 2050 must be in (RFC 5280), e.g. 261124120000Z. */
function time(at: number): Buffer {
  const digits = new Date(at)
    .toISOString()
    .slice(2)
    .replace(/[-:T]|\.\d+/g, '');
  return der(TAG.time, Buffer.from(digits));
}

function pem(certificate: Buffer): string {
  const lines = certificate.toString('base64').match(/.{1,64}/g) ?? [];
  return `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`;
}
