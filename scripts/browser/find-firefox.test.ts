import { expect, test } from 'vitest';
import { firefoxPlaces } from './find-firefox';

test('on Linux the path is searched, the ESR comes first and a snap last', () => {
  const places = firefoxPlaces('linux', { PATH: '/snap/bin:/home/me/bin' } as unknown as NodeJS.ProcessEnv);
  expect(places[0]).toBe('/home/me/bin/firefox-esr');
  expect(places.indexOf('/usr/bin/firefox-esr')).toBeLessThan(places.indexOf('/usr/bin/firefox'));
  expect(places.at(-1)).toMatch(/^\/snap\/bin\//);
});

test('on macOS and Windows the usual folders are searched', () => {
  const mac = firefoxPlaces('darwin', { HOME: '/Users/me' } as unknown as NodeJS.ProcessEnv);
  expect(mac).toContain('/Applications/Firefox.app/Contents/MacOS/firefox');
  expect(mac).toContain('/Users/me/Applications/Firefox.app/Contents/MacOS/firefox');
  const windows = firefoxPlaces('win32', {
    PROGRAMFILES: 'C:\\Program Files',
  } as unknown as NodeJS.ProcessEnv);
  expect(windows).toEqual(['C:\\Program Files\\Mozilla Firefox\\firefox.exe']);
});
