// The word with which sites label one's own messages ("You"), by interface language. From the sites' own labels where
// seen (en, pl), else the pronouns of the language: unreviewed, and where a word is missing the layout tells.

const OWN_WORDS: Readonly<Record<string, string>> = {
  am: 'እርስዎ|አንተ|አንቺ',
  ar: 'أنت|انت|أنتَ',
  az: 'siz|sən',
  be: 'вы|ты',
  bg: 'вие|ти',
  bn: 'আপনি|তুমি',
  bs: 'vi|ti',
  ca: 'tu|vós|vostè',
  ceb: 'ikaw',
  cs: 'vy|ty',
  da: 'dig|du',
  de: 'du|sie',
  el: 'εσείς|εσύ',
  en: 'you',
  es: 'tú|tu|usted|vos',
  et: 'sina|sa|teie',
  fa: 'شما|تو',
  fi: 'sinä',
  fil: 'ikaw|ikaw ay|you',
  fr: 'vous|toi|tu',
  gu: 'તમે',
  he: 'אתה|את|את/ה|אתם',
  hi: 'आप|आपने|तुम',
  hr: 'vi|ti',
  hu: 'te|ön',
  hy: 'դուք|դու',
  id: 'anda|kamu',
  it: 'tu|lei',
  ja: 'あなた|自分',
  jv: 'sampeyan',
  ka: 'თქვენ|შენ',
  kk: 'сіз|сен',
  km: 'អ្នក|លោកអ្នក',
  kn: 'ನೀವು',
  ko: '나|회원님',
  lo: 'ທ່ານ|ເຈົ້າ',
  lt: 'jūs|tu',
  lv: 'jūs|tu',
  mk: 'вие|ти',
  ml: 'നിങ്ങൾ',
  mn: 'та|чи',
  mr: 'तुम्ही|आपण',
  ms: 'anda|kamu',
  my: 'သင်|သင်က',
  nb: 'du|deg',
  ne: 'तपाईं|तपाईँ',
  nl: 'jij|je|u',
  pa: 'ਤੁਸੀਂ',
  pl: 'ty',
  pt: 'você|tu',
  ro: 'tu|dvs|dumneavoastră',
  ru: 'вы|ты',
  si: 'ඔබ|ඔයා',
  sk: 'vy|ty',
  sl: 'vi|ti',
  sq: 'ju|ti',
  sr: 'ви|ти|vi|ti',
  sv: 'du',
  sw: 'wewe',
  ta: 'நீங்கள்|நீ',
  te: 'మీరు|నువ్వు',
  th: 'คุณ',
  tl: 'ikaw|ikaw ay|you',
  tr: 'sen|siz',
  uk: 'ви|ти',
  ur: 'آپ|تم',
  uz: 'siz|sen',
  vi: 'bạn|mình',
  zh: '你|您',
};

/** A name or word as it is compared: without marks of direction and case. */
export function plainName(name: string): string {
  return name
    .normalize('NFC')
    .replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '')
    .trim()
    .toLowerCase();
}

/**
 * Whether `word` means oneself on a page in `language` (as in `<html lang>`). Only words of that language count: a
 * friend called Vi or Du must not be taken for oneself elsewhere. Where the language is not known, English alone does.
 */
export function isOwnWord(word: string, language: string): boolean {
  const code = language.toLowerCase().split(/[-_]/)[0] ?? '';
  const words = OWN_WORDS[code] ?? OWN_WORDS.en ?? '';
  return words.split('|').includes(plainName(word));
}
