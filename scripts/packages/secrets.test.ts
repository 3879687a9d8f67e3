import { expect, it } from 'vitest';
import { newKey } from './crx';
import { findSecrets } from './secrets';

const bytes = (text: string) => new Uint8Array(Buffer.from(text));

it('finds a key by its name and by what is in it', () => {
  const files = {
    'docs/school.pem': bytes(''),
    'app.key': bytes('x'),
    '.env.local': bytes('A=1'),
    'notes.txt': bytes(`our key:\n${newKey()}`),
    'encrypted.txt': bytes(
      '-----BEGIN RSA PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\nDEK-Info: AES-128-CBC,00',
    ),
    'pgp.asc': bytes('-----BEGIN PGP PRIVATE KEY BLOCK-----\nVersion: GnuPG v2\n\nlQOY'),
    'pgp-new.asc': bytes('-----BEGIN PGP PRIVATE KEY BLOCK-----\r\n\r\nlQOYBGXw0000AAAA'),
    'keyboard.ts': bytes('-----BEGIN PRIVATE KEY----- is how such a file begins'),
    'public/icon.png': bytes('png'),
  };
  expect(findSecrets(files)).toEqual([
    ...['docs/school.pem', 'app.key', '.env.local', 'notes.txt'],
    ...['encrypted.txt', 'pgp.asc', 'pgp-new.asc'],
  ]);
});
