// `npm run bench`: how fast the engine is, side by side with other text filters, and what the extension costs in a page of
// each site. `-- --engine` or `-- --pages` runs one half; `-- --pages discord x --rounds 1` some sites, once each.
import { execFileSync } from 'node:child_process';
import { parseArgs } from 'node:util';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    engine: { type: 'boolean', default: false },
    pages: { type: 'boolean', default: false },
    rounds: { type: 'string', default: '3' },
  },
});
const rounds = Number(values.rounds);
if (!Number.isInteger(rounds) || rounds < 1) {
  process.stderr.write('--rounds takes a whole number from 1 on.\n');
  process.exit(2);
}

if (values.engine || !values.pages) await import('./engine-bench');
if (values.pages || !values.engine) {
  // What is measured is what ships.
  execFileSync('npx', ['wxt', 'build'], { stdio: ['ignore', 'ignore', 'inherit'] });
  const { benchPages } = await import('./page-bench');
  await benchPages(positionals, rounds);
}
