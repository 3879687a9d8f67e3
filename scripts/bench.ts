// `npm run bench`: how fast the engine is, side by side with other text filters, and what the extension costs in a page of
// each site. `-- --engine` or `-- --pages` runs one half; `-- --pages discord x --rounds 1` some sites, once each.
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { BENCH_HELP, type BenchArguments, readBenchArguments } from './bench-arguments';
import { commandOf } from './install.mjs';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

async function run({ engine, pages, sites, rounds }: BenchArguments): Promise<void> {
  if (engine) await import('./engine-bench');
  if (!pages) return;
  // What is measured is what ships.
  execFileSync(process.execPath, [commandOf('wxt'), 'build'], {
    cwd: ROOT,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const { benchPages } = await import('./page-bench');
  await benchPages(sites, rounds);
}

function read(): BenchArguments | null {
  try {
    return readBenchArguments(process.argv.slice(2));
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : error}\n\n${BENCH_HELP}\n`);
    process.exit(2);
  }
}

const wanted = read();
if (wanted === null) process.stdout.write(`${BENCH_HELP}\n`);
else await run(wanted);
