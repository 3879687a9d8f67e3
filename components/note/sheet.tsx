// The note as it will be copied, printed or saved: one column, or two languages side by side. The only part that prints.

import { useState } from 'preact/hooks';
import { textDirection } from '../../utils/i18n';
import { AskTwice } from '../ask-twice';
import { afterGap, OutcomeLine, useOutcome } from '../outcome';
import { type NoteLanguage, type NoteRow, noteFrame, noteRows, noteText } from './note-rows';
import type { NoteProps } from './note-types';

export type SheetProps = Pick<NoteProps, 'values' | 'second' | 'frame' | 'context' | 'actions'>;

export function Sheet({ values, second, frame, context, actions }: SheetProps) {
  const { t, language } = context;
  const languages = second === null ? [{ t, language }] : [{ t, language }, second];
  const rows = noteRows(values, languages);
  const frames = languages.map((one) => noteFrame(frame, one));
  const text = noteText(rows, frame, languages);
  const empty = rows.length === 0;
  const cells = (write: (own: (typeof frames)[number]) => string) =>
    languages.map(({ language: tag }, index) => (
      <p key={tag} lang={tag} dir={textDirection(tag)}>
        {write(frames[index] as (typeof frames)[number])}
      </p>
    ));
  return (
    <section class="block sheet" aria-labelledby="sheet-title">
      <h2 id="sheet-title" class="no-print" tabIndex={-1}>
        {t('note.sheet.preview')}
      </h2>
      {empty && <p class="quiet no-print">{t('note.sheet.empty')}</p>}
      {!empty && (
        <>
          <div class={`sheet-page ${second === null ? '' : 'sheet-two'}`}>
            <div class="sheet-row sheet-title">{cells((own) => own.title)}</div>
            <div class="sheet-row quiet">{cells((own) => own.written)}</div>
            {rows.map((row) => (
              <SheetRow key={row.id} row={row} languages={languages} />
            ))}
            <div class="sheet-row quiet">{cells((own) => own.end)}</div>
          </div>
          <SheetButtons {...{ text, context, actions }} />
        </>
      )}
    </section>
  );
}

type RowProps = { readonly row: NoteRow; readonly languages: readonly NoteLanguage[] };

/** One thing that was filled in: in each language, and below it what the person typed. */
function SheetRow({ row: { labels, said, typed }, languages }: RowProps) {
  return (
    <div class="sheet-row">
      {languages.map((own, index) => (
        <div key={own.language} lang={own.language} dir={textDirection(own.language)}>
          <h3>{labels[index]}</h3>
          <ul>
            {said[index]?.map((value) => (
              <li key={value}>{value}</li>
            ))}
          </ul>
        </div>
      ))}
      {typed !== null && (
        <p class="sheet-typed" translate={false}>
          <bdi>{typed}</bdi>
        </p>
      )}
    </div>
  );
}

type ButtonsProps = Pick<NoteProps, 'context' | 'actions'> & { readonly text: string };

/** What can be done with the note. None of it prints. */
function SheetButtons({ text, context: { t, copy }, actions }: ButtonsProps) {
  const [outcome, run] = useOutcome();
  const [last, setLast] = useState<{ readonly deed: 'copied' | 'saved'; readonly text: string } | null>(null);
  function copyIt() {
    setLast({ deed: 'copied', text });
    void run(() => copy(text));
  }
  function saveIt() {
    setLast({ deed: 'saved', text });
    actions.save(text);
    void run(() => afterGap(true));
  }
  return (
    <div class="plain no-print">
      <p class="quiet">{t('note.sheet.traces')}</p>
      <div class="actions">
        <button type="button" class="button-main" onClick={copyIt}>
          {t('note.sheet.copy')}
        </button>
        <button type="button" class="button-quiet" onClick={actions.print}>
          {t('note.sheet.print')}
        </button>
        <button type="button" class="button-quiet" onClick={saveIt}>
          {t('note.sheet.save')}
        </button>
      </div>
      {/* What was said of the last copy or file is not true of a note that changed since. */}
      <OutcomeLine outcome={last?.text === text ? outcome : null} t={t}>
        {t(`note.sheet.${last?.deed ?? 'copied'}`)}
      </OutcomeLine>
      <AskTwice
        label={t('note.sheet.clear')}
        question={t('note.sheet.clear-question')}
        yes={t('note.sheet.clear-yes')}
        no={t('note.sheet.clear-no')}
        onYes={actions.clear}
      />
    </div>
  );
}
