// For tests: the rules, the lines of help and the site of a flow (flow-harness.ts).
import { prepareRules } from '../../engine/prepare';
import type { PreparedRules } from '../../engine/rules';
import { NO_AGE_WORDS } from '../../engine/test-rules';
import { testLine } from '../../help/test-line';
import type { HelpData } from '../../help/types';
import { type Adapter, defineAdapter } from '../../page/adapter';

/** Mild stand-ins: one word a signal, so that the tests say what they mean. */
export const RULES: PreparedRules = prepareRules({
  signals: {
    'secrecy.dont-tell': { stage: 'secrecy', weight: 5 },
    'media.more': { stage: 'media', weight: 5 },
    'threat.publish': { stage: 'threat', weight: 6 },
    'crisis.despair': { stage: 'crisis', weight: 0 },
  },
  escalations: [
    {
      ...{ id: 'threat-alone', level: 'danger', all: [['threat.publish']] },
      ...{ within: { messages: 50, days: 7 }, unknownAuthor: true, needs: null, unless: [], without: [] },
    },
  ],
  learned: null,
  packs: [
    {
      ...{
        language: 'en',
        gap: 3,
        lists: {},
        spellings: {},
        ownWords: [],
        endings: [],
        otherWords: '',
        ages: NO_AGE_WORDS,
        gates: [],
        lessons: [],
      },
      signals: [
        { id: 'secrecy.dont-tell', speaker: 'other', phrases: ['quiet about this'], unless: [] },
        { id: 'media.more', speaker: 'other', phrases: ['picture please'], unless: [] },
        { id: 'threat.publish', speaker: 'other', phrases: ['everyone will see'], unless: [] },
        { id: 'crisis.despair', speaker: 'self', phrases: ['cannot go on'], unless: [] },
      ],
    },
  ],
});

const line = testLine({ kind: 'crisis', forWhom: 'child' });
const none = { first: null, members: [], lines: [] };
export const HELP: HelpData = {
  countries: [{ country: 'KH', first: 'kh', members: [], lines: [{ ...line, id: 'kh', phone: '111' }] }],
  international: { country: 'INT', first: 'line', members: [], lines: [line] },
  europe: { country: 'EU', ...none },
  routes: [],
};

export const ADAPTER: Adapter = defineAdapter({
  ...{
    id: 'telegram-k',
    service: 'telegram',
    name: 'Telegram Web K',
    matches: ['https://web.telegram.org/*'],
  },
  ...{ evidence: { from: 'source', seenLive: null }, reads: ['threads'], row: '.row' },
  covers: () => true,
  expectsConversation: () => true,
  open: () => null,
  read: () => null,
});
