// `npm run school`: a school's own settings are checked before anything is made, and what is made has them in every form.
import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readSample, SAMPLE } from '../../scripts/admin/docs';
import { problemsOf, readOwnSettings } from '../../scripts/admin/own-settings';
import { makeTemplates } from '../../scripts/admin/templates';
import { extensionId, newKey } from '../../scripts/packages/crx';
import {
  FIREFOX_ID,
  firefoxNote,
  makeSchoolFolder,
  PLACEHOLDERS,
} from '../../scripts/packages/school-folder';
import { writeZip } from '../../scripts/packages/zips';
import { readRegistryFile } from './readers';

const ROOT = path.resolve(import.meta.dirname, '../..');
const ADDRESS = 'https://files.hill.example/help/';

const PACKAGE = writeZip({
  'manifest.json': Buffer.from(
    JSON.stringify({ version: '1.2.3', browser_specific_settings: { gecko: { id: FIREFOX_ID } } }),
  ),
});

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'porchlight-school-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function written(text: string): string {
  const file = path.join(folder, 'settings.json');
  writeFileSync(file, text);
  return file;
}

const runSchool = (given: readonly string[]) =>
  spawnSync(process.execPath, ['--import', 'tsx', 'scripts/school.ts', ...given], {
    cwd: ROOT,
    encoding: 'utf8',
  });

