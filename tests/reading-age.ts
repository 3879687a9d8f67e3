// How hard a text is to read: the Flesch–Kincaid grade (Kincaid 1975), for English. A guide, not a verdict.

/** Years at school that a text asks for: grade 6 is an age of 11 to 12. Throws on a text without words. */
export function readingGrade(text: string): number {
  const words = text.match(/[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu) ?? [];
  if (words.length === 0) throw new Error('no words to judge');
  const sentences = Math.max(1, text.split(/[.?:]+(?:\s|$)/).filter((part) => /\p{L}/u.test(part)).length);
  const syllables = words.reduce((sum, word) => sum + countSyllables(word), 0);
  return 0.39 * (words.length / sentences) + 11.8 * (syllables / words.length) - 15.59;
}

/** Groups of vowels, without a silent e: right for nearly all plain words. */
export function countSyllables(word: string): number {
  const plain = word.toLowerCase().replace(/[^a-z]/g, '');
  const silent = plain.replace(/(?:[^laeiouyscxzgh]es|[^aeioudt]ed|[^laeiouy]e)$/, '');
  return Math.max(1, (silent.match(/[aeiouy]+/g) ?? []).length);
}
