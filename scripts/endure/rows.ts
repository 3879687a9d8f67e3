// The rows of `npm run endure`'s table, and the test behind each. A row whose test did not run counts as a failure.

export type Row = { readonly id: string; readonly says: string; readonly test: string };

/** In the order of the table. `says` names the promise; the figures come from the test. */
export const ROWS = [
  {
    id: 'year',
    says: 'A simulated year: 400 contacts, workers that die; every level and all memory as in an undisturbed year',
    test: 'tests/endure/year.test.ts',
  },
  {
    id: 'page-soak',
    says: '100,000 messages in one real page: all read, memory flat over the last half, at most 15 MB above the page',
    test: 'tests/e2e/soak.spec.ts',
  },
  {
    id: 'storage-faults',
    says: 'Each storage call of the story fails once, before or after it took effect, or the worker dies there',
    test: 'tests/endure/storage-faults.test.ts',
  },
  {
    id: 'quota',
    says: 'Storage full or gone for a while: warned all the same, said in the popup, written later',
    test: 'tests/endure/quota.test.ts',
  },
  {
    id: 'bad-data',
    says: 'Corrupt, foreign and future data under every key: set aside, nothing else touched',
    test: 'tests/endure/bad-data.test.ts',
  },
  {
    id: 'upheaval',
    says: 'An update mid-conversation, stale scripts, two tabs, clock set back or forward, policy changed mid-warning',
    test: 'tests/endure/upheaval.test.ts',
  },
  {
    id: 'hostile-page',
    says: 'A page that removes, covers and restyles us, floods changes, overwrites its DOM, sends 10 MB',
    test: 'tests/e2e/hostile-page.spec.ts',
  },
  {
    id: 'outsiders',
    says: 'Pages and another extension that knock: no answer, no file, no trace',
    test: 'tests/e2e/security.spec.ts',
  },
  {
    id: 'fuzz-normalise',
    says: 'Fuzz: cutting texts into words',
    test: 'tests/endure/fuzz-normalise.test.ts',
  },
  {
    id: 'fuzz-engine',
    says: 'Fuzz: detector and conversations',
    test: 'tests/endure/fuzz-engine.test.ts',
  },
  {
    id: 'fuzz-adapters',
    says: 'Fuzz: every adapter on random and mangled pages',
    test: 'tests/endure/fuzz-adapters.test.ts',
  },
  {
    id: 'fuzz-settings',
    says: 'Fuzz: settings files, prototypes included',
    test: 'tests/endure/fuzz-settings.test.ts',
  },
  {
    id: 'fuzz-messages',
    says: 'Fuzz: messages to the background, from pages, tabs and strangers',
    test: 'tests/endure/fuzz-messages.test.ts',
  },
] as const satisfies readonly Row[];

/** What an hour of fuzz runs of them. */
export const HOUR_ROWS: readonly Row[] = ROWS.filter(({ test }) => /fuzz|bad-data/.test(test));

export type RowId = (typeof ROWS)[number]['id'];
