// Hours as sites write them, and what is left for the day beside them.
import { afterEach, expect, test, vi } from 'vitest';
import { parseDay } from './calendar';
import { parseClock, timeOn } from './clock';

const NOW = new Date('2026-11-24T12:00:00').getTime(); // a Tuesday

afterEach(() => vi.unstubAllEnvs());

test.each([
  ['12:07', 'en', 727],
  ['edited 12:07', 'en', 727],
  ['12:07 AM', 'en', 7],
  ['9.05 p.m.', 'en', 1265],
  ['១២:០៧', 'km', 727],
  ['下午9:05', 'zh-TW', 1265],
  ['晚上9:05', 'zh-TW', 1265],
  ['오후 9:05', 'ko', 1265],
  ['PM 2:05', 'ko', 845],
  ['AM 12:05', 'ko', 5],
  ['2026. 11. 19. PM 12:05', 'ko', 725],
  ['2:05:33 PM', 'en', 845],
  ['14:05:33', 'de', 845],
  ['2:05  PM', 'en', 845],
  ['Am Montag um 14:05', 'de', 845],
  ['Am Montag um 12:05', 'de', 725],
  ['12:05 Uhr am Montag', 'de', 725],
  ['14:05 am Montag', 'de', 845],
  ['12:05 a. m.', 'es', 5],
  ['午後0:30', 'ja', 750],
  ['14:05 CH', 'vi', 845],
  ['24.11.2026 14:05', 'de', 845],
  ['2.11. klo 14.05', 'fi', 845],
  ['14 h 05', 'fr-CA', 845],
  ['2 h 05 p.m.', 'fr-CA', 845],
  ['2:05 ч. pm', 'bg', 845],
  ['14:05 ч.', 'bg', 845],
  ['às 14h05', 'pt', 845],
  ['14h05 mardi', 'fr', 845],
  ['9:05 ល្ងាច', 'km', 1265],
  ['៩:០៥ ព្រឹក', 'km', 545],
])('%s is a time of day', (text, language, minutes) => {
  expect(parseClock(text, language)?.minutes).toBe(minutes);
});

test.each([
  ['أمس 9:30 م', 'ar', 1290, '2026-11-23'],
  ['9:30 م 12 نوفمبر', 'ar', 1290, '2026-11-12'],
  ['09:30 أمس', 'ar', 570, '2026-11-23'],
  ['09:30 Chủ Nhật', 'vi', 570, '2026-11-22'],
  ['9:30 CH Chủ Nhật', 'vi', 1290, '2026-11-22'],
  ['11월 19일 PM 9:30', 'ko', 1290, '2026-11-19'],
])('%s (%s) is a time of day beside a day', (text, language, minutes, day) => {
  const clock = parseClock(text, language);
  expect(clock?.minutes).toBe(minutes);
  expect(parseDay(clock?.rest ?? '', language, NOW)).toBe(new Date(`${day}T00:00:00`).getTime());
});

test.each([
  '',
  'noon',
  '25:00',
  '12:75',
  '1:234',
  '14.10.26',
  '2 h',
  '25h10',
  '1h234',
  '1h 20m',
  '1 h 20 min',
])('"%s" is no time of day', (text) => {
  expect(parseClock(text, 'en')).toBeNull();
});

test('a language that does not exist harms nothing', () => {
  expect(parseClock('12:07', '!!')?.minutes).toBe(727);
});

test('an hour and a day that a page repeats are taken apart once, and a day anew on the next', () => {
  const read = (now: number) => [
    parseClock('7:41\u202fPM', 'en'),
    parseDay('Wednesday\u200e', 'en', now),
    parseDay('Yesterday\u200e', 'en', now),
  ];
  const before = read(NOW);
  const asked = vi.spyOn(String.prototype, 'normalize');
  expect(read(NOW + 60_000)).toEqual(before);
  expect(asked).not.toHaveBeenCalled();
  const next = read(NOW + 86_400_000);
  expect(next[2]).toBe((before[2] as number) + 86_400_000);
  asked.mockRestore();
});

/** In New York clocks are put forward on March 14, 2027, and back on November 1, 2026, both at two in the night. */
test.each([
  ['2027-03-14', '14:06', 14 * 60 + 5, '2027-03-14T14:05'],
  ['2027-03-14', '00:05', 23 * 60 + 50, '2027-03-13T23:50'],
  ['2027-03-15', '00:05', 23 * 60 + 50, '2027-03-14T23:50'],
  ['2026-11-01', '14:06', 14 * 60 + 5, '2026-11-01T14:05'],
  ['2026-11-02', '00:05', 23 * 60 + 50, '2026-11-01T23:50'],
])('on %s at %s, %i minutes are those of the clock that day', (day, clock, minutes, expected) => {
  vi.stubEnv('TZ', 'America/New_York');
  const at = timeOn(new Date(`${day}T00:00`).getTime(), minutes, new Date(`${day}T${clock}`).getTime());
  expect(new Date(at)).toEqual(new Date(expected));
});
