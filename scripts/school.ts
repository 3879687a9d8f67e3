// `npm run school -- --key ../porchlight-school.pem --address https://files.school.example/porchlight/`: what a school puts
// on its own server (docs/admin/README.md). With --new-key the key is made first. Nothing is uploaded.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { newKey } from './packages/crx';
import { makeSchoolFolder } from './packages/school-folder';

const ROOT = path.resolve(import.meta.dirname, '..');
const FOLDER = path.join(ROOT, '.output/school');

function run(): void {
  const { values } = parseArgs({
    options: {
      key: { type: 'string' },
      'new-key': { type: 'boolean', default: false },
      address: { type: 'string' },
    },
  });
  if (values.key === undefined || values.address === undefined)
    throw new Error(
      'Give --key <file outside this folder> and --address <https address that ends with a slash>.',
    );
  const file = path.resolve(values.key);
  if (!path.relative(ROOT, file).startsWith('..'))
    throw new Error(`Keep the key outside ${ROOT}, so that no package ever takes it along.`);
  if (values['new-key']) {
    if (existsSync(file))
      throw new Error(`${file} exists: a new key would be a new extension. Leave out --new-key.`);
    writeFileSync(file, newKey(), { mode: 0o600, flag: 'wx' });
  }
  const key = readFileSync(file, 'utf8');
  const { id } = makeSchoolFolder({ root: ROOT, folder: FOLDER, key, address: values.address });
  console.log(`Extension id (Chrome, Edge): ${id}\nUpload all of ${FOLDER} to ${values.address}`);
}

try {
  run();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
