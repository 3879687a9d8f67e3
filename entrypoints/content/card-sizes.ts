// How large a card may be, and what distance it keeps. In CSS px.

export const CARD_MIN_WIDTH = 320;
export const CARD_MAX_WIDTH = 360;
/** At this width and less a card is a strip. */
export const STRIP_WIDTH = 480;
/** Distance from every edge, and from what must stay visible. */
export const GAP = 8;
/** A pane begins with the site's own bar: the name, and the menu where one can block. 56 on Telegram, 60 on Facebook. */
export const SITE_BAR = 64;
/** Less than this shows no sentence together with its button. */
export const MIN_HEIGHT = 120;
