// Properties of the place of a card: in the window, off the composer and the newest message wherever there is room.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CARD_MAX_WIDTH, CARD_MIN_WIDTH, GAP, MIN_HEIGHT, SITE_BAR, STRIP_WIDTH } from './card-sizes';
import { type PlaceInput, type Placement, placeCard } from './place-card';
import { overlaps, type Rect } from './rect';

const boxOf = ({ left, top, width, maxHeight }: Placement): Rect => ({ left, top, width, height: maxHeight });

/** A chat as sites draw it: a pane, the composer at its foot, the newest row somewhere above. */
const chat = fc
  .record({
    width: fc.integer({ min: 320, max: 2560 }),
    height: fc.integer({ min: 320, max: 1600 }),
    start: fc.double({ min: 0, max: 0.5, noNaN: true }),
    end: fc.double({ min: 0.6, max: 1, noNaN: true }),
    composer: fc.integer({ min: 40, max: 140 }),
    row: fc.double({ min: 0, max: 1, noNaN: true }),
    rowHeight: fc.integer({ min: 20, max: 200 }),
    rowStart: fc.double({ min: 0, max: 0.6, noNaN: true }),
    rowWidth: fc.double({ min: 0.05, max: 1, noNaN: true }),
    need: fc.integer({ min: 44, max: 700 }),
    full: fc.boolean(),
    rtl: fc.boolean(),
  })
  .map((from): PlaceInput & { readonly pane: Rect; readonly composer: Rect; readonly newest: Rect } => {
    const { width, height, need, full, rtl } = from;
    const narrow = width <= 800;
    const left = narrow ? 0 : Math.round(width * from.start);
    const pane = { left, top: 0, width: (narrow ? width : Math.round(width * from.end)) - left, height };
    const composer = { left, top: height - from.composer, width: pane.width, height: from.composer };
    const lowest = composer.top - from.rowHeight;
    const indent = Math.round(pane.width * from.rowStart);
    const newest = {
      left: left + indent,
      top: Math.round(SITE_BAR + Math.max(0, lowest - SITE_BAR) * from.row),
      width: (pane.width - indent) * from.rowWidth,
      height: from.rowHeight,
    };
    return { viewport: { width, height }, pane, composer, newest, need, full, rtl };
  });

