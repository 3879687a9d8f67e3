// Which languages there are, for scripts that run without Vite (utils/i18n.ts asks Vite).
import { readdirSync } from 'node:fs';
import path from 'node:path';
import type { Language } from '../utils/settings';

/** Languages that have a file in locales/, in alphabetical order. */
export const LANGUAGES: readonly Language[] = readdirSync(path.join(import.meta.dirname, '../locales'))
  .filter((name) => name.endsWith('.json'))
  .map((name) => name.replace('.json', '') as Language)
  .sort();
