// What may stand behind `npm run bench --`.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';

export type BenchArguments = {
  readonly engine: boolean;
  readonly pages: boolean;
  /** Ids of sites, e.g. 'discord'; empty for all. */
  readonly sites: readonly string[];
  readonly rounds: number;
};

export const BENCH_HELP = `npm run bench -- [--engine] [--pages [site ...]] [--rounds <n>]

  --engine  only how fast the engine is, beside other text filters
  --pages   only what the extension costs in a page: of every site, or of those named (discord x)
  --rounds  how often each page is measured; 3 without it`;

/** Reads the arguments; null where help is asked for. Throws one sentence where one is not known. */
export function readBenchArguments(given: readonly string[]): BenchArguments | null {
  const { values, positionals } = parseArgs({
    args: [...given],
    allowPositionals: true,
    options: {
      engine: { type: 'boolean', default: false },
      pages: { type: 'boolean', default: false },
      rounds: { type: 'string', default: '3' },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) return null;
  const rounds = Number(values.rounds);
  if (!Number.isInteger(rounds) || rounds < 1) throw new Error('--rounds takes a whole number from 1 on.');
  const unknown = positionals.find((site) => !isSite(site));
  if (unknown !== undefined)
    throw new Error(`There is no site "${unknown}": a site is named as its file in platforms/ (discord).`);
  const all = !values.engine && !values.pages;
  return { engine: values.engine || all, pages: values.pages || all, sites: positionals, rounds };
}

function isSite(id: string): boolean {
  return (
    /^[a-z0-9-]+$/.test(id) &&
    id !== 'index' &&
    existsSync(path.join(import.meta.dirname, `../platforms/${id}.ts`))
  );
}
