import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { licencesOf, packageOf } from './shipped';

const ROOT = path.resolve(import.meta.dirname, '../..');

it('knows the package of a module', () => {
  const preact = packageOf(`${ROOT}/node_modules/preact/hooks/dist/hooks.mjs?x=1`);
  expect(preact).toMatchObject({ name: 'preact', version: expect.stringMatching(/^\d+\.\d+\.\d+$/) });
  expect(packageOf(`\0${ROOT}/node_modules/@noble/hashes/hmac.js`)?.name).toBe('@noble/hashes');
  expect(packageOf(`${ROOT}/engine/decide.ts`)).toBeNull();
  expect(packageOf('\0virtual:rules')).toBeNull();
});

it('gives the licence of each, and refuses a package that has none', () => {
  const preact = packageOf(`${ROOT}/node_modules/preact/dist/preact.mjs`);
  if (preact === null) throw new Error('preact is not installed');
  expect(licencesOf([preact], 'Words of others')).toMatch(
    /preact \d+\.\d+\.\d+\n\n[\s\S]*MIT[\s\S]*\nWords of others$/,
  );
  const folder = mkdtempSync(path.join(os.tmpdir(), 'porchlight-package-'));
  const manifest = path.join(folder, 'package.json');
  writeFileSync(manifest, '{"license":"ISC"}');
  expect(licencesOf([{ ...preact, folder }], '')).toContain('Licence: ISC');
  writeFileSync(manifest, '{}');
  expect(() => licencesOf([{ ...preact, folder }], '')).toThrow('preact has no licence');
  rmSync(folder, { recursive: true });
});
