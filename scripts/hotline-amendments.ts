// What the importer changes in the gathered list, and why: clearer names, limits told in the notes, addresses that are
// news pages. Nothing here adds a number or a link that the list does not contain. Keys: country, bar, name in the list.
import type { Hours, Limit, Opening, StandIn, Weekday } from '../help/types';

export type Amendment = {
  /** Drop the entry: the same line stands in the list under another kind. */
  readonly skip?: true;
  readonly id?: string;
  readonly name?: string;
  /** Drop the number: the list says that it may not connect. */
  readonly noPhone?: true;
  /** The digits without words. */
  readonly phone?: string;
  readonly press?: string;
  readonly email?: string;
  readonly limits?: readonly Limit[];
  readonly standsIn?: StandIn;
  readonly emergency?: true;
  readonly anonymous?: boolean;
  /** The address is a news page, or another body's: it becomes a source. */
  readonly urlIsSource?: true;
  /** The address without what forces a language. */
  readonly url?: string;
};

/** Line to offer first on a danger card: a person answers, children are meant, and the confidence is the best there. */
export const FIRST: Readonly<Record<string, string>> = {
  KH: 'kh-aple-hotline',
  TH: 'th-childline-thailand',
  VN: 'vn-111',
  PH: 'ph-makabata-1383',
  TR: 'tr-alo-183',
  US: 'us-cybertipline',
  GB: 'gb-childline',
  CL: 'cl-fono-ninos-147', // police, but for children, free and confidential
  IL: 'il-national-child-online-protection-bureau-105', // a joint bureau of police and ministries
  INT: 'int-cybertipline',
};

/** Member states of the European Union, where 112 is free everywhere. */
export const EU_MEMBERS =
  'AT BE BG HR CY CZ DK EE FI FR DE GR HU IE IT LV LT LU MT NL PL PT RO SK SI ES SE'.split(' ');

const emergency = { emergency: true } as const;
/** The list says that children are sent here, at any hour. */
const forChildren = { standsIn: 'child-helpline' } as const;
const newsPage = { urlIsSource: true } as const;
const limited = (...limits: Limit[]) => ({ limits });

