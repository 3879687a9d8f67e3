// The note's rows and text: in order, only what was filled in, ticked choices in both languages, typed text as typed.
import { describe, expect, it } from 'vitest';
import { contextIn } from '../help/testing';
import { NOTE_SECTIONS, type NoteValues } from './note-fields';
import { clockName, noteRows, noteText } from './note-rows';

const [en, km] = [contextIn('en'), contextIn('km')];
const FRAME = { written: '2026-11-25', clock: 'UTC+7' };
const FILLED: NoteValues = {
  reach: ['no-name'],
  signs: ['payment', 'threat'],
  summary: '  They want money. ',
  last: '2026-11-24',
  country: ['KH'],
  handle: ' ',
  links: '',
};

describe('the rows', () => {
  it('are none for an empty note', () => {
    expect(noteRows({}, [en])).toEqual([]);
    expect(noteRows({ summary: ' ', signs: [], links: '' }, [en, km])).toEqual([]);
  });

  it('stand in the order of the form, however they were filled in', () => {
    const ids = noteRows(FILLED, [en]).map(({ id }) => id);
    expect(ids).toEqual(['summary', 'signs', 'last', 'country', 'reach']);
  });

  it('say ticks in each language, and typed text once, as typed', () => {
    const rows = noteRows(FILLED, [en, km]);
    const signs = rows.find(({ id }) => id === 'signs');
    expect(signs?.said).toEqual(
      [en, km].map(({ t }) => ['threat', 'payment'].map((sign) => t(`note.option.signs.${sign}`))),
    );
    expect(rows.find(({ id }) => id === 'summary')).toMatchObject({
      typed: 'They want money.',
      said: [[], []],
    });
    expect(rows.find(({ id }) => id === 'last')?.said).toEqual([['November 24, 2026'], ['24 វិច្ឆិកា 2026']]);
    expect(rows.find(({ id }) => id === 'country')?.said).toEqual([['Cambodia'], ['កម្ពុជា']]);
  });

  it('leave out an option that is none', () => {
    expect(noteRows({ signs: ['no-such-sign'] }, [en])).toEqual([]);
  });
});

describe('the text', () => {
  const text = noteText(noteRows(FILLED, [en, km]), FRAME, [en, km]);

  it('holds everything in both languages', () => {
    for (const { t } of [en, km]) {
      expect(text).toContain(t('note.option.signs.threat'));
      expect(text).toContain(t('note.field.summary'));
      expect(text).toContain(t('note.sheet.title'));
      expect(text).toContain(t('note.sheet.end'));
    }
    expect(text.match(/They want money\./g)).toHaveLength(1);
    expect(text).toContain('UTC+7');
  });

  it('is in one language where one is enough', () => {
    const alone = noteText(noteRows(FILLED, [en]), FRAME, [en]);
    expect(alone).not.toMatch(/\p{Script=Khmer}/u);
    expect(alone).toContain(`${en.t('note.field.signs')}\n- ${en.t('note.option.signs.threat')}\n`);
  });
});

describe('the words', () => {
  it.each(NOTE_SECTIONS)('of step $id are there in both languages', ({ id, fields }) => {
    for (const { t } of [en, km]) {
      expect(t.has(`note.section.${id}`)).toBe(true);
      for (const field of fields) {
        expect(t.has(`note.field.${field.id}`), field.id).toBe(true);
        if (!('options' in field)) continue;
        for (const option of field.options)
          expect(t.has(`note.option.${field.id}.${option}`), option).toBe(true);
      }
    }
  });

  it('no field stands twice', () => {
    const ids = NOTE_SECTIONS.flatMap(({ fields }) => fields.map(({ id }) => id));
    expect(new Set(ids).size).toBe(ids.length);
  });
});

it.each([
  [-420, 'UTC+7'],
  [0, 'UTC+0'],
  [300, 'UTC-5'],
  [-330, 'UTC+5:30'],
  [210, 'UTC-3:30'],
])('a clock %i minutes behind is called %s', (minutes, name) => expect(clockName(minutes)).toBe(name));
