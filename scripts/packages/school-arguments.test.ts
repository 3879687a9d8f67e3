import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkedAddress, isInside } from './school-arguments';

describe('an address', () => {
  it.each([
    ['https://files.hill.example/help/', 'https://files.hill.example/help/'],
    ['HTTPS://Files.Hill.example/Help/', 'https://files.hill.example/Help/'],
    ['https:files.hill.example/help/', 'https://files.hill.example/help/'],
    ['file:///srv/help/', 'file:///srv/help/'],
    ['FILE:/srv/help/', 'file:///srv/help/'],
  ])('%s is taken as %s', (given, address) => expect(checkedAddress(given)).toBe(address));

  it.each(['http://files.hill.example/', 'https://files.hill.example/help', 'files.hill.example/', ''])(
    '%j is refused',
    (given) => expect(() => checkedAddress(given)).toThrow('--address must be an https address'),
  );

  it('with a name and a password is refused: they would stand in policies that every student can read', () => {
    for (const login of ['it:secret@', 'it@', ':secret@'])
      expect(() => checkedAddress(`https://${login}files.hill.example/`)).toThrow(
        'leave the name and the password out',
      );
  });

  it('that the guide made up is refused: no machine would ever find an update there', () => {
    expect(() => checkedAddress('https://Files.school.example/porchlight/')).toThrow("is the guide's");
  });
});

describe('a key', () => {
  it.each([
    ['/work/porchlight', '/work/porchlight/school.pem', true],
    ['/work/porchlight', '/work/porchlight/..key.pem', true],
    ['/work/porchlight', '/work/porchlight/docs/../a.pem', true],
    ['/work/porchlight', '/work/porchlight', true],
    ['/work/porchlight', '/work/porchlight-school.pem', false],
    ['/work/porchlight', '/school.pem', false],
  ])('in %s: %s %j', (folder, file, inside) => expect(isInside(folder, file, path.posix)).toBe(inside));

  it.each([
    ['D:\\porchlight', 'D:\\porchlight\\school.pem', true],
    ['D:\\porchlight', 'd:\\Porchlight\\..key.pem', true],
    ['D:\\porchlight', 'D:\\school.pem', false],
    ['D:\\porchlight', 'C:\\keys\\school.pem', false],
    ['D:\\porchlight', '\\\\server\\keys\\school.pem', false],
  ])('on Windows, in %s: %s %j', (folder, file, inside) =>
    expect(isInside(folder, file, path.win32)).toBe(inside),
  );
});
