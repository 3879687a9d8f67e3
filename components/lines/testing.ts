// What tests of lines and routes start from. Not shipped.
import { join } from 'node:path';
import { loadHelp, readHelpFiles } from '../../help/load';
import type { HelpData } from '../../help/types';

const shipped = loadHelp(readHelpFiles(join(import.meta.dirname, '../../help')));

/** The shipped help. Throws where a file is wrong. */
export function shippedHelp(): HelpData {
  if (shipped.data === null) throw new Error(shipped.problems.join('\n'));
  return shipped.data;
}
