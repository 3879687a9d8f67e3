// For tests: every page of tests/fixtures, with what must be read from it. New folders are found by themselves.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { ContactFact, RowReading } from '../../page/adapter';

export type Expected = {
  readonly adapter: string;
  readonly url: string;
  /** The time of the test, local. */
  readonly now: string;
  readonly conversation?: Record<string, unknown> | null;
  readonly messages?: readonly (Partial<Omit<RowReading, 'at'>> & {
    at?: { local: string } | number | null;
  })[];
  readonly facts?: readonly ContactFact[];
  readonly requests?: readonly unknown[];
  /** Peers of all conversations that stand side by side. */
  readonly panes?: readonly string[];
  /** What all of it adds up to, where the page was made to show that. */
  readonly level?: 'calm' | 'caution';
};

export type FixturePage = { readonly title: string; readonly html: string; readonly expected: Expected };

const ROOT = join(import.meta.dirname, '../fixtures');

/** All fixture pages, `title` as 'telegram-k/group'. */
export function fixturePages(): readonly FixturePage[] {
  return readdirSync(ROOT)
    .filter((folder) => statSync(join(ROOT, folder)).isDirectory())
    .flatMap((folder) => readdirSync(join(ROOT, folder)).map((file) => join(ROOT, folder, file)))
    .filter((file) => file.endsWith('.html'))
    .map((file) => ({
      title: file.slice(ROOT.length + 1, -'.html'.length),
      html: readFileSync(file, 'utf8'),
      expected: JSON.parse(readFileSync(file.replace(/html$/, 'expected.json'), 'utf8')) as Expected,
    }));
}

/** Pages on which a conversation with messages is read. */
export function chatPages(): readonly FixturePage[] {
  return fixturePages().filter(({ expected }) => (expected.messages?.length ?? 0) > 0);
}
