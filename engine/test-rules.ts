// A small rule set for the engine's own tests, so that they don't hang on the wording of the real packs.
import { type AgeWords, forAgeLists } from './age-words';
import type { PackData, Rules } from './rules';

/** A language that says nothing of ages but figures. */
export const NO_AGE_WORDS: AgeWords = { ...forAgeLists(() => []), numbers: {} };

export const TEST_PACK: PackData = {
  language: 'en',
  gap: 3,
  lists: { pic: ['pic', 'pics', 'picture', 'photo of you'], parent: ['mum', 'my mum', 'parents'] },
  spellings: { your: ['ur'] },
  ownWords: [],
  endings: ['s', 'es', 'ing', 'ed', 'd'],
  otherWords: 'patents',
  ages: { ...NO_AGE_WORDS, numbers: { thirteen: 13 }, units: ['kg'] },
  gates: ['someone told me'],
  lessons: ['tell an adult'],
  signals: [
    {
      id: 'media.asks-picture',
      speaker: 'other',
      phrases: ['send me? ... [pic]', 'got [pic] <q>'],
      unless: ['homework'],
    },
    { id: 'secrecy.dont-tell', speaker: 'other', phrases: ['dont tell (your|ur)? [parent]'], unless: [] },
    { id: 'risk.parents', speaker: 'other', phrases: ['(your|ur)? parents home'], unless: [] },
    { id: 'trust.clothes', speaker: 'other', phrases: ['what are you wearing'], unless: [] },
    { id: 'threat.publish', speaker: 'other', phrases: ['send it to everyone'], unless: ['in class'] },
    { id: 'payment.method', speaker: 'other', phrases: ['pay by gift card'], unless: [] },
    { id: 'crisis.despair', speaker: 'self', phrases: ['i want to die'], unless: [] },
    {
      id: 'context.child-age',
      speaker: 'any',
      phrases: ['(im|i am) <minor>', '^ <minor> (f|m) $'],
      unless: [],
    },
    { id: 'context.refusal', speaker: 'self', phrases: ['i dont want to', 'no $'], unless: [] },
    { id: 'context.joke', speaker: 'other', phrases: ['just kidding'], unless: [] },
  ],
};

export const TEST_RULES: Rules = {
  signals: {
    'media.asks-picture': { stage: 'media', weight: 3 },
    'secrecy.dont-tell': { stage: 'secrecy', weight: 3 },
    'risk.parents': { stage: 'risk-assessment', weight: 2 },
    'trust.clothes': { stage: 'trust', weight: 2 },
    'threat.publish': { stage: 'threat', weight: 4.5 },
    'payment.method': { stage: 'payment', weight: 1.5 },
    'pressure.after-no': { stage: 'pressure', weight: 1.6 },
    'crisis.despair': { stage: 'crisis', weight: 0 },
    'context.child-age': { stage: 'context', weight: 0 },
    'context.refusal': { stage: 'context', weight: 0 },
    'context.joke': { stage: 'context', weight: 0 },
  },
  escalations: [
    {
      id: 'threat',
      level: 'danger',
      all: [['threat.publish']],
      within: { messages: 1, days: 0 },
      unknownAuthor: true,
      needs: null,
      unless: ['context.joke'],
      without: [],
    },
    {
      id: 'secret-picture',
      level: 'caution',
      all: [['media.asks-picture'], ['secrecy.dont-tell']],
      within: { messages: 10, days: 2 },
      unknownAuthor: false,
      needs: null,
      unless: [],
      without: [],
    },
  ],
  packs: [TEST_PACK],
  learned: null,
};