export const AMENDMENTS: Readonly<Record<string, Amendment>> = {
  'KH|APLE Cambodia - Internet Hotline Cambodia (report form)': {
    id: 'kh-aple-form',
    name: 'APLE Cambodia: Internet Hotline form',
    ...limited('no-images', 'url-required'),
  },
  'KH|APLE Cambodia - 24/7 hotline': {
    id: 'kh-aple-hotline',
    name: 'APLE Cambodia hotline',
    ...limited('no-images', 'url-required'),
  },
  'KH|Child Helpline Cambodia (CHC)': {
    id: 'kh-child-helpline',
    name: 'Child Helpline Cambodia',
    ...limited('inside-country-only'),
  },
  'KH|Child Helpline Cambodia 1280 (use first for a teen in crisis)': {
    id: 'kh-child-helpline-crisis',
    name: 'Child Helpline Cambodia',
    standsIn: 'child-helpline',
    ...limited('not-a-suicide-line', 'inside-country-only'),
  },
  'KH|TPO Cambodia - suicide prevention helpline': {
    id: 'kh-tpo',
    name: 'TPO Cambodia: suicide prevention helpline',
    ...limited('maybe-not-children'),
  },
  'KH|Ambulance 119 (life in danger)': {
    id: 'kh-ambulance-119',
    name: 'Ambulance',
    standsIn: 'emergency',
    ...emergency,
    ...limited('not-a-suicide-line', 'only-some-places'),
  },
  'KH|Cambodian National Police - Anti-Human Trafficking and Juvenile Protection hotline': {
    id: 'kh-police-1288',
    name: 'Cambodian National Police: Anti-Human Trafficking and Juvenile Protection',
    ...newsPage,
    ...limited('inside-country-only'),
  },
  'KH|Cambodian National Police emergency': { id: 'kh-police-117', ...emergency, ...newsPage },
  'KH|Cambodian National Police online complaint hotline (cyber scams/extortion)': {
    id: 'kh-police-online',
    name: 'Cambodian National Police: online complaints',
  },
  "KH|Child Protection Unit (CPU) - Cambodian National Police / Cambodian Children's Fund": {
    id: 'kh-child-protection-unit',
    name: 'Child Protection Unit',
    ...limited('no-public-line'),
  },

  'TH|ThaiHotline': limited('url-required'),
  'TH|TICAC (Thailand Internet Crimes Against Children task force) - คลิปหลุดทำไง': {
    id: 'th-ticac',
    name: 'TICAC: Thailand Internet Crimes Against Children task force',
  },
  'TH|One Stop Crisis Center 1300 (Ministry of Social Development and Human Security)': {
    name: 'One Stop Crisis Center 1300',
  },
  'TH|Mental Health Hotline 1323 (Department of Mental Health)': {
    name: 'Mental Health Hotline 1323',
    ...limited('may-wait'),
  },
  'TH|Royal Thai Police emergency': emergency,

  'VN|National Child Protection Hotline 111': { id: 'vn-111' },
  'VN|National Child Protection Hotline 111 (24/7 fallback)': {
    id: 'vn-111-crisis',
    name: 'National Child Protection Hotline 111',
    standsIn: 'child-helpline',
    ...limited('not-a-suicide-line'),
  },
  'VN|Tomorrow Hotline (Ngày Mai) - depression and suicide first aid': {
    id: 'vn-ngay-mai',
    name: 'Tomorrow Hotline (Ngày Mai)',
  },
  'VN|Police emergency (Vietnam)': { name: 'Police emergency', ...emergency },

  'PH|eProtectKids CSAEM Hotline (ECPAT Philippines)': {
    id: 'ph-eprotectkids',
    name: 'eProtectKids (ECPAT Philippines)',
    anonymous: true, // its own form says so
  },
  'PH|1343 Actionline against Human Trafficking (CFO/IACAT)': {
    name: '1343 Actionline against Human Trafficking',
  },
  'PH|MAKABATA Helpline 1383 (Council for the Welfare of Children)': {
    id: 'ph-makabata-1383',
    name: 'MAKABATA Helpline 1383',
  },
  'PH|NCMH Crisis Hotline (National Center for Mental Health, DOH)': { name: 'NCMH Crisis Hotline 1553' },
  'PH|NCMH Crisis Hotline - mobile (USAP)': {
    name: 'NCMH Crisis Hotline, mobile',
    ...limited('call-costs'),
  },
  'PH|HOPELINE (Natasha Goulbourn Foundation)': { name: 'HOPELINE' },
  'PH|PNP Women and Children Protection Center (WCPC) - Luzon': {
    name: 'Police: Women and Children Protection Center, Luzon',
    ...newsPage,
    ...limited('only-some-places'),
  },
  'PH|Unified 911 emergency': { ...emergency, ...newsPage },

  'TR|DUY - harmful content report line (Ministry of Family and Social Services)': {
    name: 'DUY: report harmful content',
  },
  'TR|İhbarweb (BTK internet information hotline)': { id: 'tr-ihbarweb', name: 'İhbarweb' },
  'TR|ALO 183 Social Support Line (Ministry of Family and Social Services)': {
    id: 'tr-alo-183',
    name: 'ALO 183 Social Support Line',
  },
  'TR|Emergency 112 (no suicide line found)': {
    name: 'Emergency 112',
    standsIn: 'emergency',
    ...emergency,
    ...limited('not-a-suicide-line'),
  },

  'US|NCMEC CyberTipline': { id: 'us-cybertipline' },
  'US|FBI tips': { phone: '1-800-225-5324' },
  'US|Emergency 911': emergency,
  'US|NCMEC Take It Down': limited('under-18-images', 'not-encrypted-apps'),

  'GB|Internet Watch Foundation (IWF)': limited('url-required', 'under-18-images'),
  'GB|Childline': { id: 'gb-childline' },
  'GB|Shout': limited('residents-only'),
  'GB|PAPYRUS HOPELINE (under 35s)': { name: 'PAPYRUS HOPELINE' },
  'GB|CEOP Safety Centre (NCA)': {
    name: 'CEOP Safety Centre',
    anonymous: false, // its own form asks for contact details
    ...limited('not-for-emergencies'),
  },
  'GB|Emergency 999': { ...emergency, ...newsPage },
  'GB|Report Remove (Childline + IWF)': {
    name: 'Report Remove',
    ...limited('under-18-images', 'residents-only', 'not-encrypted-apps'),
  },

  'INT|NCMEC CyberTipline (accepts reports from anywhere)': {
    id: 'int-cybertipline',
    name: 'NCMEC CyberTipline',
    noPhone: true,
  },
  'INT|INHOPE member directory': limited('directory', 'url-required', 'not-for-emergencies'),
  'INT|IWF Reporting Portals': limited('directory', 'url-required', 'under-18-images'),
  'INT|ICMEC Global Hotline and Helpline Directory': limited('directory'),
  'INT|Europol - report cybercrime online (per-country links)': {
    name: 'Europol: where to report online crime',
    ...limited('directory', 'not-for-emergencies'),
  },
  'INT|Child Helpline International directory': limited('directory'),
  'INT|Find a Helpline (ThroughLine)': {
    id: 'int-find-a-helpline',
    name: 'Find a Helpline',
    ...limited('directory'),
  },
  'INT|Find a Helpline (ThroughLine) - crisis lines by country': {
    id: 'int-find-a-helpline-crisis',
    name: 'Find a Helpline',
    ...limited('directory'),
  },
  'INT|Befrienders Worldwide': limited('directory'),
  'INT|Take It Down (NCMEC) - images taken when under 18': {
    id: 'int-take-it-down',
    name: 'Take It Down',
    ...limited('under-18-images', 'not-encrypted-apps'),
  },
  'INT|StopNCII.org - adults 18+': { id: 'int-stopncii', name: 'StopNCII', ...limited('adults-only') },

  'EU|116 111 harmonised child helpline number': limited('only-some-places'),
  'EU|116 000 European hotline for missing children': limited('missing-child', 'only-some-places'),
  'EU|116 123 harmonised emotional support number': limited('only-some-places'),
  'EU|112 European emergency number': { id: 'eu-112', name: 'Emergency 112', ...emergency },

  // The other countries: only what the list's own notes say.
  'AE|Police emergency (UAE)': { name: 'Police emergency', ...emergency },
  'AR|Línea 102': limited('not-for-emergencies'),
  'AR|Línea nacional de salud mental': newsPage,
  'AU|ACCCE (AFP-led Australian Centre to Counter Child Exploitation)': {
    id: 'au-accce',
    name: 'ACCCE: Australian Centre to Counter Child Exploitation',
    ...limited('residents-only'),
  },
  'AU|Suicide Call Back Service': limited('call-costs'),
  'AU|Triple Zero': emergency,
  'BD|Child Helpline 1098 (Department of Social Services)': { name: 'Child Helpline 1098', ...forChildren },
  "BG|National Children's Helpline 116 111 (State Agency for Child Protection)": {
    name: "National Children's Helpline 116 111",
    ...forChildren,
  },
  'BD|BRAC Moner Jotno (teens and young people)': { name: 'BRAC Moner Jotno', ...newsPage },
  'BE|Centre de Prévention du Suicide (French)': limited('may-wait'),
  'CA|9-8-8: Suicide Crisis Helpline': newsPage,
  'CA|Emergency 9-1-1 / RCMP': { name: 'Emergency 911', ...emergency },
  'CL|Línea de Prevención del Suicidio *4141 (Minsal)': newsPage,
  'CO|Línea 106 (Secretaría de Salud de Bogotá)': limited('only-some-places'),
  'CZ|Linka první psychické pomoci 116 123': limited('adults-only'),
  'DE|TelefonSeelsorge': limited('may-wait'),
  'DE|Polizei-Notruf 110 / 112': { name: 'Polizei-Notruf 110', ...emergency },
  'DK|Livslinien': limited('may-wait'),
  'DK|Danish Police - report sexual abuse of children online': limited('not-for-emergencies'),
  'EG|General Secretariat of Mental Health 16328': newsPage,
  'ES|Emergency 112': emergency,
  'FI|MIELI Crisis Helpline (Finnish)': limited('call-costs'),
  'FR|Fil Santé Jeunes (12-25)': {
    name: 'Fil Santé Jeunes',
    standsIn: 'youth-line',
    ...limited('not-a-suicide-line'),
  },
  'HK|Hong Kong Police - emergency 999 / CyberDefender': { name: 'Police emergency 999', ...emergency },
  'ID|119 extension 8 (Ministry of Health, by phone)': {
    id: 'id-119-8',
    name: 'Ministry of Health line 119',
    phone: '119',
    press: '8',
  },
  'IE|Emergency 112 / 999': { name: 'Emergency 112', ...emergency, ...newsPage },
  'IN|Emergency 112': emergency,
  'IN|iCALL (Tata Institute of Social Sciences)': { name: 'iCALL', ...limited('call-costs') },
  'IT|Telefono Azzurro 1.96.96': forChildren,
  'IT|Telefono Amico Italia': limited('call-costs'),
  'JP|Police 110': emergency,
  "KE|Child Helpline 116 (Department of Children's Services / Childline Kenya)": {
    name: 'Child Helpline 116',
    ...forChildren,
    ...limited('may-wait'),
  },
  'KE|Befrienders Kenya': limited('call-costs'),
  'KR|KCSC/KMCC digital sex crime report 1377': { name: 'Digital sex crime report 1377', press: '3' },
  'KR|Police 112': emergency,
  'LT|Vilties linija 116 123': limited('adults-only'),
  'LV|Skalbes crisis line 116 123': limited('adults-only'),
  'MX|SAPTEL': limited('call-costs'),
  'MX|Emergency 911 (Mexico)': { name: 'Emergency 911', ...emergency },
  'MY|Malaysia emergency (police)': { name: 'Police emergency 999', ...emergency },
  'NG|Emergency 112 (Nigeria)': { name: 'Emergency 112', ...emergency, ...limited('only-some-places') },
  'NL|Emergency 112': emergency,
  'NZ|Emergency 111': emergency,
  'PE|Línea 113, option 5 (Minsa)': { name: 'Línea 113', press: '5' },
  'PK|Umang': newsPage,
  'PL|Dyżurnet.pl (NASK)': limited('call-costs'),
  'PL|Emergency 112': emergency,
  'PT|Linha Nacional de Prevenção do Suicídio 1411': newsPage,
  'SA|National Center for Mental Health Promotion': limited('call-costs'),
  'SG|Singapore Police Force emergency': emergency,
  'TW|1925 Peace of mind line (MOHW)': limited('may-wait'),
  'UG|Uganda Child Helpline (Sauti 116)': { name: 'Uganda Child Helpline 116 (Sauti)', ...forChildren },
  'UA|Government line 1545 (press 3) - child safety on the internet': {
    name: 'Government line 1545: child safety on the internet',
    press: '3',
  },
  'ZA|SAPS 10111': emergency,

  // Listed twice: as helpline, and better sourced as crisis line.
  'US|988 Suicide & Crisis Lifeline|helpline': { skip: true },
  'US|Crisis Text Line|helpline': { skip: true },
};

