// Which place of the help page goes with a card. Pure.
import type { HelpPlace } from '../utils/situations';
import type { CardContent } from './card-content';
import type { DangerKind } from './danger-kind';

const OF_DANGER: Readonly<Record<DangerKind, HelpPlace>> = {
  'self-harm': 'hurt',
  payment: 'threat',
  images: 'threat',
  coercion: 'threat',
  harm: 'threat',
  threat: 'threat',
  unknown: 'threat',
  meeting: 'secret',
  advert: 'advert',
  other: 'start',
};

/** Where a person is better asked than told what is going on, the list of situations. */
export function helpPlaceOf(content: CardContent): HelpPlace {
  if (content.kind === 'crisis') return 'talk';
  if (content.kind === 'caution') return content.about === 'advert' ? 'advert' : 'start';
  return content.kind === 'danger' ? helpPlaceOfDanger(content.about) : 'start';
}

export function helpPlaceOfDanger(kind: DangerKind): HelpPlace {
  return OF_DANGER[kind];
}
