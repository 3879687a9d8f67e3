// Letters and signs that are drawn or typed one for another, each under the one that it is read as.

/**
 * Letters that are drawn like Latin ones, each under the Latin one. Sources: the Unicode confusables table (UTS 39), cut
 * down to scripts whose fonts people mix in to get round filters; and the alphabets that web pages for "fancy text" make.
 * Capitals stand for themselves where their small letter is drawn like another one: \u0397 is H, \u03b7 is n.
 */
export const LETTERS_ALIKE: Readonly<Record<string, string>> = {
  a: 'аαɑᴀⱥᗩᗅᐱᎪᏗΛДɐ',
  b: 'вβʙƀɓɮьъбᗷᏴᏰΒВБ',
  c: 'сᴄȼƈҁςᑕᏟፈᄃ',
  d: 'ԁδᴅđɖɗ∂ↁᗪᗞᎠᎴ',
  e: 'еεєэᴇɛɇᗴᕮᎬᏋΣ∑',
  f: 'ꜰƒʄғᖴᎦ',
  g: 'ɡɢɠցᏀᎶ',
  h: 'һнʜħɦⱨհᕼᎻᏂΗ',
  i: 'іιıɩɪɨᎥ',
  j: 'јᴊɉʝנᒍᎫᏠ',
  k: 'кκᴋƙӄҝқⱪᏦ',
  l: 'ӏʟłƚⱡɭᒪᏞᏝᄂƖ',
  m: 'мᴍɱʍᗰᎷΜ',
  n: 'пηɴŋɲɳռոᑎᏁИΝ',
  o: 'оοσᴏøɵөօфᎧ',
  p: 'рρᴘƥ℘քᑭᏢᎮ',
  q: 'ԛʠզᑫᎤ',
  r: 'гяʀɾɽཞᖇᏒ',
  s: 'ѕꜱʂƨֆᔕᏚᏕ',
  t: 'тτᴛŧƭȶɬᎢᏖ',
  u: 'иυμцᴜʉʊսᑌᏬ',
  v: 'ѵνᴠʋᐯᏙᏉ',
  w: 'ԝωᴡɯшщաᗯᎳᏔᏇ',
  x: 'хχӽӿҳжҗ᙭ጀ',
  y: 'уγʏɏƴчүұყᎩΥ',
  z: 'ΖᴢʐʑƶⱬᘔᏃፚ',
  3: 'з',
  ss: 'ß',
  // Arabic letters as Persian and Urdu keyboards type them, and those that Arabic spelling mixes up at the end of a word.
  ك: 'ک',
  ي: 'یىې',
  ه: 'ھہەة',
  ae: 'æ',
  oe: 'œ',
};

/** Currency signs that are drawn like letters: inside a word they are those. Each under its letter. */
export const SIGNS_ALIKE: Readonly<Record<string, string>> = {
  a: '₳',
  b: '฿₿',
  c: '₵¢₡',
  d: '₫',
  e: '€',
  f: '₣',
  g: '₲',
  k: '₭',
  l: '£',
  m: '₥',
  n: '₦',
  p: '₱',
  s: '₴',
  t: '₮',
  w: '₩',
  y: '¥',
};