/** Platform routes: the service as adapters name it, the taps told in locales, and an e-mail address of the list. */
export const ROUTES: Readonly<
  Record<
    string,
    {
      services: readonly string[];
      id: string;
      service: string;
      taps?: string;
      email?: string;
      limits?: readonly Limit[];
      url?: string;
    }
  >
> = {
  'Facebook - report intimate image abuse / sextortion': {
    services: ['facebook', 'messenger'],
    id: 'facebook-picture-form',
    service: 'Facebook',
    taps: 'facebook',
  },
  'Facebook Safety Center - combating sextortion': {
    services: ['facebook', 'messenger'],
    id: 'facebook-safety',
    service: 'Facebook',
  },
  'Messenger - handle uncomfortable/abusive contact': {
    services: ['messenger', 'facebook'],
    id: 'messenger-help',
    service: 'Messenger',
  },
  'Instagram - threats to share private images': {
    services: ['instagram'],
    id: 'instagram-threats',
    service: 'Instagram',
    taps: 'instagram',
  },
  'WhatsApp - block and report someone': {
    services: ['whatsapp'],
    id: 'whatsapp-report',
    service: 'WhatsApp',
    taps: 'whatsapp',
  },
  'Telegram - in-app report + abuse e-mail': {
    services: ['telegram'],
    id: 'telegram-report',
    service: 'Telegram',
    taps: 'telegram',
    email: 'abuse@telegram.org',
    url: 'https://telegram.org/faq', // its fragment varies between sources, says the list
  },
  'Telegram - child abuse e-mail stopCA@telegram.org': {
    services: ['telegram'],
    id: 'telegram-stopca',
    service: 'Telegram',
    email: 'stopCA@telegram.org',
    limits: ['channel-not-chat'],
  },
  'Discord - report (parents/guardians and users)': {
    services: ['discord'],
    id: 'discord-report',
    service: 'Discord',
    taps: 'discord',
  },
  'Snapchat - report abuse in app': {
    services: ['snapchat'],
    id: 'snapchat-report',
    service: 'Snapchat',
    taps: 'snapchat',
  },
  'TikTok - report form': { services: ['tiktok'], id: 'tiktok-report', service: 'TikTok', taps: 'tiktok' },
  'X (Twitter) - report forms hub': { services: ['x'], id: 'x-report', service: 'X' },
  'Reddit - report': { services: ['reddit'], id: 'reddit-report', service: 'Reddit' },
  'Roblox - how to report rule violations': { services: ['roblox'], id: 'roblox-report', service: 'Roblox' },
  'YouTube - report a video, channel or comment': {
    services: ['youtube'],
    id: 'youtube-report',
    service: 'YouTube',
    url: 'https://support.google.com/youtube/answer/2802027',
  },
  'Twitch - how to file a user report': { services: ['twitch'], id: 'twitch-report', service: 'Twitch' },
  'Google Search - report child sexual abuse imagery': {
    services: ['google-search'],
    id: 'google-search-report',
    service: 'Google Search',
  },
  'Google Drive - report a file or folder': {
    services: ['google-drive'],
    id: 'google-drive-report',
    service: 'Google Drive',
  },
  'Dropbox - report abuse': { services: ['dropbox'], id: 'dropbox-report', service: 'Dropbox' },
};

