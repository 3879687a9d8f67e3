// What the family view says besides the weeks: what waits, what it shows and never shows, what it covers, how to talk.
import { formatList } from '../../utils/names';
import type { PageContext } from '../page-context';
import type { Coverage, PartProps } from './family-view';
import { NewPinForm } from './new-pin';
import { PinForm } from './pin-form';

const STARTERS = ['laugh', 'app', 'bad', 'help', 'mine'];
const NEVER = ['whom', 'what', 'where', 'when'];

/** For a child under 13: after a danger card, until the PIN acknowledges it. Where there is none, a new one does. */
export function Pending({ view, context: { t }, actions }: PartProps) {
  return (
    <section class="note note-danger" aria-labelledby="pending-title">
      <h2 id="pending-title">{t('family.pending.title')}</h2>
      <p>{t('family.pending.text')}</p>
      <p>{t('family.pending.calm')}</p>
      <p>
        <a href="/help.html#parent">{t('family.pending.first')}</a>
      </p>
      {view.status.hasPin ? (
        <PinForm id="seen" button={t('family.pending.button')} t={t} onPin={actions.acknowledge} />
      ) : (
        <p>{t('family.pending.no-pin')}</p>
      )}
    </section>
  );
}

export function Off({ context: { t } }: { readonly context: PageContext }) {
  return (
    <section class="block" aria-labelledby="off-title">
      <h2 id="off-title" tabIndex={-1}>
        {t('family.off.title')}
      </h2>
      <p>{t('family.off.text')}</p>
      <p>{t('family.off.again')}</p>
      <p>
        <a href="/options.html">{t('family.off.choices')}</a>
      </p>
    </section>
  );
}

export function Shows({ view, context: { t } }: PartProps) {
  return (
    <section class="block" aria-labelledby="shows-title">
      <h2 id="shows-title">{t('family.shows.title')}</h2>
      <ul class="points">
        <li>{t('family.shows.weeks')}</li>
        <li>{t('family.shows.late')}</li>
        {view.status.audience === 'parent' && <li>{t('family.shows.serious')}</li>}
        <li>{t('family.shows.same')}</li>
      </ul>
      <h3>{t('family.never.title')}</h3>
      <ul class="points">
        {NEVER.map((what) => (
          <li key={what}>{t(`family.never.${what}`)}</li>
        ))}
      </ul>
    </section>
  );
}

export function Covers({
  coverage,
  context,
}: {
  readonly coverage: Coverage;
  readonly context: PageContext;
}) {
  const { t, language } = context;
  const list = (sites: readonly string[]) => formatList(sites, 'unit', t, language);
  const { on, off, barred, paused, privateWindows } = coverage;
  return (
    <section class="block" aria-labelledby="covers-title">
      <h2 id="covers-title">{t('family.covers.title')}</h2>
      <ul class="points">
        {paused && <li>{t('family.covers.paused')}</li>}
        {!paused && on.length > 0 && <li>{t('family.covers.on', { sites: list(on) })}</li>}
        {off.length > 0 && <li>{t('family.covers.off', { sites: list(off) })}</li>}
        {barred.length > 0 && <li>{t('family.covers.barred', { sites: list(barred) })}</li>}
        {privateWindows !== null && <li>{t(`family.covers.private-${privateWindows ? 'on' : 'off'}`)}</li>}
        <li>{t('family.covers.phone')}</li>
      </ul>
      <p>{t('family.covers.talk')}</p>
    </section>
  );
}

/** The same in every week, so that nobody can tell from a question what was counted. */
export function Starters({ context: { t } }: { readonly context: PageContext }) {
  return (
    <section class="block" aria-labelledby="starters-title">
      <h2 id="starters-title">{t('family.starters.title')}</h2>
      <p>{t('family.starters.lead')}</p>
      <ul class="plain-list starters">
        {STARTERS.map((starter) => (
          <li key={starter}>{t(`family.starters.${starter}`)}</li>
        ))}
      </ul>
      <p>
        <a href="/help.html#parent">{t('family.starters.more')}</a>
      </p>
    </section>
  );
}

export function Manage({ context: { t }, actions }: PartProps) {
  return (
    <section class="block" aria-labelledby="manage-title">
      <h2 id="manage-title">{t('family.manage.title')}</h2>
      <details>
        <summary>{t('family.manage.change')}</summary>
        <NewPinForm id="change" t={t} withOld={true} onPin={actions.setPin} />
      </details>
      <details>
        <summary>{t('family.manage.off')}</summary>
        <div class="plain">
          <p>{t('family.manage.off-text')}</p>
          <PinForm id="off" kind="danger" button={t('family.manage.off')} t={t} onPin={actions.turnOff} />
        </div>
      </details>
    </section>
  );
}
