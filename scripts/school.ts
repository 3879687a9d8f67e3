// `npm run school -- --key ../porchlight-school.pem --address https://files.school.example/porchlight/ --settings ../our.json`:
// what a school puts on its own server, and its policies ready to use (docs/admin/README.md). Nothing is uploaded. `-- --help`
// names the options.
import { createPrivateKey } from 'node:crypto';
import { existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { readSchema } from './admin/docs';
import { readOwnSettings } from './admin/own-settings';
import { readGiven } from './admin/read-given';
import { makeTemplates } from './admin/templates';
import { helpIfAsked } from './arguments';
import { newKey } from './packages/crx';
import { checkedAddress, isInside } from './packages/school-arguments';
import { firefoxNote, makeSchoolFolder, readPackages } from './packages/school-folder';

const ROOT = path.resolve(import.meta.dirname, '..');
const FOLDER = path.join(ROOT, '.output/school');
const HELP = `npm run school -- --key <file> --address <address> --settings <file> [--new-key] [--signed <file>]

  --key       the school's private key, outside this folder
  --new-key   makes that key first, once
  --address   where the school's server shows the package: an https address that ends with a slash
  --settings  your copy of docs/admin/templates/settings.json, with what is your own in it
  --signed    the Firefox package that Mozilla signed

docs/admin/README.md says what to do with what it makes.`;

async function run(): Promise<void> {
  helpIfAsked(HELP);
  const { values } = parseArgs({
    options: {
      key: { type: 'string' },
      'new-key': { type: 'boolean', default: false },
      address: { type: 'string' },
      settings: { type: 'string' },
      signed: { type: 'string' },
    },
  });
  if (values.key === undefined || values.address === undefined || values.settings === undefined)
    throw new Error(
      [
        'Give --key <file outside this folder>, --address <https address that ends with a slash>,',
        'and --settings <your copy of docs/admin/templates/settings.json, with what is your own in it>.',
      ].join('\n'),
    );
  const address = checkedAddress(values.address);
  const own = await readOwnSettings(values.settings, ROOT);
  const signed = values.signed === undefined ? undefined : readGiven('--signed', values.signed);
  const keyFile = path.resolve(values.key);
  const oldKey = keyIn(keyFile, values['new-key']);
  readPackages(ROOT, signed); // before a key is made: the same line, run again, must not meet its own key
  const key = oldKey ?? makeKey(keyFile);
  const templates = makeTemplates(own, Object.keys(readSchema(ROOT).properties ?? {}));
  const { id, xpi } = makeSchoolFolder({ root: ROOT, folder: FOLDER, key, address, signed, templates });
  console.log(
    [
      `Extension id (Chrome, Edge): ${id}`,
      firefoxNote(xpi, signed !== undefined),
      `Policies, filled in: ${path.join(FOLDER, 'templates')}`,
      `Put the other files of ${FOLDER} where ${address} leads.`,
    ].join('\n'),
  );
}

/** The key that is there; null where a new one may be made. Throws where neither is so. */
function keyIn(file: string, isNew: boolean): string | null {
  if (isInside(ROOT, file))
    throw new Error(`Keep the key outside ${ROOT}, so that no package ever takes it along.`);
  if (!isNew) return readKey(file);
  if (existsSync(file))
    throw new Error(`${file} exists: a new key would be a new extension. Leave out --new-key.`);
  if (!existsSync(path.dirname(file)))
    throw new Error(`--key: there is no folder ${path.dirname(file)}. Make it first.`);
  return null;
}

function readKey(file: string): string {
  if (!existsSync(file)) throw new Error(`${file} is missing. With --new-key it is made, once.`);
  const key = readGiven('--key', file).toString('utf8');
  if (!isPrivateKey(key))
    throw new Error(`--key: ${file} holds no private key. Give the one that --new-key made.`);
  return key;
}

function makeKey(file: string): string {
  const key = newKey();
  writeFileSync(file, key, { mode: 0o600, flag: 'wx' });
  return key;
}

function isPrivateKey(text: string): boolean {
  try {
    return createPrivateKey(text).asymmetricKeyType === 'rsa';
  } catch {
    return false;
  }
}

run().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
