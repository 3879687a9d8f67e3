import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { formatDate, formatDay, formatMoment, formatWeekday } from './dates';
import { createTranslator } from './i18n';

const translator = (language: 'en' | 'km') =>
  createTranslator(
    JSON.parse(readFileSync(join(import.meta.dirname, `../locales/${language}.json`), 'utf8')),
    language,
  );
const en = translator('en');
const km = translator('km');

describe('dates', () => {
  it.each([
    [formatDay(0, en, 'en'), 'January 1, 1970'],
    [formatDay(20_781, km, 'km'), '24 វិច្ឆិកា 2026'],
    [formatMoment(new Date(2026, 10, 24, 23, 59).getTime(), en, 'en'), 'November 24, 2026'],
    [formatMoment(new Date(2026, 10, 24, 0, 1).getTime(), km, 'km'), '24 វិច្ឆិកា 2026'],
    [formatDate('2026-11', en, 'en'), 'November 2026'],
    [formatDate('2026-11', km, 'km'), 'ខែវិច្ឆិកា 2026'],
    [formatDate('2026-02-03', km, 'km'), '3 កុម្ភៈ 2026'],
    [formatDate('2025', km, 'km'), '2025'],
    [formatDate('2025-13', en, 'en'), '2025-13'],
    [formatDate('soon', en, 'en'), 'soon'],
    [formatWeekday('mon', en, 'en'), 'Mon'],
    [formatWeekday('sun', km, 'km'), 'អាទិត្យ'],
  ])('%s', (written, expected) => expect(written).toBe(expected));

  it.each(['th', 'fa', 'ar', 'ar-SA'])('in %s are of the year that sources name', (language) => {
    const t = createTranslator({}, language as 'en');
    for (const date of ['2026-11-28', '2026-11', '2026'])
      expect(formatDate(date, t, language as 'en')).toMatch(/(?<!\d)2026(?!\d)/);
  });

  it('name every month and weekday in Khmer letters', () => {
    const months = Array.from({ length: 12 }, (_, month) => km(`names.month.${month + 1}`));
    const days = (['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const).map((day) =>
      formatWeekday(day, km, 'km'),
    );
    expect([...months, ...days].filter((name) => !/^\p{Script=Khmer}+$/u.test(name))).toEqual([]);
    expect(new Set([...months, ...days]).size).toBe(19);
  });
});
