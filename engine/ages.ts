// What words say of ages: a child's that is young beyond doubt, an adult's, and who may say it.
import type { SpokenHit } from './detector';
import { splitWords, type Words } from './normalise';
import type { Speaker } from './types';

/** A number, also with what is written at it: "13", "14f", "f13", "13yo", "8th"; "8b" is a class. */
const NUMBER = /^[fm]?(\d{1,2})(|f|m|g|yo|y|yr|yrs|ish|st|nd|rd|th|[^a-z\d]+)$/;
const ORDINAL = /^(st|nd|rd|th)$/;
const SECOND_PERSON = new Set(['you', 'u', 'ur', 'youre']);
const SPELLED: Readonly<Record<string, number>> = {
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  thirteen: 13,
  fourteen: 14,
  fifteen: 15,
};
/** Near enough to a child of 15 is 19; beyond 79 it is hardly an age. */
const GROWN = { from: 20, to: 79 } as const;
const TENS = new Set(['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy']);
/** In years: younger is mostly play, older is near enough to an adult of 18. */
const AGES = { from: 8, to: 15 } as const;
/** School years by number: nearly all pupils up to the 9th are under 16. */
const GRADES = { from: 3, to: 9 } as const;
const GRADE_WORDS = new Set(['grade', 'grader', 'gr', 'class', 'std', 'standard']);
/** What a number counts that is no age, right behind it: a score, a measure, a time, a place in a row. */
const COUNTED =
  /^[-+ ]*(%|[/:] ?[\d\u17e0-\u17e9]|\d|(?:today )?of \d|[x×](?![a-z])|(?:st|nd|rd|th)? ?(?:(?:in|of) (?:line|(?:the|a|my|our) (?:line|queue|row|list|team|race)|\d+)|(?:place|rank|floor|day|time|try|seed|row|person)\b)|(?:more |full |extra )?(?:kgs?|kilos?|lbs?|pounds?|cm|km|kms|metres?|meters?|miles?|feet|foot|ft|inch(?:es)?|mins?|minutes?|hours?|hrs?|h|secs?|seconds?|[ap]m|oclock|o clock|percent|points?|pts|marks?|goals?|kills?|wins?|losses|games?|matches|rounds?|laps?|reps|sets|steps|stops?|stations|blocks|streets|floors?|storeys|levels?|lvls?|ranks?|pages?|chapters?|episodes?|eps?|seasons?|questions|subs|views|likes|followers|people|friends|players|degrees|dollars?|bucks|usd|euros?|riel|days?|weeks?|wks|months?|mos?|times|rows?|seats?|cats|dogs|out of|away|ahead|behind|percentile)(?![a-z]))/i;
const COUNTED_KHMER =
  /^[-+ ]*(?:គីឡូ|ក្រាម|គ\.?ក|ម៉ែត្រ|សង់ទីម៉ែត្រ|ដុល|រៀល|ពាន់|ម៉ឺន|បាត|៛|នាទី|ម៉ោង|វិនាទី|ថ្ងៃ|អាទិត្យ|សប្តាហ៍|សប្ដាហ៍|ខែ|ពិន្ទុ|ភាគរយ|នាក់|ដង|សន្លឹក|ទំព័រ|ភាគ|ជាន់|កម្រិត|គ្រាប់|គ្រាន់|លើក|ប្រកួត|គោល|ក្បាល|គីឡូ|គ្រឿង|(?:kilo|dola|dollar|dol|neaty|neatey|nati|neati|maong|moung|mong|tngai|thngai|khe|pintu|pinto|nak|dong|sonlek|kilo|km)(?![a-z]))/i;
