// Ways in which people get round filters, each as a change of one message (evade.ts). Each is deterministic by seed.

/** A seeded generator of numbers in [0, 1): mulberry32, public domain (Tommy Ettinger). */
export function createRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** A way to write one message. */
export type Evasion = {
  readonly id: string;
  readonly title: string;
  rewrite(text: string, random: () => number): string;
};

const perLetter = (text: string, change: (letter: string) => string) => [...text].map(change).join('');
const pick = <T>(list: readonly T[], random: () => number) => list[Math.floor(random() * list.length)] as T;
const LEET: Readonly<Record<string, string>> = { a: '4', e: '3', i: '1', o: '0', s: '5', t: '7' };
const TWIN: Readonly<Record<string, string>> = {
  a: 'а',
  c: 'с',
  e: 'е',
  i: 'і',
  o: 'о',
  p: 'р',
  s: 'ѕ',
  x: 'х',
  y: 'у',
};
const INVISIBLE = ['\u200b', '\u200c', '\u200d', '\u2060', '\u00ad'];
const DIRECTION = ['\u200e', '\u200f', '\u202a', '\u202c'];
const VOWEL_INSIDE = /(?<=[a-z])[aeiou](?=[a-z])/gi;
const EMOJI: readonly (readonly [RegExp, string])[] = [
  [/\b(pic|pics|picture|photo|photos|selfie)\b/gi, '📸'],
  [/\b(cam|camera|webcam)\b/gi, '📷'],
  [/\b(money|cash)\b/gi, '💰'],
  [/\b(love)\b/gi, '❤️'],
  [/\b(secret)\b/gi, '🤫'],
  [/(រូបភាព|រូបថត|រូប)/g, '📸'],
  [/(លុយ|ប្រាក់)/g, '💰'],
];
/** From a to z, as web pages for "fancy text" write it. */
const ALPHABETS = [
  'ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘqʀꜱᴛᴜᴠᴡxʏᴢ',
  'αвc∂єfgнιנкℓмησρqяѕтυνωχуz',
  'ᗩᗷᑕᗪEᖴGᕼIᒍKᒪᗰᑎOᑭᑫᖇᔕTᑌᐯᗯ᙭Yᘔ',
  'ǟɮƈɖɛʄɢɦɨʝӄʟʍռօքզʀֆȶʊʋաӼʏʐ',
];
/** Marks of one Khmer letter group, in an order that fonts draw alike. */
const KHMER_MARKS = /([\u17c9\u17ca])([\u17b6-\u17c5])/g;

/** Ways in which somebody may disguise what they write. */
export const EVASIONS: readonly Evasion[] = [
  {
    id: 'leetspeak',
    title: 'leetspeak',
    rewrite: (text, random) => perLetter(text, (c) => (random() < 0.6 ? (LEET[c.toLowerCase()] ?? c) : c)),
  },
  {
    id: 'spaced',
    title: 'one long word in each message spaced out',
    rewrite: (text, random) => spaceOut(text, random),
  },
  {
    id: 'stretched',
    title: 'stretched letters',
    rewrite: (text, random) => text.replace(/[aeiou](?=[a-z])/gi, (c) => (random() < 0.4 ? c.repeat(4) : c)),
  },
  {
    id: 'look-alikes',
    title: 'look-alike letters of other scripts',
    rewrite: (text, random) => perLetter(text, (c) => (random() < 0.5 ? (TWIN[c] ?? c) : c)),
  },
  {
    id: 'zero-width',
    title: 'zero-width characters',
    rewrite: (text, random) => perLetter(text, (c) => (random() < 0.3 ? c + pick(INVISIBLE, random) : c)),
  },
  {
    id: 'direction',
    title: 'right-to-left marks',
    rewrite: (text, random) =>
      perLetter(text, (c) => (c === ' ' || random() < 0.1 ? c + pick(DIRECTION, random) : c)),
  },
  {
    id: 'vowels',
    title: 'missing vowels in long words',
    rewrite: (text) => text.replace(/[a-z]{5,}/gi, (word) => word.replace(VOWEL_INSIDE, '')),
  },
  {
    id: 'emoji',
    title: 'emoji for words',
    rewrite: (text) => EMOJI.reduce((changed, [word, emoji]) => changed.replace(word, emoji), text),
  },
  { id: 'upper', title: 'capitals and exclamation marks', rewrite: (text) => `${text.toUpperCase()}!!` },
  {
    id: 'typos',
    title: 'two letters swapped in long words',
    rewrite: (text, random) => text.replace(/[a-z]{7,}/gi, (word) => swap(word, random)),
  },
  {
    id: 'alphabets',
    title: 'alphabets of "fancy text" pages',
    rewrite: (text, random) => {
      const alphabet = [...pick(ALPHABETS, random)];
      return perLetter(text, (c) => alphabet[c.toLowerCase().charCodeAt(0) - 97] ?? c);
    },
  },
  {
    id: 'parted',
    title: 'an emoji between all words',
    rewrite: (text, random) => text.replace(/ /g, ` ${pick(['🙂', '👏', '🔥', '❤️'], random)} `),
  },
  {
    id: 'barred',
    title: 'letters of long words parted by bars or plus signs',
    rewrite: (text, random) =>
      text.replace(/[a-z]{4,}/gi, (word) => [...word].join(pick(['|', '+'], random))),
  },
  {
    id: 'cut-words',
    title: 'one long word in each message cut in two',
    rewrite: (text, random) =>
      spaceOut(text, random, ([first = '', ...rest]) => `${first}${rest[0]} ${rest.slice(1).join('')}`),
  },
  { id: 'doubled', title: 'all letters doubled', rewrite: (text) => text.replace(/[a-z]/gi, '$&$&') },
  {
    id: 'sounds',
    title: 'spelled as it sounds (z, k, f, ie)',
    rewrite: (text) =>
      text
        .replace(/s\b/gi, 'z')
        .replace(/ck?(?![eihy])/gi, 'k')
        .replace(/ph/gi, 'f')
        .replace(/y\b/gi, 'ie'),
  },
  {
    id: 'khmer-doubled',
    title: 'Khmer marks typed twice, old code points',
    rewrite: (text) =>
      text
        .replace(/[\u17b7-\u17bd\u17cb]/g, '$&$&')
        .replace(/\u17c6/g, '\u17d3')
        .replace(/\u17a2/g, '\u17a3'),
  },
  {
    id: 'khmer-spaces',
    title: 'Khmer zero-width spaces',
    rewrite: (text, random) =>
      text.replace(/[\u1780-\u17b3][\u17b6-\u17d3]*/g, (c) => (random() < 0.3 ? `${c}\u200b` : c)),
  },
  {
    id: 'khmer-marks',
    title: 'Khmer marks in another order',
    rewrite: (text) => text.replace(KHMER_MARKS, '$2$1'),
  },
];

const spread: (letters: readonly string[]) => string = (letters) => letters.join(' ');

function spaceOut(text: string, random: () => number, part = spread): string {
  const words = text.split(' ');
  const long = words.map((word, i) => [word, i] as const).filter(([word]) => /^[a-z]{4,}$/i.test(word));
  if (long.length === 0) return text;
  const [word, at] = pick(long, random);
  return words.map((other, i) => (i === at ? part([...word]) : other)).join(' ');
}

function swap(word: string, random: () => number): string {
  const at = 1 + Math.floor(random() * (word.length - 3));
  return word.slice(0, at) + word.charAt(at + 1) + word.charAt(at) + word.slice(at + 2);
}