describe('placeCard', () => {
  it('stays inside the window', () => {
    fc.assert(
      fc.property(chat, (input) => {
        const { left, top, width, maxHeight } = placeCard(input);
        expect(left).toBeGreaterThanOrEqual(0);
        expect(top).toBeGreaterThanOrEqual(0);
        expect(width).toBeGreaterThan(0);
        expect(maxHeight).toBeGreaterThan(0);
        expect(left + width).toBeLessThanOrEqual(input.viewport.width);
        expect(top + maxHeight).toBeLessThanOrEqual(input.viewport.height);
      }),
    );
  });

  it('covers neither the composer nor the newest message when it says so', () => {
    fc.assert(
      fc.property(chat, (input) => {
        const place = placeCard(input);
        fc.pre(place.clear);
        expect(overlaps(boxOf(place), input.composer)).toBe(false);
        expect(overlaps(boxOf(place), input.newest)).toBe(false);
      }),
    );
  });

  it('finds a clear place wherever there is room above or below the newest message', () => {
    fc.assert(
      fc.property(chat, (input) => {
        const { newest, composer, need } = input;
        const room = Math.max(
          newest.top - GAP - SITE_BAR,
          composer.top - 2 * GAP - newest.top - newest.height,
        );
        fc.pre(room >= Math.min(need, MIN_HEIGHT));
        expect(placeCard(input).clear).toBe(true);
      }),
    );
  });

  it('covers the composer only where the whole window is too low for anything else', () => {
    fc.assert(
      fc.property(chat, (input) => {
        const room = input.composer.top - GAP - SITE_BAR;
        fc.pre(room >= MIN_HEIGHT);
        expect(overlaps(boxOf(placeCard(input)), input.composer)).toBe(false);
      }),
    );
  });

  it('is 320 to 360 wide at the edge, and a strip in narrow windows', () => {
    fc.assert(
      fc.property(chat, (input) => {
        const { shape, width } = placeCard(input);
        if (input.viewport.width <= STRIP_WIDTH) expect(shape).toBe('strip');
        if (shape !== 'docked') return;
        expect(width).toBeGreaterThanOrEqual(CARD_MIN_WIDTH);
        expect(width).toBeLessThanOrEqual(CARD_MAX_WIDTH);
      }),
    );
  });

  const desktop: PlaceInput = {
    viewport: { width: 1280, height: 800 },
    pane: { left: 340, top: 0, width: 940, height: 800 },
    composer: { left: 340, top: 740, width: 940, height: 60 },
    newest: { left: 340, top: 690, width: 940, height: 40 },
    need: 300,
    rtl: false,
  };
  /** A chat that docks at the foot of the window, its newest message above what is written. */
  const inCorner = ({ left, width, height }: { left: number; width: number; height: number }) => ({
    pane: { left, width, top: 800 - height, height },
    composer: { left, width, top: 740, height: 60 },
    newest: { left, width, top: 690, height: 40 },
  });
  const cases: readonly (readonly [string, PlaceInput, Partial<Placement>])[] = [
    [
      'stands at the outer edge under the bar of the site',
      desktop,
      { shape: 'docked', left: 912, top: 64, clear: true },
    ],
    [
      'stands at the other edge in a page read from right to left',
      {
        ...desktop,
        rtl: true,
        viewport: { width: 1280, height: 800 },
        pane: { left: 0, top: 0, width: 940, height: 800 },
      },
      { left: 8, top: 64 },
    ],
    [
      'stands outside the pane where there is room',
      { ...desktop, pane: { left: 340, top: 0, width: 500, height: 800 } },
      { left: 848, top: 8, width: 360 },
    ],
    [
      'leaves a part of the page outside the pane alone, where one can block',
      { ...desktop, pane: { left: 340, top: 0, width: 500, height: 800 }, partBeside: true },
      { left: 472, top: 64, width: 360 },
    ],
    [
      'stands outside the pane at the other side in a page read from right to left',
      { ...desktop, rtl: true, pane: { left: 440, top: 0, width: 500, height: 800 } },
      { left: 72, top: 8, width: 360 },
    ],
    [
      'goes below a newest message that stands high',
      { ...desktop, newest: { left: 340, top: 80, width: 940, height: 40 } },
      { top: 128, clear: true },
    ],
    [
      'stands at its full height beside a newest message that is narrower than the pane',
      { ...desktop, need: 600, newest: { left: 356, top: 500, width: 300, height: 40 } },
      { left: 912, top: 64, maxHeight: 668, clear: true },
    ],
    [
      'stands at the inner edge beside a newest message at the outer one',
      { ...desktop, need: 600, newest: { left: 964, top: 500, width: 300, height: 40 } },
      { left: 348, top: 64, maxHeight: 668, clear: true },
    ],
    [
      'keeps its edge where one’s own new message takes a little of its height',
      { ...desktop, need: 640, newest: { left: 900, top: 600, width: 360, height: 40 } },
      { left: 912, top: 64, maxHeight: 528, clear: true },
    ],
    [
      'stands over a wide list of chats where it is a full warning, off the messages',
      { ...desktop, need: 520, full: true, pane: { left: 420, top: 0, width: 860, height: 800 } },
      { left: 52, top: 64, width: 360, clear: true },
    ],
    [
      'stands over the list at the other side in a page read from right to left',
      { ...desktop, need: 520, full: true, rtl: true, pane: { left: 0, top: 0, width: 860, height: 800 } },
      { left: 868, top: 64, width: 360, clear: true },
    ],
    [
      'is narrower over a list of a little less than its width',
      { ...desktop, need: 520, full: true, pane: { left: 350, top: 0, width: 930, height: 800 } },
      { left: 8, top: 64, width: 334, clear: true },
    ],
    [
      'leaves the list alone where the card is a small one',
      { ...desktop, pane: { left: 420, top: 0, width: 860, height: 800 } },
      { left: 912, top: 64 },
    ],
    [
      'stands beside a chat in a corner that is narrower than a card, not over all of it',
      { ...desktop, ...inCorner({ left: 960, width: 300, height: 400 }), need: 520, full: true },
      { left: 592, top: 408, width: 360, maxHeight: 384, clear: true },
    ],
    [
      'stands beside it at the other side in a page read from right to left',
      { ...desktop, ...inCorner({ left: 20, width: 300, height: 400 }), need: 250, rtl: true },
      { left: 328, top: 408, width: 360, clear: true },
    ],
    [
      'leaves the chat at its outer side alone, where somebody may be writing',
      {
        ...desktop,
        ...inCorner({ left: 512, width: 338, height: 455 }),
        ...{ need: 520, full: true, others: [{ left: 862, top: 345, width: 338, height: 455 }] },
      },
      { left: 144, top: 353, width: 360, clear: true },
    ],
    [
      'rather covers the newest message than the chats at both sides',
      {
        ...desktop,
        ...inCorner({ left: 471, width: 338, height: 455 }),
        newest: { left: 471, top: 360, width: 338, height: 370 },
        others: [121, 821].map((left) => ({ left, top: 345, width: 338, height: 455 })),
      },
      { shape: 'strip', left: 479, width: 322, clear: false },
    ],
    [
      'stands over another chat where a window has no room for both',
      {
        ...desktop,
        viewport: { width: 320, height: 720 },
        ...{ pane: null, composer: null, newest: null, need: 560, full: true },
        others: [{ left: 0, top: 265, width: 312, height: 455 }],
      },
      { left: 8, width: 304, top: 64, maxHeight: 648 },
    ],
    [
      'can be read where its chat is nearly out of the window',
      {
        ...desktop,
        viewport: { width: 375, height: 667 },
        ...{ pane: { left: -321, top: 212, width: 338, height: 455 }, composer: null, newest: null },
      },
      { left: 8, width: 320 },
    ],
    ['takes the window where no pane is known', { ...desktop, pane: null }, { left: 912, top: 64 }],
    [
      'says that it covers a message that fills the pane',
      { ...desktop, newest: { left: 340, top: 0, width: 940, height: 740 } },
      { clear: false },
    ],
    [
      'stands beside the pause in a low window, where a column is free of it',
      {
        ...desktop,
        viewport: { width: 1280, height: 300 },
        pane: { left: 340, top: 0, width: 940, height: 300 },
        composer: { left: 340, top: 240, width: 940, height: 60 },
        pause: { left: 340, top: 125, width: 360, height: 107 },
        newest: null,
      },
      { left: 912, top: 64, maxHeight: 168, clear: true },
    ],
    [
      'needs little room for the lamp',
      { ...desktop, need: 44, newest: { left: 340, top: 120, width: 940, height: 600 } },
      { top: 64, clear: true },
    ],
  ];
  it.each(cases)('%s', (_title, input, expected) => {
    expect(placeCard(input)).toMatchObject(expected);
  });
});
