// All help that ships, as plain data: for the background and our own pages. A content script is sent its few lines.
import { help } from 'virtual:help';
import type { HelpData } from './types';

export const HELP: HelpData = help;
