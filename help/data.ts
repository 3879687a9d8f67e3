// All help that ships, as plain data: for the background and our own pages. A content script is sent its few lines.
import { help, situations } from 'virtual:help';
import type { HelpData, Situation } from './types';

export const HELP: HelpData = help;

/** What the help page says in each situation, in the order of its list. */
export const HELP_SITUATIONS: readonly Situation[] = situations;
