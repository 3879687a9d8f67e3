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
    'keyboard.ts': bytes('-----BEGIN PRIVATE KEY----- is how such a file begins'),
    'public/icon.png': bytes('png'),
  };
  expect(findSecrets(files)).toEqual(['docs/school.pem', 'app.key', '.env.local', 'notes.txt']);
});
