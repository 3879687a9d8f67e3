// The proof that nothing is sent: the whole story with every name mapped to a server of ours, and the browser's own record.
// The same check must catch a build that leaks, or it proves nothing. `npm run prove-private` prints it for outsiders.
import { mkdirSync } from 'node:fs';
import { PLANTED, type PlantedLeak, plantLeak } from '../../scripts/prove-private/leaking-build';
import { watchStory } from '../../scripts/prove-private/watch-story';
import { EXTENSION, expect, test } from './browser';

test.describe.configure({ retries: 0 }); // not even once

test('the whole story asks nothing of the network but the pages themselves', async () => {
  expect(await strays(EXTENSION, true)).toEqual([]);
});

test('the check catches a build whose worker leaks', async () => {
  expect(await strays(planted(PLANTED.worker), false)).toContain(PLANTED.worker.finds);
});

test('the check catches a build whose content script leaks', async () => {
  expect(await strays(planted(PLANTED.page), false)).toContain(PLANTED.page.finds);
});

test('the check catches a build that has a hotline’s page fetched ahead', async () => {
  expect(await strays(planted(PLANTED.ahead), false)).toContain(PLANTED.ahead.finds);
});

test('the policy alone stops a worker that would leak', async () => {
  expect(await strays(planted(PLANTED.stopped), false)).toEqual([]);
});

async function strays(extension: string, mustWarn: boolean): Promise<readonly string[]> {
  const folder = test.info().outputDir;
  mkdirSync(folder, { recursive: true });
  return (await watchStory({ extension, folder, mustWarn })).strays;
}

function planted(leak: PlantedLeak): string {
  return plantLeak(EXTENSION, test.info().outputPath('leaking-build'), leak);
}
