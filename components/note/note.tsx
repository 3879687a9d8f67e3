// The report note: what a hotline or the police asks for, on one page. Nothing of it is sent or kept.
import { crisisFor, emergencyFor, hotlineFor, sameLine } from '../../help/choose';
import { Announcement } from '../announcement';
import { LanguageChoice } from '../country-choice';
import { FirstLines } from '../help/lines';
import type { ShownLine } from '../lines/page-line';
import { PageFrame } from '../page-frame';
import { tickedIn } from './note-fields';
import { NoteForm } from './note-form';
import type { NoteProps } from './note-types';
import { OpenChats } from './open-chats';
import { Recipient } from './recipient';
import { recipientsFor } from './recipients';
import { Sheet } from './sheet';

export function Note(props: NoteProps) {
  const { values, help, suggested, recipient, languages, familyOn, context, actions } = props;
  const { t } = context;
  const country = props.country ?? suggested;
  const lines = recipientsFor(help, country);
  const line = lines.find(({ id }) => id === recipient) ?? lines[0];
  const inDanger = tickedIn(values, 'danger').length > 0;
  return (
    <PageFrame page="note" context={context} familyOn={familyOn} onLeave={actions.leave} nav="below">
      <div class="note-columns">
        <div class="note-write no-print">
          <div class="plain">
            <p class="lead">{t('note.lead')}</p>
            <p>{t('note.forgets')}</p>
            <LanguageChoice languages={languages} context={context} onChange={actions.setLanguage} />
          </div>
          <OpenChats {...props} />
          {line !== undefined && <Recipient {...props} lines={lines} line={line} />}
          <h2>{t('note.form')}</h2>
          <p class="to-sheet">
            <a href="#sheet-title">{t('note.to-sheet')}</a>
          </p>
          {inDanger && <CallFirst {...props} country={country} />}
          <Announcement text={inDanger ? t('note.call-first') : ''} />
          <NoteForm {...{ values, country, context }} onFill={actions.fill} />
        </div>
        <Sheet {...props} />
      </div>
    </PageFrame>
  );
}

/** Who is in danger needs a voice, not a note. */
function CallFirst({ help, country, context }: NoteProps) {
  const crisis: ShownLine = crisisFor(help, country);
  const emergency = emergencyFor(help, country);
  const life: readonly ShownLine[] =
    emergency === null || sameLine(emergency, crisis.line) ? [] : [{ line: emergency, as: 'emergency' }];
  const lines = [crisis, ...life];
  const hotline = hotlineFor(help, country);
  // A list of lines, or one that only writes, can't be called.
  if (hotline.phone !== null && lines.every(({ line }) => line.phone === null))
    lines.push({ line: hotline, as: null });
  return (
    <section class="note note-danger" aria-labelledby="call-title">
      <h3 id="call-title">{context.t('note.call-first')}</h3>
      {emergency === null && <p>{context.t('help-page.emergency-unknown')}</p>}
      <FirstLines lines={lines} heading="h4" context={context} />
    </section>
  );
}
