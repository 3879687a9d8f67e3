// The practice pages by the id of the adapter that reads them.
import { messenger } from './messenger';
import type { ChatSite } from './site';
import { telegramA } from './telegram-a';
import { telegramK } from './telegram-k';

export const CHAT_SITES: Readonly<Record<'telegram-k' | 'telegram-a' | 'messenger', ChatSite>> = {
  'telegram-k': telegramK,
  'telegram-a': telegramA,
  messenger,
};