describe('own settings', () => {
  it.each<[unknown, string[]]>([
    [{ organisation: 'Hill School' }, []],
    [{ sitesOff: ['facebook'], locks: { sitesOff: true } }, []],
    [{}, ['The file holds no settings.']],
    [[], ['The file holds no settings.']],
    [{ hide: true }, ['hide: not known here']],
    [{ sensitivity: 'loud' }, ['sensitivity: does not fit']],
    [{ defaultCountry: 'UK' }, ['defaultCountry: UK: Porchlight has no help lines of this country']],
    [{ defaultCountry: 'GB' }, []],
    [{ sitesOff: ['discord', 3] }, ['sitesOff: number: not a site that Porchlight reads']],
    [{ sitesOff: ['myspace'] }, ['sitesOff: myspace: not a site that Porchlight reads']],
    // Chrome would drop it for its kind, though Porchlight itself reads 1 as yes.
    [{ sitesOff: [], locks: { sitesOff: 1 } }, [expect.stringMatching(/^locks\.sitesOff: .*boolean/)]],
    [
      { locks: { help: true, retentionDays: true }, organisation: 5 },
      [
        ...['organisation: does not fit', "locks.help: can't be fixed for others"],
        'locks.retentionDays: nothing is set that could be fixed',
      ],
    ],
  ])('%j: %j', async (settings, problems) => {
    expect(await problemsOf(settings, ROOT)).toEqual(problems);
  });

  it('that are no JSON, or do not fit, make nothing, and say all that is wrong at once', async () => {
    await expect(readOwnSettings(written('{'), ROOT)).rejects.toThrow('is not JSON');
    const comma = written('{\n  "organisation": "Hill School",\n}');
    await expect(readOwnSettings(comma, ROOT)).rejects.toThrow(/is not JSON: .*\bline 3\b/);
    const bad = written('{ "retentionDays": 400, "report": "https://school.example" }');
    await expect(readOwnSettings(bad, ROOT)).rejects.toThrow(
      `${bad} does not fit:\n  report: not known here. Known here: organisation, schoolContact,`,
    );
    await expect(readOwnSettings(bad, ROOT)).rejects.toThrow('\n  retentionDays: does not fit');
  });

  it('that still hold what the sample invents make nothing: a student would call that number', async () => {
    const { schoolContact, ...rest } = readSample(ROOT) as { schoolContact: object };
    const hint = "still the sample's. Give your own, or leave it out";
    await expect(readOwnSettings(written(JSON.stringify({ ...rest, schoolContact })), ROOT)).rejects.toThrow(
      ['organisation', 'schoolContact.phone', 'schoolContact.email']
        .map((key) => `${key}: ${hint}`)
        .join('\n  '),
    );
    const named = {
      ...rest,
      organisation: 'Hill School',
      schoolContact: { ...schoolContact, email: 'a@hill.example' },
    };
    await expect(readOwnSettings(written(JSON.stringify(named)), ROOT)).rejects.toThrow(
      `does not fit:\n  schoolContact.phone: ${hint}`,
    );
    const own = { ...rest, organisation: 'Hill School' };
    expect(await readOwnSettings(written(JSON.stringify(own)), ROOT)).toEqual(own);
  });

  it('that do not fit are told with what would', async () => {
    const bad = written('{ "retentionDays": 400, "schoolContact": { "name": "Room 12" } }');
    const said = await readOwnSettings(bad, ROOT).catch(({ message }: Error) => message);
    expect(said).toContain('retentionDays: does not fit. From 1 to 90 days');
    expect(said).toMatch(
      /schoolContact: does not fit\. .* Needs a name, and a phone number or an e-mail address\./,
    );
  });

  it('that are misspelt are told with the keys that are known there', async () => {
    const bad = written(
      '{ "organization": "Hill", "schoolContact": { "name": "A", "phone": "012", "emial": "x" }, "locks": { "help": true } }',
    );
    const said = await readOwnSettings(bad, ROOT).catch(({ message }: Error) => message);
    for (const line of [
      'organization: not known here. Known here: organisation, schoolContact, defaultLanguage, ',
      'schoolContact.emial: not known here. Known here: name, phone, email, hours',
      "locks.help: can't be fixed for others. Known here: sitesOff, sensitivity, retentionDays",
    ])
      expect(said).toContain(`\n  ${line}`);
  });

  it('that stand in the sample itself are refused for that, and not for being the sample’s', async () => {
    await expect(readOwnSettings(path.join(ROOT, SAMPLE), ROOT)).rejects.toThrow('is the sample itself');
  });

  it('that were put together from two files are told which keys stand twice: the last would win without a word', async () => {
    const contact = '{ "name": "Room 12", "phone": "012 345", "name": "Room 14" }';
    const twice = written(
      `{\n\t"organisation": "Hill School",\n\t"schoolContact": ${contact},\n\t"organisation": "Hill College"\n}`,
    );
    await expect(readOwnSettings(twice, ROOT)).rejects.toThrow(
      [
        `${twice} does not fit:`,
        'name: stands twice, in line 3 once more. Keep one of them',
        'organisation: stands twice, in line 4 once more. Keep one of them',
      ].join('\n  '),
    );
  });

  it('may begin with the mark that Windows editors write; those in UTF-16 are named as what they are', async () => {
    const settings = { organisation: 'Hill School' };
    const text = `\ufeff${JSON.stringify(settings)}`;
    expect(await readOwnSettings(written(text), ROOT)).toEqual(settings);
    writeFileSync(path.join(folder, 'wide.json'), Buffer.from(text, 'utf16le'));
    await expect(readOwnSettings(path.join(folder, 'wide.json'), ROOT)).rejects.toThrow('is not UTF-8');
  });

  it.each([
    ['--settings', 'nothing.json', '--settings: there is no file '],
    ['--settings', '', ' is a folder, and must be a file.'],
    ['--key', 'nowhere/key.pem', '--key: there is no folder '],
    ['--key', 'settings.json', 'exists: a new key would be a new extension'],
    ['--signed', 'nothing.xpi', '--signed: there is no file '],
  ])('%s "%s" that can not be taken is told in plain words', (option, name, said) => {
    const own = written('{ "organisation": "Hill School" }');
    const given = { '--key': path.join(folder, 'key.pem'), '--settings': own, '--address': ADDRESS };
    const options = Object.entries({ ...given, [option]: path.join(folder, name) });
    const { status, stderr } = runSchool(['--new-key', ...options.flat()]);
    expect(stderr).toContain(said);
    expect(stderr).not.toMatch(/ENOENT|EISDIR| {4}at /);
    expect(status).toBe(1);
  });

  it('and a file that is no key', () => {
    const own = written('{ "organisation": "Hill School" }');
    const { stderr } = runSchool(['--key', own, '--settings', own, '--address', ADDRESS]);
    expect(stderr).toContain(`--key: ${own} holds no private key.`);
  });

  it('and a key in the folder that is packed, whatever its name', () => {
    const own = written('{ "organisation": "Hill School" }');
    const { stderr } = runSchool(['--key', '..key.pem', '--settings', own, '--address', ADDRESS]);
    expect(stderr).toContain('Keep the key outside');
  });

  it('make no key where something else is missing or wrong: the same line, run again, would meet it', () => {
    const [key, own] = [path.join(folder, 'key.pem'), written('{ "organisation": "Hill School" }')];
    const given = ['--new-key', '--key', key, '--settings', own, '--address', ADDRESS, '--signed', own];
    const { status, stderr } = runSchool(given);
    expect(stderr).toMatch(/the file is no package|run `npm run zip` first/);
    expect(status).toBe(1);
    expect(existsSync(key)).toBe(false);
  });

  it('have to be given', () => {
    const key = path.join(folder, 'key.pem');
    const { status, stderr } = runSchool(['--new-key', '--key', key, '--address', ADDRESS]);
    expect(stderr).toContain('--settings <your copy of docs/admin/templates/settings.json');
    expect(status).toBe(1);
    expect(existsSync(key)).toBe(false);
  });
});

