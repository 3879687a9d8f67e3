// Checks a school's own settings before they go out: by the schema, as Chrome and Edge will, and as Porchlight itself will.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseDocument } from 'yaml';
import { fromJSONSchema } from 'zod';
import { parsePolicy } from '../../entrypoints/background/policy-parse';
import { countryCodes } from '../../help/choose';
import { loadHelp, readHelpFiles } from '../../help/load';
import { switchesOf } from '../../utils/service-of';
import { loadAdapters } from '../tables-parts';
import { readSample, readSchema, SAMPLE, type SchemaPart } from './docs';
import { readGiven } from './read-given';
import type { Settings } from './windows';

/** What does not fit, a line each; empty where all of it does. Never throws. */
export async function problemsOf(settings: unknown, root: string): Promise<readonly string[]> {
  const { options } = JSON.parse(readFileSync(path.join(root, 'locales/en.json'), 'utf8'));
  const { data } = loadHelp(readHelpFiles(path.join(root, 'help')));
  const countries = data === null ? [] : countryCodes(data);
  const policy = parsePolicy(settings, switchesOf(await loadAdapters(root)), countries);
  if (!policy.managed) return ['The file holds no settings.'];
  const { error } = fromJSONSchema(readSchema(root) as Parameters<typeof fromJSONSchema>[0]).safeParse(
    settings,
  );
  const ofParser = policy.problems.map(
    ({ key, why }) => [key, String(options.managed.problem[why])] as const, // as the options page says it
  );
  const ofSchema = (error?.issues ?? [])
    .map(({ path: at, message }) => [at.join('.'), message] as const)
    .filter(([key]) => !ofParser.some(([known]) => known === key || isPartOf(key, known)));
  return [...ofParser, ...ofSchema].map(([key, why]) => `${key}: ${why}`);
}

/** 'sitesOff.3' and 'sitesOff: number' are one site that is none. */
const isPartOf = (key: string, known: string) =>
  key.startsWith('sitesOff.') && known.startsWith('sitesOff: ');

/** What the schema says of the problem's key, or which keys it knows there: so that nobody has to look for what would fit. */
function hintFor(problem: string, root: string): string {
  const [name = ''] = problem.split(':');
  const steps = name.split('.');
  const partAt = (path: readonly string[]) =>
    path.reduce<SchemaPart | undefined>((inner, step) => inner?.properties?.[step], readSchema(root));
  const description = partAt(steps)?.description;
  if (description !== undefined) return `. ${description}`;
  const known = Object.keys(partAt(steps.slice(0, -1))?.properties ?? {});
  return known.length === 0 ? '' : `. Known here: ${known.join(', ')}`;
}

/** What still stands as the sample has it, though a student would take it for the school's: a line each. */
function leftFromSample(settings: unknown, root: string): readonly string[] {
  const sample = inventedOf(readSample(root));
  return Object.entries(inventedOf(settings))
    .filter(([key, value]) => value !== undefined && value === sample[key])
    .map(([key]) => `${key}: still the sample's. Give your own, or leave it out`);
}

function inventedOf(settings: unknown): Readonly<Record<string, unknown>> {
  const { organisation, schoolContact } = (settings ?? {}) as {
    readonly organisation?: unknown;
    readonly schoolContact?: { readonly phone?: unknown; readonly email?: unknown } | null;
  };
  return {
    organisation,
    'schoolContact.phone': schoolContact?.phone,
    'schoolContact.email': schoolContact?.email,
  };
}

/**
 * Reads the file. Throws where it can't be read, where anything in it does not fit, or where something invented of the
 * sample was left in it, all of it named at once.
 */
export async function readOwnSettings(file: string, root: string): Promise<Settings> {
  if (path.resolve(file) === path.join(root, SAMPLE))
    throw new Error(
      `${file} is the sample itself, and an update would meet your changes: give a copy outside ${root}.`,
    );
  const text = textOf(file);
  const settings = parse(file, text);
  const unfit = (await problemsOf(settings, root)).map((problem) => problem + hintFor(problem, root));
  const problems = [...twiceIn(text), ...unfit, ...leftFromSample(settings, root)];
  if (problems.length > 0) throw new Error([`${file} does not fit:`, ...problems].join('\n  '));
  return settings as Settings;
}

function textOf(file: string): string {
  const bytes = readGiven('--settings', file);
  if (bytes[0] === 0xff || bytes[0] === 0xfe)
    throw new Error(`${file} is not UTF-8: in the editor choose "Save as", and there the encoding UTF-8.`);
  return bytes.toString('utf8').replace(/^\ufeff/, ''); // Windows editors begin a file with this mark
}

function parse(file: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const [, position] = /at position (\d+)$/.exec(message) ?? [];
    const line = position === undefined ? '' : ` (line ${lineOf(text, Number(position))})`;
    throw new Error(`${file} is not JSON: ${message}${line}`);
  }
}

const lineOf = (text: string, position: number) => text.slice(0, position).split('\n').length;

/** Keys that stand twice, as where two files were put together, a line each: JSON takes the last without a word. */
function twiceIn(json: string): readonly string[] {
  return parseDocument(json)
    .errors.filter(({ code }) => code === 'DUPLICATE_KEY')
    .map(({ pos: [start], linePos }) => {
      const [, key] = /^"([^"]*)/.exec(json.slice(start)) ?? [];
      return `${key}: stands twice, in line ${linePos?.[0].line} once more. Keep one of them`;
    });
}
