// Words that are written as they sound: "picz", "fone", "skool", "sexie", "pikturez".

/** A sound as it is heard, and how it is spelled. */
type Respelling = readonly [heard: RegExp, spelled: string];

const HEARD_MIN = 3;
const HEARD = /[kf]|z$|ie$/;
/** Ways to write a word as it sounds, and how it is spelled: at its end, and in all of it. */
const SOUNDS_LAST: readonly Respelling[] = [
  [/z$/, 's'],
  [/ie$/, 'y'],
];
const SOUNDS_WITHIN: readonly Respelling[] = [
  [/k/g, 'c'],
  [/k/g, 'ck'],
  [/sk/, 'sch'],
  [/f/g, 'ph'],
];

/** How a word that is written as it sounds may be spelled: its end, what is within, or both; none where it is none. */
export function spelledForms(word: string): string[] {
  if (word.length < HEARD_MIN || !HEARD.test(word)) return [];
  const ends = [word, ...respell(word, SOUNDS_LAST)];
  return [...ends.slice(1), ...ends.flatMap((end) => respell(end, SOUNDS_WITHIN))];
}

function respell(word: string, ways: readonly Respelling[]): string[] {
  return ways.map(([heard, spelled]) => word.replace(heard, spelled)).filter((form) => form !== word);
}
