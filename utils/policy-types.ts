// What a school may set by the browser's own policies, and what became of it. Shared by the background and our pages.
import type { Settings } from './settings';

/**
 * Settings that a policy may fix. Language, country, pause, help, deleting and warnings of danger are not among them, and
 * never will be: no key of the schema names them as a lock.
 */
export const LOCKABLE = ['offServices', 'sensitivity', 'retentionDays'] as const satisfies (keyof Settings)[];
export type Lockable = (typeof LOCKABLE)[number];

export function isLockable(setting: string): setting is Lockable {
  return (LOCKABLE as readonly string[]).includes(setting);
}

/** Characters of a line that an administrator writes, as it is shown. */
export const POLICY_LINE_LENGTH = 80;

/** A person or office at school: shown beside the child helpline, never before the crisis line. Null: not given. */
export type SchoolContact = {
  readonly name: string;
  readonly phone: string | null;
  readonly email: string | null;
  readonly hours: string | null;
};

export type PolicyProblem = {
  /** Where it stands in the policy, e.g. 'retentionDays' or 'locks.language'; cut, without steering characters. */
  readonly key: string;
  readonly why: 'unknown' | 'bad-value' | 'unknown-site' | 'no-lines' | 'not-lockable' | 'nothing-to-lock';
};

/** What our pages are told of the policy. */
export type PolicyReport = {
  /** False where no policy came with anything in it. */
  readonly managed: boolean;
  /** Who manages the browser, as they call themselves, or null. */
  readonly by: string | null;
  readonly contact: SchoolContact | null;
  /** Settings that can't be changed here. */
  readonly locked: readonly Lockable[];
  /** Settings that begin with a value of the school and may be changed. */
  readonly preset: readonly (Lockable | 'language' | 'country')[];
  /** Values that were left out, each of them alone. */
  readonly problems: readonly PolicyProblem[];
};
