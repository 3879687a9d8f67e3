// Properties of the place of a request's line: in the window, over no button and over no other request.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeRequest } from './place-request';
import { overlaps, type Rect } from './rect';

const viewport = { width: 1280, height: 800 };
const rect = fc.record({
  left: fc.integer({ min: 0, max: 1200 }),
  top: fc.integer({ min: 0, max: 780 }),
  width: fc.integer({ min: 40, max: 500 }),
  height: fc.integer({ min: 20, max: 400 }),
});
const size = fc.record({
  width: fc.integer({ min: 100, max: 280 }),
  height: fc.integer({ min: 44, max: 300 }),
});

describe('placeRequest', () => {
  it('covers nothing that must stay free, and stays in the window', () => {
    fc.assert(
      fc.property(
        rect,
        fc.array(rect, { maxLength: 6 }),
        size,
        fc.boolean(),
        (request, keepFree, line, rtl) => {
          const at = placeRequest({ viewport, request, keepFree, size: line, rtl });
          fc.pre(at !== null);
          const box: Rect = { ...(at as { left: number; top: number }), ...line };
          expect(keepFree.filter((free) => overlaps(free, box))).toEqual([]);
          expect(Math.min(box.left, box.top)).toBeGreaterThanOrEqual(0);
          expect(box.left + box.width).toBeLessThanOrEqual(viewport.width);
          expect(box.top + box.height).toBeLessThanOrEqual(viewport.height);
        },
      ),
    );
  });

  const line = { width: 240, height: 44 };
  const row: Rect = { left: 0, top: 100, width: 360, height: 96 };
  const rowButtons: Rect[] = [{ left: 60, top: 130, width: 280, height: 40 }];
  const tile: Rect = { left: 400, top: 100, width: 260, height: 340 };
  const tileButtons: Rect[] = [{ left: 410, top: 350, width: 240, height: 80 }];
  const cases: readonly (readonly [
    string,
    Parameters<typeof placeRequest>[0],
    ReturnType<typeof placeRequest>,
  ])[] = [
    [
      'stands beside a row',
      { viewport, request: row, keepFree: rowButtons, size: line, rtl: false },
      { left: 368, top: 100 },
    ],
    [
      'stands on the picture of a tile',
      { viewport, request: tile, keepFree: tileButtons, size: line, rtl: false },
      { left: 408, top: 108 },
    ],
    [
      'stands on the other side from right to left',
      { viewport, request: { ...row, left: 900 }, keepFree: [], size: line, rtl: true },
      { left: 652, top: 100 },
    ],
    [
      'gives up where everything is taken',
      { viewport, request: row, keepFree: [{ left: 0, top: 0, ...viewport }], size: line, rtl: false },
      null,
    ],
    [
      'gives up for a request that is scrolled away',
      { viewport, request: { ...row, top: 900 }, keepFree: [], size: line, rtl: false },
      null,
    ],
  ];
  it.each(cases)('%s', (_title, input, expected) => {
    expect(placeRequest(input)).toEqual(expected);
  });
});
