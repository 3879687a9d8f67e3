// What may stand behind `npm run eval --`.
import { parseArgs } from 'node:util';

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

/** Reads the arguments. @throws as `parseArgs`, and RangeError with one sentence where a number can't be taken */
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

function wholeNumber(option: string, value: string): number {
  if (!/^[1-9]\d*$/.test(value)) throw new RangeError(`${option} must be a whole number above 0`);
  return Number(value);
}
