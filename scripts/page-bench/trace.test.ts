import { expect, test } from 'vitest';
import { scriptTimeOf } from './trace';

const MAIN = { pid: 1, tid: 7 };
const thread = { name: 'thread_name', ph: 'M', ts: 0, args: { name: 'CrRendererMain' }, ...MAIN };
const call = (name: string, ts: number, dur: number, url = '') => ({
  ...{ name, ph: 'X', ts, dur, tdur: dur / 2, args: { data: { url } } },
  ...MAIN,
});

test('each moment counts once, by the time of the thread, and only on the main thread', () => {
  const events = [
    thread,
    call('FunctionCall', 0, 10_000, 'chrome-extension://a/content.js'),
    call('RunMicrotasks', 2_000, 4_000), // inside the one before
    call('RunMicrotasks', 20_000, 2_000),
    call('Paint', 30_000, 9_000),
    { ...call('FunctionCall', 0, 50_000), tid: 8 },
  ];
  expect(scriptTimeOf(events)).toEqual({ sum: 6, longest: 5, longestOurs: 5 });
});

test('a call of an extension counts as ours also inside one of the page', () => {
  const events = [
    thread,
    call('FunctionCall', 0, 40_000, 'https://site.example/app.js'),
    call('FunctionCall', 10_000, 6_000, 'chrome-extension://a/content.js'),
  ];
  expect(scriptTimeOf(events)).toEqual({ sum: 20, longest: 20, longestOurs: 3 });
});

test('layout counts once, within script or behind it: asked for earlier it adds nothing', () => {
  const own = call('FunctionCall', 0, 10_000, 'chrome-extension://a/content.js');
  const within = { ...own, dur: 18_000, tdur: 9_000 };
  const behind = scriptTimeOf([thread, own, call('Layout', 10_000, 8_000)]);
  const asked = scriptTimeOf([thread, within, call('UpdateLayoutTree', 4_000, 8_000)]);
  expect([behind.sum, asked.sum]).toEqual([9, 9]);
  expect([behind.longest, asked.longest]).toEqual([5, 9]); // a person waits for it there
});

test('nothing gives nothing', () => {
  expect(scriptTimeOf([thread])).toEqual({ sum: 0, longest: 0, longestOurs: 0 });
});
