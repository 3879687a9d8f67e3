// Vite plugin: minifies once more what goes into every page, where each byte is read and held again and again. The bundler's
// own minifier leaves a thirtieth of it that terser finds, and terser alone leaves more than both together.
import { minify } from 'terser';
import type { Plugin } from 'vite';

/** The same code, shorter. @param isModule false for a script, whose outermost names others may use */
export async function minifiedAgain(code: string, isModule: boolean): Promise<string> {
  const { code: shorter } = await minify(code, {
    ecma: 2020,
    module: isModule,
    compress: { passes: 2 },
    format: { comments: false },
  });
  if (shorter === undefined) throw new Error('terser gave no code.');
  return shorter;
}

/** @param takes whether a file is minified again, by its name in the package */
export function minifyAgain(takes: (file: string) => boolean): Plugin {
  return {
    name: 'porchlight-minify-again',
    apply: (_, { mode }) => mode === 'production',
    async generateBundle({ format }, bundle) {
      for (const chunk of Object.values(bundle))
        if (chunk.type === 'chunk' && takes(chunk.fileName))
          chunk.code = await minifiedAgain(chunk.code, format === 'es');
    },
  };
}
