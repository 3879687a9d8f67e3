// Week by week: locked, open, or not yet begun.
import { formatDay } from '../../utils/dates';
import { AskTwice } from '../ask-twice';
import { OutcomeLine, useOutcome } from '../outcome';
import { EXAMPLE_WEEKS } from './example-weeks';
import type { OpenWeeks, PartProps } from './family-view';
import { NewPinForm } from './new-pin';
import { PinForm } from './pin-form';
import { LEVELS } from './weeks-chart';
import { WeeksFigure } from './weeks-figure';

/** A week is shown when it has been over for a week (utils/family-weeks.ts). */
const DAYS_UNTIL_SHOWN = 14;

export function Weeks(props: PartProps) {
  const { view, context } = props;
  const { t } = context;
  const { open, status } = view;
  // Here, since what asks for it goes when it is done: nobody would hear that all is deleted.
  const [outcome, run] = useOutcome();
  const isReset = outcome === 'done' && !status.hasPin;
  return (
    <section class="block" aria-labelledby="weeks-title">
      <h2 id="weeks-title" tabIndex={-1}>
        {t('family.weeks.title')}
      </h2>
      {!status.hasPin && <NoPin {...props} />}
      {status.hasPin && open === null && <Locked {...props} onReset={() => run(props.actions.reset)} />}
      {status.hasPin && open !== null && <Opened {...props} open={open} />}
      <OutcomeLine outcome={outcome === 'failed' || isReset ? outcome : null} t={t}>
        {t('options.delete.done')}
      </OutcomeLine>
    </section>
  );
}

function NoPin({ context: { t }, actions }: PartProps) {
  return (
    <>
      <p>{t('family.no-pin.text')}</p>
      <NewPinForm id="first" t={t} withOld={false} onPin={actions.setPin} />
    </>
  );
}

function Locked({ context, actions, onReset }: PartProps & { readonly onReset: () => void }) {
  const { t } = context;
  return (
    <>
      <p>{t('family.locked.text')}</p>
      <PinForm id="open" button={t('family.locked.open')} t={t} onPin={actions.open} />
      <details>
        <summary>{t('family.locked.example')}</summary>
        <div class="plain">
          <p class="quiet">{t('family.locked.invented')}</p>
          <WeeksFigure weeks={EXAMPLE_WEEKS} context={context} />
        </div>
      </details>
      <div class="plain">
        <AskTwice
          label={t('family.forgot.button')}
          question={t('family.forgot.question')}
          yes={t('family.forgot.yes')}
          no={t('family.forgot.no')}
          onYes={onReset}
        />
      </div>
    </>
  );
}

function Opened({ open, context, actions }: PartProps & { readonly open: OpenWeeks }) {
  const { t, language } = context;
  const { weeks, since } = open;
  const calm = weeks.every(({ amounts }) => LEVELS.every((level) => amounts[level] === 'none'));
  return (
    <>
      {weeks.length === 0 && (
        <p>{t('family.weeks.empty', { date: formatDay(firstShown(since), t, language) })}</p>
      )}
      {weeks.length > 0 && (
        <>
          <p class="quiet">{t('family.weeks.late')}</p>
          {calm && <p>{t('family.weeks.calm')}</p>}
          <WeeksFigure weeks={weeks} context={context} />
          <p>{t('family.weeks.means')}</p>
        </>
      )}
      <button type="button" class="button-quiet" onClick={actions.lock}>
        {t('family.weeks.lock')}
      </button>
    </>
  );
}

/** The day on which the week of `since` is shown; both in days since 1970, which was a Thursday. */
function firstShown(since: number): number {
  return since - ((since + 3) % 7) + DAYS_UNTIL_SHOWN;
}
