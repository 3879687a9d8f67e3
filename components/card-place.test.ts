// Each card leads to the help that goes with it.
import { describe, expect, it } from 'vitest';
import type { CardContent } from './card-content';
import { helpPlaceOf, helpPlaceOfDanger } from './card-place';
import { DANGER_KINDS } from './danger-kind';

describe('a danger card', () => {
  it.each([
    ['self-harm', 'hurt'],
    ['images', 'threat'],
    ['payment', 'threat'],
    ['meeting', 'secret'],
    ['advert', 'advert'],
    ['other', 'start'],
  ] as const)('about %s leads to #%s', (kind, place) => expect(helpPlaceOfDanger(kind)).toBe(place));

  it('of any kind leads somewhere', () => {
    expect(DANGER_KINDS.map(helpPlaceOfDanger).every((place) => place.length > 0)).toBe(true);
  });
});

const CAUTION = { kind: 'caution', seen: '', why: '', steps: [], reasons: [], quiet: 'person' } as const;

const DANGER = {
  kind: 'danger',
  heading: '',
  comfort: '',
  steps: [],
  crisisLine: 'none',
  reasons: [],
} as const;

describe('a card of any kind', () => {
  it.each([
    [{ kind: 'crisis', heading: '', lines: [] }, 'talk'],
    [{ kind: 'notice', line: '', more: [] }, 'start'],
    [{ ...CAUTION, about: 'person' }, 'start'],
    [{ ...CAUTION, about: 'advert' }, 'advert'],
    [{ ...DANGER, about: 'meeting' }, 'secret'],
  ] as const satisfies readonly (readonly [CardContent, string])[])('%j', (content, place) =>
    expect(helpPlaceOf(content)).toBe(place),
  );
});
