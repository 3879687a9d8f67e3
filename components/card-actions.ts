// What a person did on a card. The card shows what follows by itself; whoever mounts it may remember or count.
import type { HelpPlace } from '../utils/situations';

/** `card` is the id that was given with the card; `request` the id of the request. */
export type CardAction =
  | { readonly type: 'get-help' | 'what-can-i-do' | 'why'; readonly card: string } // a panel was opened
  | { readonly type: 'i-know'; readonly card: string } // snooze this contact
  | { readonly type: 'fold' | 'unfold' | 'close'; readonly card: string }
  | { readonly type: 'hide-request'; readonly request: string }
  | { readonly type: 'hide-pause' } // the sentence before a picture is sent
  | { readonly type: 'open-help'; readonly place: HelpPlace } // the help page, in a tab of its own
  | { readonly type: 'evicted' }; // the page kept removing our element: nothing is shown from now on

/** The same for a single card, whose id its owner adds. */
export type CardEvent =
  | 'open-help'
  | 'get-help'
  | 'what-can-i-do'
  | 'why'
  | 'i-know'
  | 'fold'
  | 'unfold'
  | 'close';
