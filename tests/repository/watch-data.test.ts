// `npm run dev`: whoever works on rules and help sees what they changed.
import { EventEmitter } from 'node:events';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import watchData from '../../modules/watch-data';

const ROOT = path.resolve(__dirname, '../..');

/** What WXT hears once `file` was written. */
async function heardOf(file: string): Promise<string[]> {
  const watcher = new EventEmitter();
  const heard: string[] = [];
  watcher.on('all', (_event, changed) => heard.push(path.relative(ROOT, changed)));
  const hook = (_name: string, started: (wxt: unknown, server: unknown) => void) => started({}, { watcher });
  await watchData.setup?.({ config: { root: ROOT }, hook } as never, undefined);
  watcher.emit('all', 'change', path.join(ROOT, file));
  return heard.filter((changed) => changed !== file);
}

it.each([
  ['rules/languages/en/threat.yaml', 'virtual:rules'],
  ['rules/classifier.tsv', 'virtual:rules'],
  ['help/hotlines/kh.yaml', 'virtual:help'],
])('a change in %s is one of the file that imports %s', async (file, data) => {
  const [taker = '', ...others] = await heardOf(file);
  expect(readFileSync(path.join(ROOT, taker), 'utf8')).toContain(`from '${data}'`);
  expect(others).toEqual([]);
});

it('no other file stands for one', async () => {
  expect(await heardOf('rules/README.md')).toEqual([]);
  expect(await heardOf('utils/week.ts')).toEqual([]);
});
