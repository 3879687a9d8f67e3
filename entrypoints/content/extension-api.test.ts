// @vitest-environment happy-dom
// The way to the background, whatever the page names its elements.
import { afterEach, expect, it } from 'vitest';
import { runtime } from './extension-api';

const ours = { runtime: { id: 'ours', sendMessage: async () => null } };
const world = globalThis as { browser?: unknown; chrome?: unknown };
const worldsPrototype = Object.getPrototypeOf(globalThis) as { browser?: unknown };

afterEach(() => {
  delete world.browser;
  delete world.chrome;
  delete worldsPrototype.browser;
});

it('is `browser` where the browser has it', () => {
  world.browser = ours;
  expect(runtime()?.id).toBe('ours');
});

it('is `chrome` where an element of the page is called "browser"', () => {
  world.chrome = ours;
  worldsPrototype.browser = document.createElement('div'); // named elements stand behind a window's own properties
  expect(runtime()?.id).toBe('ours');
});

it('is none once we were updated', () => {
  world.chrome = {};
  expect(runtime()).toBeUndefined();
});