/** What names a number that is no age, right before it. */
const NAMED =
  /(?:[$€£#]|[\d\u17e0-\u17e9][/:.+-]|\b(?:size|sizes|level|lvl|page|chapter|room|bus|number|no|rank|ranked|score|scored|scoring|lost|won|at|by|until|till|top|gate|seat|row|question|episode|ep|season|version|ios|iphone|android|lek|maong|moung|mong|siz)|ទំហំ|លេខ|ម៉ោង|ថ្ងៃទី|ជាន់ទី|ភាគទី|ភាគ|កម្រិត|ចំណាត់ថ្នាក់|ចំណាត់ថ្នាក់លេខ|ពិន្ទុ) ?$/i;
/** A number that these words bring in is an age whatever stands around it. */
const AGED = /(?:\bage|\baged|\bayu|អាយុ)[^\d\u17e0-\u17e9]{0,12}$/i;

/** Signals whose words may hold the child's age, by who says them. */
const TELLING: Readonly<Record<'self' | 'other', readonly string[]>> = {
  self: ['context.child-age'],
  other: ['context.your-age', 'trust.mature', 'trust.age-gap', 'access.asks-age'],
};

/** True where a hit holds the child's age in figures, said by the child or by the other person ("kid" is not plain enough). */
export function isYoungAge(hit: SpokenHit, text: string, speaker: Speaker): boolean {
  if (!TELLING[speaker === 'self' ? 'self' : 'other'].includes(hit.signal)) return false;
  const said = wordsOf(hit, text);
  // "Is it eleven already?" asks for the time.
  if (hit.signal === 'access.asks-age' && !said.words.some((word) => SECOND_PERSON.has(word))) return false;
  return isYoung(said, text);
}

/** True where the other person says that they are young themselves, as friends of one age do, and as those do who pose as one. */
export function isPeerAge(hit: SpokenHit, text: string, speaker: Speaker): boolean {
  return speaker !== 'self' && hit.signal === 'context.child-age' && isYoung(wordsOf(hit, text), text);
}

/** True where the other person's age is said to be 20 or more in figures: "a teacher" is not plain enough. */
export function isGrownAge(hit: SpokenHit, text: string, speaker: Speaker): boolean {
  if (hit.signal !== (speaker === 'self' ? 'context.their-age' : 'context.adult-age')) return false;
  const said = wordsOf(hit, text);
  return said.words.some(
    (word, at) =>
      (TENS.has(word) || isWithin(GROWN, Number(NUMBER.exec(word)?.[1]))) && !isCount(said, at, text),
  );
}

/** True where the number at a place counts or names something else than years of age. */
function isCount({ words, starts, ends }: Words, at: number, text: string): boolean {
  const before = text.slice(0, starts[at]);
  if (AGED.test(before)) return false;
  // "15th" is one word: what it counts stands behind its ending.
  const after = text.slice(ends[at]).replace(/['’]/g, '');
  const isMale = /^ ?m\b/i.test(after) || /[a-z]$/i.test(words[at] ?? '');
  return (!isMale || ORDINAL.test(NUMBER.exec(words[at] ?? '')?.[2] ?? '')) && COUNTED.test(after)
    ? true
    : COUNTED_KHMER.test(after) || NAMED.test(before);
}

function isWithin({ from, to }: { readonly from: number; readonly to: number }, value: number): boolean {
  return value >= from && value <= to;
}

/** The words of a hit, with their places in the text. */
function wordsOf({ span }: SpokenHit, text: string): Words {
  const [from, to] = span[1] > span[0] ? span : [0, text.length];
  const { words, starts, ends } = splitWords(text.slice(from, to));
  return { words, starts: starts.map((at) => at + from), ends: ends.map((at) => at + from) };
}

/** True where the first number among some words that counts nothing else is a young age or a low school year. */
function isYoung(said: Words, text: string): boolean {
  const { words } = said;
  for (const [at, word] of words.entries()) {
    const [, figure, behind = ''] = NUMBER.exec(word) ?? [];
    const value = figure === undefined ? SPELLED[word] : Number(figure);
    if (value === undefined || isCount(said, at, text)) continue;
    const next = words[at + 1] ?? '';
    const isGrade =
      ORDINAL.test(behind || next) || GRADE_WORDS.has(next) || GRADE_WORDS.has(words[at - 1] ?? '');
    return isWithin(isGrade ? GRADES : AGES, value);
  }
  return false;
}
