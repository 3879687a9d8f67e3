// Short chats for the browser tests. Mild, invented, and in no corpus.
import type { ChatLine } from '../../tour/pages/site';
import { lines } from './browser';

/** Nothing to see. */
export const calmLines = (): readonly ChatLine[] =>
  lines([
    ['other', 'hey, did you finish the maths homework?'],
    ['self', 'almost, question 7 is hard'],
    ['other', 'football practice at 5 today?'],
  ]);

/** Enough for the full warning: pictures, a threat, and money. */
export const threatLines = (): readonly ChatLine[] =>
  lines([
    ['self', 'hi'],
    ['other', 'i have your pictures'],
    ['other', 'i will send them to all your friends'],
    ['other', 'pay me 100 dollars with a gift card'],
  ]);