it.each([
  ['https://files.hill.example/my files/', '--address: write it without spaces'],
  ['https://files.hill.example/help', '--address must be an https address that ends with a slash'],
  ['\\\\server\\share\\', '--address must be an https address that ends with a slash'],
])('the address %s is refused for what is wrong with it', (address, said) => {
  const own = written(JSON.stringify({ organisation: 'Hill School' }));
  const { status, stderr } = runSchool(['--key', own, '--settings', own, '--address', address]);
  expect(status).toBe(1);
  expect(stderr).toContain(said);
});

it('the folder has the id and the address in every policy, and the key in none', async () => {
  mkdirSync(path.join(folder, '.output'));
  writeFileSync(path.join(folder, 'package.json'), '{ "version": "1.2.3" }');
  for (const browser of ['chrome', 'firefox'])
    writeFileSync(path.join(folder, `.output/porchlight-1.2.3-${browser}.zip`), PACKAGE);
  const own = await readOwnSettings(written('{ "organisation": "វិទ្យាល័យ", "retentionDays": 7 }'), ROOT);
  const key = newKey();
  const out = path.join(folder, 'school');
  const templates = makeTemplates(own, ['organisation', 'retentionDays', 'locks']);
  const { id, xpi } = makeSchoolFolder({ root: folder, folder: out, key, address: ADDRESS, templates });

  expect(id).toBe(extensionId(key));
  expect(firefoxNote(xpi, false)).toMatch(/ porchlight-1\.2\.3-unsigned\.xpi, .*--signed/);
  expect(firefoxNote('porchlight-1.2.3.xpi', true)).toBe(
    'Firefox gets porchlight-1.2.3.xpi, as Mozilla signed it.',
  );
  const files = readdirSync(out, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  expect(files).toHaveLength(4 + templates.size);
  for (const { parentPath, name } of files) {
    const bytes = readFileSync(path.join(parentPath, name));
    for (const never of [PLACEHOLDERS.id, PLACEHOLDERS.address, 'PRIVATE KEY'])
      expect(bytes.includes(never), `${name}: ${never}`).toBe(false);
  }
  const text = (file: string) => readFileSync(path.join(out, file), 'utf8');
  expect(text('updates.xml')).toContain(`appid="${id}"`);
  expect(text('updates.xml')).toContain(`${ADDRESS}porchlight-1.2.3.crx`);
  expect(text('templates/firefox/policies.json')).toContain(`${ADDRESS}porchlight-1.2.3-unsigned.xpi`);
  const policy = `HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\Google\\Chrome\\3rdparty\\extensions\\${id}\\policy`;
  expect(readRegistryFile(text('templates/windows/chrome.reg')).get(policy)).toEqual(
    new Map<string, unknown>([
      ['organisation', 'វិទ្យាល័យ'],
      ['retentionDays', 7],
      ['locks', null], // what was set before does not stay behind
    ]),
  );
});
