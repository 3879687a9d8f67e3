// From what was filled in to the rows of the note, in one language or in two side by side. Pure.
import { formatDate } from '../../utils/dates';
import type { Translate } from '../../utils/i18n';
import { formatCountry } from '../../utils/names';
import type { Language } from '../../utils/settings';
import { NOTE_SECTIONS, type NoteField, type NoteValues, tickedIn, typedIn } from './note-fields';

/** A language that the note is written in. */
export type NoteLanguage = { readonly language: Language; readonly t: Translate };

/** One thing that was filled in. `said`: in each language; `typed`: as the person wrote it, in no language of ours. */
export type NoteRow = {
  readonly id: string;
  readonly labels: readonly string[];
  readonly said: readonly (readonly string[])[];
  readonly typed: string | null;
};

/** The filled-in rows only, in the order of the sections. The first language is the writer's. */
export function noteRows(values: NoteValues, languages: readonly NoteLanguage[]): readonly NoteRow[] {
  return NOTE_SECTIONS.flatMap(({ fields }) => fields)
    .map((field) => rowOf(field, values, languages))
    .filter((row) => row.typed !== null || row.said.some((lines) => lines.length > 0));
}

function rowOf(field: NoteField, values: NoteValues, languages: readonly NoteLanguage[]): NoteRow {
  const labels = languages.map(({ t }) => t(`note.field.${field.id}`));
  const isTyped = field.kind === 'line' || field.kind === 'text';
  const typed = isTyped ? typedIn(values, field.id).trim() || null : null;
  return { id: field.id, labels, said: languages.map((one) => said(field, values, one)), typed };
}

function said(field: NoteField, values: NoteValues, { t, language }: NoteLanguage): readonly string[] {
  switch (field.kind) {
    case 'ticks':
    case 'one':
      return field.options
        .filter((option) => tickedIn(values, field.id).includes(option))
        .map((option) => t(`note.option.${field.id}.${option}`));
    case 'date': {
      const day = typedIn(values, field.id);
      return day === '' ? [] : [formatDate(day, t, language)];
    }
    case 'country':
      return tickedIn(values, field.id).map((code) => formatCountry(code, t, language));
    default:
      return [];
  }
}

export type NoteFrame = {
  /** When it was written, as a date 'YYYY-MM-DD', and by which clock, e.g. 'UTC+7'. */
  readonly written: string;
  readonly clock: string;
};

/** What stands above and below the rows, in each language. */
export function noteFrame({ written, clock }: NoteFrame, { t, language }: NoteLanguage) {
  return {
    title: t('note.sheet.title'),
    written: t('note.sheet.written', { date: formatDate(written, t, language), clock }),
    end: t('note.sheet.end'),
  };
}

const BETWEEN = ' · ';

/** The note as plain text: every label and tick in both languages on a line, typed text below its label. */
export function noteText(
  rows: readonly NoteRow[],
  frame: NoteFrame,
  languages: readonly NoteLanguage[],
): string {
  const frames = languages.map((language) => noteFrame(frame, language));
  const body = rows.map(({ labels, said: lines, typed }) => {
    const ticked = (lines[0] ?? []).map((_, index) => `- ${lines.map((own) => own[index]).join(BETWEEN)}`);
    return [labels.join(BETWEEN), ...ticked, ...(typed === null ? [] : [typed])].join('\n');
  });
  const head = [...frames.map(({ title }) => title), ...frames.map(({ written }) => written)];
  return `${[head.join('\n'), ...body, frames.map(({ end }) => end).join('\n')].join('\n\n')}\n`;
}

/** By how much this device's clock is ahead of UTC; `minutes` as `Date.getTimezoneOffset` gives them. */
export function clockName(minutes: number): string {
  const ahead = -minutes;
  const [hours, rest] = [Math.floor(Math.abs(ahead) / 60), Math.abs(ahead) % 60];
  return `UTC${ahead < 0 ? '-' : '+'}${hours}${rest === 0 ? '' : `:${String(rest).padStart(2, '0')}`}`;
}
