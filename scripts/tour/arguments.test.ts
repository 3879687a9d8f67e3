import { expect, test } from 'vitest';
import { hasDisplay, readArguments } from './arguments';

test('without a display both languages are played, headless and fast', () => {
  expect(readArguments([], false)).toEqual({
    languages: ['en', 'km'],
    headless: true,
    fast: true,
    step: false,
  });
});

test('with a display one language is played at reading speed', () => {
  const read = readArguments(['--lang', 'km'], true);
  expect(read).toEqual({ languages: ['km'], headless: false, fast: false, step: false });
});

test('a language that the tour is not told in is named', () => {
  expect(() => readArguments(['--lang', 'xx'], true)).toThrow('--lang xx');
});

test('an argument that is not known is named', () => {
  expect(() => readArguments(['--fats'], true)).toThrow('--fats');
});

test('help is no tour', () => {
  expect(readArguments(['--help'], true)).toBeNull();
});

test.each([
  ['linux', {}, false],
  ['linux', { DISPLAY: ':0' }, true],
  ['linux', { WAYLAND_DISPLAY: 'wayland-0' }, true],
  ['linux', { DISPLAY: ':0', CI: 'true' }, false],
  ['darwin', {}, true],
  ['darwin', { SSH_CONNECTION: '10.0.0.1 1 10.0.0.2 22' }, false],
  ['win32', {}, true],
] as const)('on %s with %o a window can be shown: %s', (platform, env, shown) => {
  expect(hasDisplay(platform, env as NodeJS.ProcessEnv)).toBe(shown);
});
