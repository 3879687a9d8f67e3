// Attributes of a page by what they may hold, and the values that nobody said: what of them stays in a copy of its structure
// (page/structure.ts) depends on that.
import { lazy } from '../utils/lazy';

const list = (names: string): Pick<ReadonlySet<string>, 'has'> => {
  const set = lazy(() => new Set(names.split(' ')));
  return { has: (name) => set().has(name) };
};
/** Attributes with one of a few values, none of them said by a person. */
export const FIXED = list(
  'aria-hidden aria-selected aria-current aria-expanded aria-haspopup aria-checked aria-pressed aria-disabled aria-live aria-modal aria-multiline aria-orientation aria-busy aria-atomic contenteditable dir draggable hidden role spellcheck type',
);
export const FIXED_VALUES = list(
  'true false mixed page step location menu dialog listbox tree grid polite assertive off horizontal vertical ltr rtl auto plaintext-only file text button submit checkbox radio password search email until-found additions all both none inline article alert alertdialog application banner cell columnheader combobox complementary contentinfo document feed figure form generic gridcell group heading img link list listitem log main mark marquee math menubar menuitem menuitemcheckbox menuitemradio navigation note option presentation progressbar radiogroup region row rowgroup rowheader scrollbar searchbox separator slider spinbutton status switch tab table tablist tabpanel textbox timer toolbar tooltip treegrid treeitem',
);
/** Attributes whose values sites make up as names of parts, often with an id or somebody's name in them. */
export const IDS = list(
  'id for name part slot is data-testid data-tid data-e2e data-icon data-scope data-list-id data-list-item-id data-a-target data-type data-role jsname aria-labelledby aria-controls aria-describedby aria-owns aria-activedescendant aria-details aria-errormessage aria-flowto data-id data-group-id data-dm-item-key data-send-status data-track-module-name data-scrolltracepolicy',
);
export const TEXTS = list(
  'title alt placeholder aria-label aria-roledescription aria-description aria-valuetext aria-placeholder label data-pre-plain-text data-plain-text',
);
export const ADDRESSES = list('href src poster data-src data-href action itemtype');
/** Attributes with classes, style and code: what stands in them is no evidence of what anybody is called. */
export const CODE = /^(class|style|on.*|js.*|ng-.*)$/;
/**
 * The first parts of an address that say which page of a site it is, and the names of parameters: an adapter reads by them. Any
 * other word of an address is replaced, as people write those.
 */
export const ROUTES = list(
  '! @me a accounts activity avatars channels center chat direct dm e2ee followRequests friend-requests friends i id inbox k messages outgoing profile_id requests room space t u users v2 web z',
);
export const LAYOUT = /^(display|flex-direction|justify-content|align-items|align-self|direction)$/;
export const LAYOUT_VALUES = list(
  'flex inline-flex block grid none row row-reverse column column-reverse flex-start flex-end start end center space-between stretch baseline ltr rtl',
);
