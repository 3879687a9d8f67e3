import { expect, test } from 'vitest';
import { placesToLook } from './find-browser';

test('on Linux the path is searched, and a snap comes last', () => {
  const places = placesToLook('linux', { PATH: '/snap/bin:/home/me/bin' } as unknown as NodeJS.ProcessEnv);
  expect(places[0]).toBe('/home/me/bin/chromium');
  expect(places).toContain('/usr/bin/google-chrome');
  expect(places.at(-1)).toMatch(/^\/snap\/bin\//);
});

test('on macOS both folders of applications are searched', () => {
  const places = placesToLook('darwin', { HOME: '/Users/me' } as unknown as NodeJS.ProcessEnv);
  expect(places).toContain('/Applications/Google Chrome.app/Contents/MacOS/Google Chrome');
  expect(places).toContain('/Users/me/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge');
});

test('on Windows Edge is found, which every machine has', () => {
  const places = placesToLook('win32', {
    'PROGRAMFILES(X86)': 'C:\\Program Files (x86)',
  } as unknown as NodeJS.ProcessEnv);
  expect(places).toContain('C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe');
});
