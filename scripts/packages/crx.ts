// Signs a zip as a CRX3 file, which Chrome and Edge install by policy from a school's own server. Written out here since
// no browser is needed for it, and since the same zip and key then give the same bytes (RSA with PKCS #1 v1.5 has no chance in it).
// Format: https://chromium.googlesource.com/chromium/src/+/main/components/crx_file/crx3.proto
import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, sign } from 'node:crypto';

const MAGIC = Buffer.from('Cr24');
const VERSION = 3;
/** What the signature covers begins with these words, so that it can be no other kind of signature. */
const SIGNED = Buffer.from('CRX3 SignedData\0');
/** An id is the first 16 bytes of the key's hash, written with the letters a to p. */
const ID_BYTES = 16;
/** Field numbers of crx3.proto. */
const FIELD = { proof: 2, publicKey: 1, signature: 2, signedHeader: 10_000, id: 1 };
/** The wire type of protobuf for bytes. */
const BYTES = 2;

/** A new private key as PEM. Keep it: whoever has it can sign updates, and without it the id is lost. */
export function newKey(): string {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  return privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
}

/** The id of everything that is signed with this key, e.g. 'abcdefghijklmnopabcdefghijklmnop'. */
export function extensionId(key: string): string {
  const digits = idBytes(publicKeyOf(key)).toString('hex');
  return [...digits].map((digit) => String.fromCharCode(97 + Number.parseInt(digit, 16))).join('');
}

/** The signed file. Throws where the key is no RSA key. */
export function packCrx(zip: Buffer, key: string): Buffer {
  const publicKey = publicKeyOf(key);
  const signedHeader = field(FIELD.id, idBytes(publicKey));
  const covered = Buffer.concat([SIGNED, uint32(signedHeader.length), signedHeader, zip]);
  const signature = sign('sha256', covered, createPrivateKey(key));
  const proof = Buffer.concat([field(FIELD.publicKey, publicKey), field(FIELD.signature, signature)]);
  const header = Buffer.concat([field(FIELD.proof, proof), field(FIELD.signedHeader, signedHeader)]);
  return Buffer.concat([MAGIC, uint32(VERSION), uint32(header.length), header, zip]);
}

function publicKeyOf(key: string): Buffer {
  const publicKey = createPublicKey(key);
  if (publicKey.asymmetricKeyType !== 'rsa') throw new Error('The key is no RSA key.');
  return publicKey.export({ type: 'spki', format: 'der' });
}

function idBytes(publicKey: Buffer): Buffer {
  return createHash('sha256').update(publicKey).digest().subarray(0, ID_BYTES);
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

function field(number: number, content: Buffer): Buffer {
  return Buffer.concat([varint(number * 8 + BYTES), varint(content.length), content]);
}

function varint(value: number): Buffer {
  const bytes: number[] = [];
  for (let rest = value; ; rest = Math.floor(rest / 128)) {
    bytes.push(rest < 128 ? rest : (rest % 128) + 128);
    if (rest < 128) return Buffer.from(bytes);
  }
}
