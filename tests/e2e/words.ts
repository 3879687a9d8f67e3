// The sentences of the extension as its catalogues have them, so that a test names what a person reads by its key.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { TourLanguage } from '../../tour/story';

type Catalogue = { readonly [key: string]: string | Catalogue };

/** The sentence of a key in a language. Throws where there is none. */
export function words(language: TourLanguage, key: string): string {
  const file = path.resolve(import.meta.dirname, `../../locales/${language}.json`);
  let found: string | Catalogue | undefined = JSON.parse(readFileSync(file, 'utf8')) as Catalogue;
  for (const part of key.split('.')) found = typeof found === 'object' ? found[part] : undefined;
  if (typeof found !== 'string') throw new Error(`locales/${language}.json has no sentence "${key}"`);
  return found;
}