const run = (first: Weekday, last: Weekday, from: string, to: string): Opening => ({ first, last, from, to });
const daily = (from: string, to: string): Opening => run('mon', 'sun', from, to);

/**
 * The list's hours as data. Where a source says "re-check", or is old, the hours are marked as not verified; where it
 * takes back its own "24/7", they are not known.
 */
export const HOURS: Readonly<Record<string, { hours: Hours | null; unverified?: true; zone?: string }>> = {
  '24/7': { hours: 'always' },
  '24/7 (ARS, press 3)': { hours: 'always' },
  '24/7 (tip desk)': { hours: 'always' },
  '24/7 (weekends were cut in Dec 2024; re-check)': { hours: null },
  '24/7 (08:00-20:00 in 2020; re-check)': { hours: null },
  '24/7 except Eid holidays': { hours: null },
  'office hours': { hours: 'office' },
  'weekdays 09:00-17:00': { hours: [run('mon', 'fri', '09:00', '17:00')] },
  'daily 08:00-20:00 (2021 source)': { hours: [daily('08:00', '20:00')], unverified: true },
  'daily 15:00-03:00': { hours: [daily('15:00', '03:00')] },
  'daily 07:00-23:00': { hours: [daily('07:00', '23:00')] },
  'daily 09:00-24:00': { hours: [daily('09:00', '24:00')] },
  'daily 09:00-22:00 (form 24h)': { hours: [daily('09:00', '22:00')] },
  '08:00-23:00 every day': { hours: [daily('08:00', '23:00')] },
  '7j/7 09:00-23:00': { hours: [daily('09:00', '23:00')] },
  'Mon-Fri 08:30-16:00 Central (form always open)': {
    hours: [run('mon', 'fri', '08:30', '16:00')],
    zone: 'America/Winnipeg',
  },
  'Mon-Sat 14:00-20:00': { hours: [run('mon', 'sat', '14:00', '20:00')] },
  'Mon-Sat 10:00-20:00': { hours: [run('mon', 'sat', '10:00', '20:00')] },
  'Mon-Fri 09:00-17:00, Tue/Thu to 19:00': {
    hours: [
      run('mon', 'fri', '09:00', '17:00'),
      run('tue', 'tue', '17:00', '19:00'),
      run('thu', 'thu', '17:00', '19:00'),
    ],
  },
  'chat Sun-Thu 16:00-24:00, Sat 18:00-24:00': {
    hours: [run('sun', 'thu', '16:00', '24:00'), run('sat', 'sat', '18:00', '24:00')],
  },
  'Mon-Sat 16:00-21:00 in the 2017 source (re-check)': {
    hours: [run('mon', 'sat', '16:00', '21:00')],
    unverified: true,
  },
  'Mon-Fri 09:00-21:00 (re-check)': { hours: [run('mon', 'fri', '09:00', '21:00')], unverified: true },
  '19:00-07:00 (2021 source)': { hours: [daily('19:00', '07:00')], unverified: true },
  'weekdays (2014: 09:30-11:30 and 14:30-17:00; re-check)': {
    hours: [run('mon', 'fri', '09:30', '11:30'), run('mon', 'fri', '14:30', '17:00')],
    unverified: true,
  },
  'Wed-Sun 13:00-20:30 (2022 source; re-check)': {
    hours: [run('wed', 'sun', '13:00', '20:30')],
    unverified: true,
  },
};
