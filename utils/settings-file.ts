// Settings as a file that a person can carry to another browser: plain JSON with no private item in it. What comes back
// is checked field by field: a bad or unknown one is named and changes nothing, the good ones are taken.
import type { Settings, SettingsChange } from './settings';
import { settingsFields } from './settings-schemas';

/** Characters of a file; a real one has about 300. */
export const MAX_FILE_LENGTH = 20_000;

/** Problems that are named one by one; a file with more of them is no settings file. */
const PROBLEMS_NAMED = 50;

/** Characters of an unknown field's name that are shown. */
const NAME_SHOWN = 40;

const VERSION = 1;
const FIELDS = ['language', 'country', 'offServices', 'paused', 'sensitivity', 'retentionDays'] as const;
type Field = (typeof FIELDS)[number];

export type ImportProblem = {
  /** The field's name as it stood in the file, or of an unknown site the site's, cut; null where the whole file is meant. */
  readonly field: string | null;
  readonly why:
    | 'too-long'
    | 'not-settings'
    | 'newer-version'
    | 'unknown'
    | 'unknown-site'
    | 'bad-value'
    | 'locked';
};

/** What a file may name besides. */
export type KnownNames = {
  /** Those that can be switched off, e.g. 'telegram'. */
  readonly services: readonly string[];
  /** Those whose help can be shown, e.g. 'KH'. */
  readonly countries: readonly string[];
};

export type ImportReport = {
  readonly applied: readonly Field[];
  readonly problems: readonly ImportProblem[];
  /** Problems beyond those that are named. */
  readonly more: number;
};

/** The file's text. Who uses the browser, the trusted adult, the PIN and everything that was seen stay here. */
export function writeSettingsFile(settings: Settings): string {
  const fields = Object.fromEntries(FIELDS.map((field) => [field, settings[field]]));
  return `${JSON.stringify({ for: 'porchlight', version: VERSION, settings: fields }, null, 2)}\n`;
}

/**
 * The text of a file that may be anything, as a message can carry it. One character more than may be, so that the background
 * can say that it is too long; and no control characters, which no JSON has and which take six times their room in a message.
 */
export async function textOfFile(file: Blob): Promise<string> {
  const text = await file.slice(0, 4 * (MAX_FILE_LENGTH + 1)).text();
  return text.slice(0, MAX_FILE_LENGTH + 1).replace(/(?![\t\n\r])\p{Cc}/gu, '\ufffd');
}

/** Reads a file that may be anything. Never throws. */
export function readSettingsFile(
  text: string,
  known: KnownNames,
): { readonly change: SettingsChange; readonly report: ImportReport } {
  if (text.length > MAX_FILE_LENGTH) return refused('too-long');
  const file = parseRecord(text);
  if (file === null || file.get('for') !== 'porchlight') return refused('not-settings');
  const version = file.get('version');
  if (typeof version === 'number' && version > VERSION) return refused('newer-version');
  const settings = recordOf(file.get('settings'));
  if (version !== VERSION || settings === null) return refused('not-settings');
  const change: Record<string, unknown> = {};
  const problems: ImportProblem[] = [];
  for (const name of file.keys()) {
    if (!['for', 'version', 'settings'].includes(name)) problems.push(unknown(name));
  }
  for (const [name, value] of settings) {
    const field = FIELDS.find((one) => one === name);
    const result = field && settingsFields[field].safeParse(value);
    if (field === undefined) problems.push(unknown(name));
    else if (!result?.success || (field === 'country' && !hasHelp(result.data, known)))
      problems.push({ field, why: 'bad-value' });
    else change[field] = result.data;
  }
  const { taken, strange } = withoutStrangeSites(change, known);
  for (const site of strange) problems.push({ field: site, why: 'unknown-site' });
  return {
    change: taken,
    report: {
      applied: FIELDS.filter((field) => Object.hasOwn(taken, field)),
      problems: problems.slice(0, PROBLEMS_NAMED),
      more: Math.max(0, problems.length - PROBLEMS_NAMED),
    },
  };
}

/** Of nothing but strange names nobody knows which sites were meant: the list is left out, or it would switch all of them on. */
function withoutStrangeSites(change: SettingsChange, { services }: KnownNames) {
  const { offServices: named = [], ...others } = change;
  const strange = named.filter((site) => !services.includes(site));
  if (strange.length === 0) return { taken: change, strange };
  const offServices = named.filter((site) => services.includes(site));
  return { taken: offServices.length > 0 ? { ...others, offServices } : others, strange };
}

/** With a country that help knows nothing of (UK for GB), the reader would be shown no line of where they live. */
function hasHelp(country: unknown, { countries }: KnownNames): boolean {
  return country === null || countries.some((one) => one === country);
}

function refused(why: ImportProblem['why']) {
  return { change: {}, report: { applied: [], problems: [{ field: null, why }], more: 0 } };
}

/** Without control and direction characters, which could make a name look like something else. */
export function nameShown(name: string): string {
  return name.replace(/[\p{C}\p{Zl}\p{Zp}]/gu, '').slice(0, NAME_SHOWN);
}

function unknown(name: string): ImportProblem {
  return { field: nameShown(name), why: 'unknown' };
}

/** As a map: `__proto__` is a name like any other in it. */
function parseRecord(text: string): ReadonlyMap<string, unknown> | null {
  try {
    return recordOf(JSON.parse(text));
  } catch {
    return null;
  }
}

/** The fields of an object; null for anything else. */
export function recordOf(value: unknown): ReadonlyMap<string, unknown> | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
  return new Map(Object.entries(value));
}
