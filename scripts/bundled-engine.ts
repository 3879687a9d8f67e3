// The engine as it ships, bundled and minified: run from its sources, tsx sends each call between files through a getter.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'vite';
import { minifyAgain } from './packages/minify-again';

type Engine = typeof import('../engine/conversation') & typeof import('../engine/detector');

/** Builds it and loads it. */
export async function bundledEngine(): Promise<Engine> {
  const folder = mkdtempSync(join(tmpdir(), 'porchlight-engine-'));
  const names = ['conversation', 'detector'];
  const source = (name: string) => fileURLToPath(new URL(`../engine/${name}.ts`, import.meta.url));
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}'); // what is shared gets a name in .js
  try {
    await build({
      configFile: false,
      logLevel: 'error',
      plugins: [minifyAgain(() => true)],
      build: {
        outDir: folder,
        target: 'es2022',
        minify: true,
        lib: {
          entry: Object.fromEntries(names.map((name) => [name, source(name)])),
          formats: ['es'],
          fileName: (_, name) => `${name}.mjs`,
        },
      },
    });
    const parts = names.map((name) => import(pathToFileURL(join(folder, `${name}.mjs`)).href));
    return Object.assign({}, ...(await Promise.all(parts)));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
