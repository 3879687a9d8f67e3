// What the popup must own up to: failed memory, a page never seen live; and a quiet contact.
import { formatMoment } from '../../utils/dates';
import { formatSite } from '../../utils/names';
import type { StorageHealth } from '../../utils/page-messages';
import type { TabReport } from '../../utils/tab-messages';
import { OutcomeLine, useOutcome } from '../outcome';
import type { PageContext } from '../page-context';
import type { PopupActions, TabAnswer } from './tab-answer';

export type NotesProps = {
  readonly tab: TabAnswer;
  readonly health: StorageHealth | null;
  readonly settingsFailed: boolean;
  readonly context: PageContext;
  readonly actions: PopupActions;
};

export function Notes({ tab, health, settingsFailed, context, actions }: NotesProps) {
  const report = typeof tab === 'object' ? tab : null;
  const notes = sentences(report, health, settingsFailed, context);
  const quiet = report !== null && report.snoozedUntil !== null;
  const [outcome, run] = useOutcome();
  const shown = (outcome === 'done') === quiet ? null : outcome; // what was said of an earlier quiet is not true of this one
  if (notes.length === 0 && !quiet && shown === null) return null;
  return (
    <section aria-labelledby="notes-title">
      <h2 id="notes-title">{context.t('popup.notes.title')}</h2>
      {report !== null && quiet && (
        <Quiet report={report} context={context} onEnd={() => run(actions.endSnooze)} />
      )}
      <OutcomeLine outcome={shown} t={context.t}>
        {context.t('options.snoozes.ended')}
      </OutcomeLine>
      {notes.length > 0 && (
        <ul class="notes">
          {notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
    </section>
  );
}

function sentences(
  report: TabReport | null,
  health: StorageHealth | null,
  settingsFailed: boolean,
  { t }: PageContext,
): readonly string[] {
  const setAside = (health?.setAside.length ?? 0) > 0;
  const notes = [
    report?.memoryFailed || health?.working === false ? t('popup.notes.memory') : null,
    setAside ? t('popup.notes.set-aside') : null,
    settingsFailed ? t('popup.notes.settings') : null,
    report?.adapter?.seenLive === null
      ? t(`popup.notes.${report.adapter.experimental ? 'experimental' : 'not-live'}`, {
          site: formatSite(report.adapter, t),
        })
      : null,
  ];
  return notes.filter((note) => note !== null);
}

function Quiet({
  report,
  context: { t, language },
  onEnd,
}: Pick<NotesProps, 'context'> & { readonly report: TabReport; readonly onEnd: () => void }) {
  const until = formatMoment(report.snoozedUntil ?? 0, t, language);
  return (
    <>
      <p>{t('popup.quiet.text', { date: until })}</p>
      <button type="button" class="button-quiet" onClick={onEnd}>
        {t('popup.quiet.end')}
      </button>
    </>
  );
}
