// What may stand behind `npm run eval --`.
import { parseArgs } from 'node:util';
import { wholeNumber } from '../arguments';

export type EvaluationArguments = {
  readonly files: readonly string[];
  readonly misses: boolean;
  readonly quick: boolean;
  /** Another folder of rules, to compare. */
  readonly rules: string | undefined;
  readonly chains: number;
  readonly length: number;
  /** The run measures what docs/accuracy.md says it does, and was not asked to leave it alone. */
  readonly writes: boolean;
};

export const EVALUATION_HELP = `npm run eval -- [files.jsonl ...] [--quick] [--misses] [--no-write] [--rules <folder>] [--chains <n>] [--length <n>]

  files       labelled chats of your own, or folders of them, measured beside ours (tests/corpora/README.md has the form)
  --quick     no evasions, no long relationships: the figures of the sets alone, in a fraction of the time
  --misses    lists what went wrong, of the set "tune" alone
  --no-write  leaves docs/accuracy.md as it is; so does a run with files, or with any option but --misses
  --rules     reads with another folder of rules, to compare
  --chains    how many long relationships are made of each kind of talk; 40 without it
  --length    how many messages each of them holds; 4000 without it`;

/** Reads the arguments. @throws as `parseArgs`, and WrongArgument */
export function readEvaluationArguments(given: readonly string[]): EvaluationArguments {
  const { values, positionals } = parseArgs({
    args: [...given],
    allowPositionals: true,
    options: {
      misses: { type: 'boolean' },
      chains: { type: 'string' },
      length: { type: 'string' },
      'no-write': { type: 'boolean' },
      quick: { type: 'boolean' },
      rules: { type: 'string' },
    },
  });
  const { misses = false, ...others } = values;
  return {
    files: positionals,
    misses,
    quick: values.quick ?? false,
    rules: values.rules,
    chains: wholeNumber('--chains', values.chains ?? '40'),
    length: wholeNumber('--length', values.length ?? '4000'),
    writes: positionals.length === 0 && Object.keys(others).length === 0,
  };
}
