// What the schema complains of, in words for somebody who does not program.
import type { z } from 'zod';
import type { Path } from './read-yaml';

type Issue = z.core.$ZodIssue;

/** Where something stands, and what to do about it. */
type Complaint = { readonly path: Path; readonly message: string };

/** One complaint; its message names what it is about. `value` is all that stands in the file. */
export function inPlainWords(issue: Issue, value: unknown): Complaint {
  const { path, message } = plainFault(issue, value);
  return { path, message: issue.code === 'unrecognized_keys' ? message : `${nameOf(path)}${message}` };
}

/** The same, for whoever names the place in another way. */
export function plainFault(issue: Issue, value: unknown): Complaint {
  const path = issue.path as Path;
  if (issue.code === 'unrecognized_keys')
    return {
      path: [...path, issue.keys[0] ?? ''],
      message: `not known here: ${issue.keys.join(', ')}. Is it spelled right?`,
    };
  return { path, message: faultOf(issue, at(value, path)) };
}

/** 'ignores, entry 2: ' of ['signals', 'secrecy.dont-tell', 'ignores', 1]; the signal is named elsewhere. */
function nameOf(path: Path): string {
  const own = path[0] === 'signals' ? path.slice(2) : path;
  const names = own.map((step) => (typeof step === 'number' ? `entry ${step + 1}` : step));
  return names.length === 0 ? '' : `${names.join(', ')}: `;
}

function faultOf(issue: Issue, found: unknown): string {
  if (found === undefined) return 'is missing';
  if (found === null) return 'has nothing in it. Fill it in, or take it out';
  if (issue.code === 'invalid_type') return wrongKind(issue.expected, found);
  if (issue.code === 'invalid_value') return `must be one of ${issue.values.map(String).join(', ')}`;
  if (issue.code === 'too_small')
    return issue.origin === 'array' ? `must have at least ${issue.minimum}` : 'is too short or too small';
  if (issue.code === 'too_big') return `must be at most ${issue.maximum}`;
  if (issue.code === 'invalid_key')
    return `this name ${issue.issues[0]?.message ?? 'is not written as the others are'}`;
  return issue.message;
}

const KINDS: Readonly<Record<string, string>> = {
  array: 'must be a list: [in, brackets], or lines that begin with a dash',
  object: 'must be a group of lines, each with a name and a colon',
  record: 'must be a group of lines, each with a name and a colon',
  number: 'must be a number',
  boolean: 'must be true or false',
};

function wrongKind(expected: string, found: unknown): string {
  if (expected !== 'string') return KINDS[expected] ?? `must be of the kind ${expected}`;
  return typeof found === 'object'
    ? 'must be a text. One that holds a colon, or begins with a bracket, needs double quotes around it'
    : 'must be a text. A number, or true and false, needs double quotes around it';
}

function at(value: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (inner, step) => (inner as Record<string, unknown> | null | undefined)?.[step],
    value,
  );
}
