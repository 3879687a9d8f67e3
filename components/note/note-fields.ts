// What the note asks, in the order in which hotlines and police ask for it (docs/references.md). Data alone.
import type { Stage } from '../../engine/types';

/** `ticks`: any of the options; `one`: one of them; the rest is typed. */
export type NoteField =
  | { readonly id: string; readonly kind: 'line' | 'text' | 'date' }
  | { readonly id: string; readonly kind: 'ticks' | 'one'; readonly options: readonly string[] }
  /** One tick: the country that was chosen for help. */
  | { readonly id: string; readonly kind: 'country' };

export type NoteSection = { readonly id: string; readonly fields: readonly NoteField[] };

/** Kinds of signs, the gravest first: the stages that are something a person did. */
export const SIGN_KINDS = [
  'crisis',
  'threat',
  'payment',
  'pressure',
  'media',
  'sexual-talk',
  'approach',
  'secrecy',
  'isolation',
  'risk-assessment',
  'offers',
  'platform-move',
  'trust',
  'access',
  'advert',
] as const satisfies readonly Stage[];
export type SignKind = (typeof SIGN_KINDS)[number];

const line = (id: string): NoteField => ({ id, kind: 'line' });
const text = (id: string): NoteField => ({ id, kind: 'text' });
const date = (id: string): NoteField => ({ id, kind: 'date' });
const ticks = (id: string, ...options: readonly string[]): NoteField => ({ id, kind: 'ticks', options });
const one = (id: string, ...options: readonly string[]): NoteField => ({ id, kind: 'one', options });

/** Thirteen steps, all optional. What helps a hotline most comes first, since long forms are left half way. */
export const NOTE_SECTIONS: readonly NoteSection[] = [
  { id: 'danger', fields: [ticks('danger', 'meeting', 'address', 'self', 'harm')] },
  { id: 'what', fields: [line('summary'), ticks('signs', ...SIGN_KINDS)] },
  { id: 'app', fields: [line('app'), ticks('where', 'chat', 'group', 'comments', 'call', 'live', 'game')] },
  { id: 'who', fields: [line('handle'), line('shown-name'), line('profile'), line('contact-shown')] },
  { id: 'links', fields: [text('links')] },
  {
    id: 'when',
    fields: [date('first'), date('last'), one('still', 'yes', 'no', 'unsure'), line('when-more')],
  },
  {
    id: 'demand',
    fields: [text('demand'), line('pay-to'), line('amount'), one('paid', 'no', 'yes', 'part')],
  },
  {
    id: 'pictures',
    fields: [ticks('pictures', 'sent', 'recorded', 'made', 'posted', 'known', 'under-18'), line('posted-at')],
  },
  {
    id: 'person',
    fields: [
      one('known', 'online', 'life', 'home'),
      line('says-age'),
      line('says-country'),
      line('accounts'),
    ],
  },
  {
    id: 'me',
    fields: [
      one('whose', 'me', 'friend', 'child'),
      one('age', 'under-10', '10-12', '13-15', '16-17', '18'),
      { id: 'country', kind: 'country' },
      line('place'),
      line('name'),
    ],
  },
  { id: 'proof', fields: [ticks('proof', 'chat', 'names', 'receipts'), line('device')] },
  { id: 'told', fields: [ticks('told', 'app', 'police', 'hotline', 'adult'), line('told-more')] },
  { id: 'reach', fields: [one('reach', 'no-name', 'yes'), line('reach-how')] },
];

/** Open from the start; the others unfold. */
export const OPEN_SECTIONS: readonly string[] = ['danger', 'what', 'app', 'who'];

/** Characters that a line and a text take: more is not read out on a telephone. */
export const LINE_LENGTH = 300;
export const TEXT_LENGTH = 3000;

/** What was filled in: typed text, or the options that are ticked. Absent is empty. */
export type NoteValues = Readonly<Record<string, string | readonly string[]>>;

export const typedIn = (values: NoteValues, id: string): string => {
  const value = values[id];
  return typeof value === 'string' ? value : '';
};

export const tickedIn = (values: NoteValues, id: string): readonly string[] => {
  const value = values[id];
  return typeof value === 'object' ? value : [];
};

/** Without the tick at another country than the one that stands beside the box now. */
export function withoutOtherCountry(values: NoteValues, country: string | null): NoteValues {
  const [ticked] = tickedIn(values, 'country');
  return ticked === undefined || ticked === country ? values : { ...values, country: [] };
}
