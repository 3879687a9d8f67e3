// Numbers that count or name something: a score, a measure, an hour, a place in a row. They are no ages.

/** Units, in the languages that have a pack. */
const UNITS = [
  'kg kgs kilo kilos lb lbs cm km kms feet ft inches min mins hr hrs sec secs wk wks oclock percent pt pts lvl lvls ep eps usd',
  'riel losses times meters metres miles pounds minutes hours seconds days weeks months dollars bucks euros degrees',
  'points marks goals kills wins rounds laps reps sets steps stops stations blocks streets floors storeys rows',
  'levels ranks pages chapters episodes seasons',
  'dola dol neaty neatey nati neati maong moung mong tngai thngai khe pintu pinto nak dong sonlek',
].flatMap((line) => line.split(' '));
/** The same, written without spaces: what follows them may be anything. */
const KHMER_UNITS =
  'គីឡូ ក្រាម គក គ.ក ម៉ែត្រ សង់ទីម៉ែត្រ ដុល រៀល ពាន់ ម៉ឺន បាត ៛ នាទី ម៉ោង វិនាទី ថ្ងៃ អាទិត្យ សប្តាហ៍ សប្ដាហ៍ ខែ ពិន្ទុ ភាគរយ នាក់ ដង សន្លឹក ទំព័រ ភាគ ជាន់ កម្រិត គ្រាប់ លើក គោល ក្បាល គ្រឿង'.split(
    ' ',
  );
/** What has a place in a row: "15th in line", "9th place". */
const PLACES = 'place rank floor day time try seed row person'.split(' ');
/** Words that name the number behind them. */
const NAMES = [
  'size sizes level lvl page chapter room bus number no rank ranked score scored scoring lost won at by until till top',
  'gate seat row question episode ep season version ios iphone android lek maong moung mong siz',
].flatMap((line) => line.split(' '));
const KHMER_NAMES = 'ទំហំ លេខ ម៉ោង ថ្ងៃទី ជាន់ទី ភាគទី ភាគ កម្រិត ចំណាត់ថ្នាក់ ពិន្ទុ'.split(' ');

const oneOf = (words: readonly string[]) =>
  `(?:${words.map((word) => word.replace(/[.]/g, '\\$&')).join('|')})`;
const DIGIT = '[\\d\\u17e0-\\u17e9]';

const COUNTED = new RegExp(
  `^ *(?:%|[/:] ?${DIGIT}|[-+]\\d|[x×](?![a-z])|(?:today )?(?:out )?of \\d|(?:more |full |extra )?${oneOf(UNITS)}(?![a-z])|${oneOf(KHMER_UNITS)})`,
  'i',
);
const IN_A_ROW = new RegExp(
  `^ *(?:(?:in|of) (?:(?:the|a|my|our) )?(?:line|queue|row|list|team|race)\\b|(?:in|of) (?:the )?\\d|${oneOf(PLACES)}\\b)`,
  'i',
);
const NAMED = new RegExp(`(?:[$€£#]|${DIGIT}[/:.+-]|\\b${oneOf(NAMES)}|${oneOf(KHMER_NAMES)}) ?$`, 'i');
/** A number that these words bring in is an age whatever stands around it. */
const AGED = /(?:\bage|\baged|\bayu|អាយុ)[^\d\u17e0-\u17e9]{0,12}$/i;
/** Before and behind a number nothing further away says what it counts. */
const REACH = 40;

/**
 * True where the number at [start, end) of a text counts or names something else than years of age.
 * @param place true where it is one in a row ("15th")
 */
export function isCount(text: string, start: number, end: number, place: boolean): boolean {
  const before = text.slice(Math.max(0, start - REACH), start);
  if (AGED.test(before)) return false;
  const behind = text.slice(end, end + REACH).replace(/['’]/g, '');
  return COUNTED.test(behind) || NAMED.test(before) || (place && IN_A_ROW.test(behind));
}
