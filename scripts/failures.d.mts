// Types of failures.mjs, which is plain Node since scripts/test.mjs runs before anything is installed.

/** A test that did not pass, or what failed beside the tests. */
export type Failure = { readonly file: string; readonly title: string; readonly message: string };

/** The parts of vitest's report that are read here. */
export type UnitReport = {
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly message: string;
    readonly assertionResults: readonly {
      readonly ancestorTitles: readonly string[];
      readonly title: string;
      readonly status: string;
      readonly failureMessages: readonly string[];
    }[];
  }[];
};

type PlaywrightError = {
  readonly message?: string;
  readonly value?: string;
  readonly location?: { readonly file: string };
};
type Suite = {
  readonly title: string;
  readonly file: string;
  readonly specs: readonly {
    readonly title: string;
    readonly file: string;
    readonly tests: readonly {
      readonly status: string;
      readonly results: readonly { readonly errors?: readonly PlaywrightError[] }[];
    }[];
  }[];
  readonly suites?: readonly Suite[];
};

/** The parts of Playwright's report that are read here. */
export type BrowserReport = {
  readonly config: { readonly rootDir: string };
  readonly suites: readonly Suite[];
  readonly errors: readonly PlaywrightError[];
};

export declare function unitFailures(report: UnitReport, root: string): Failure[];
export declare function browserFailures(report: BrowserReport, root: string): Failure[];
export declare function unsteadyTests(report: BrowserReport, root: string): Failure[];
export declare function failureLines(
  failures: readonly (Failure & { readonly part: string })[],
  mark?: string,
): string[];
