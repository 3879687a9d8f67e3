// Tells an age ("2d", "5 hours", "1 ngày") from other short texts with a number, by the words that browsers know.
import { plainDate } from './date-names';
import { remembering } from './remembering';

const UNITS = ['second', 'minute', 'hour', 'day', 'week', 'month', 'year'] as const;
const STYLES = ['narrow', 'short', 'long'] as const;
/**
 * Units that desktop Chromium has no names of (date-names.ts) or other ones than sites write, and the word for "ago" before or
 * behind. From CLDR, but for English and Arabic and the everyday word for a week in Khmer.
 */
const TABLE: Readonly<Record<string, { readonly units: string; readonly ago: string }>> = {
  en: { units: 'secs|mins|hrs', ago: 'ago' },
  ar: {
    units:
      'ثانية|ثوان|ثواني|دقيقة|دقائق|ساعة|ساعات|يوم|يومًا|أيام|أسبوع|أسبوعًا|أسابيع|شهر|شهرًا|أشهر|شهور|سنة|سنوات|عام|عامًا|أعوام',
    ago: 'منذ',
  },
  km: { units: 'វិនាទី|នាទី|ម៉ោង|ថ្ងៃ|សប្ដាហ៍|សប្តាហ៍|អាទិត្យ|ខែ|ឆ្នាំ', ago: 'មុន' },
  my: { units: 'စက္ကန့်|မိနစ်|နာရီ|ရက်|ပတ်|လ|နှစ်', ago: 'ပြီးခဲ့သည့်' },
  lo: { units: 'ວິນາທີ|ວິ|ນາທີ|ນທ|ຊົ່ວໂມງ|ຊມ|ມື້|ມ|ອາທິດ|ອທ|ເດືອນ|ດ|ປີ|ປ', ago: 'ກ່ອນ' },
};
/** Letters beside the number in short ages of Latin script: "2d", "5 h", "3w", "1mo". */
const SHORT_AGE = /^\d+\s?[a-z]{1,2}\.?$/;

/** Whether `text` is nothing but a span of time, in the page's language or in English. */
export function isAge(text: string, language: string): boolean {
  const plain = plainDate(text);
  const count = /\d+/.exec(plain)?.[0];
  if (count === undefined) return false;
  if (SHORT_AGE.test(plain)) return true;
  const written = squeeze(plain);
  return [language, 'en'].some(
    (each) => isTabled(written, each) || agesOf(each, Number(count)).includes(written),
  );
}

function isTabled(plain: string, language: string): boolean {
  const names = TABLE[language.split(/[-_]/)[0] ?? ''];
  if (!names) return false;
  const unit = plain.replace(/\d+/, '').replace(plainDate(names.ago), '');
  return names.units.split('|').some((name) => plainDate(name) === unit);
}

const squeeze = (text: string): string => text.replace(/[\s.]+/g, '');

/** Making 42 formats costs a few milliseconds; numbers up to 60 in two languages are nearly all that is asked for. */
const agesOf = remembering(200, writeAges);

function writeAges(language: string, count: number): string[] {
  try {
    return UNITS.flatMap((unit) =>
      STYLES.flatMap((unitDisplay) => {
        const format = new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay });
        const ago = new Intl.RelativeTimeFormat(language, { style: unitDisplay });
        return [format.format(count), ago.format(-count, unit)].map((age) => squeeze(plainDate(age)));
      }),
    );
  } catch {
    return []; // `lang` of a page may be anything
  }
}
