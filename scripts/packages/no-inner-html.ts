// Vite plugin: takes out of preact what we never use, writing HTML by `innerHTML`. Then nothing in the packages can, and
// Mozilla's linter finds nothing to warn of. A preact in which the place is not found fails the build.
import type { Plugin } from 'vite';

const PREACT = /\/preact\/dist\/preact\.mjs$/;
/** What `dangerouslySetInnerHTML` does, as preact's build has it: `||(t.innerHTML=h.__html)`. */
const WRITES = /\|\|\((\w+)\.innerHTML=\w+\.__html\)/g;

/** The code without it. Throws where it stands there not exactly once. */
export function withoutInnerHtml(code: string): string {
  const found = code.match(WRITES)?.length ?? 0;
  if (found !== 1) throw new Error(`preact writes innerHTML in ${found} places that we know, not in one.`);
  const rest = code.replace(WRITES, '');
  if (/\.innerHTML\s*=[^=]/.test(rest)) throw new Error('preact writes innerHTML in another place.');
  return rest;
}

export function noInnerHtml(): Plugin {
  return {
    name: 'porchlight-no-inner-html',
    apply: 'build',
    transform(code, id) {
      return PREACT.test(id) ? { code: withoutInnerHtml(code), map: null } : null;
    },
  };
}
