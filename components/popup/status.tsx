// The first thing the popup says: whether this tab is read, and what was seen in one sentence.
import { formatLanguage, formatList } from '../../utils/names';
import type { TabReport } from '../../utils/tab-messages';
import { Lamp } from '../lamp';
import { lampOf } from '../mark-shape';
import { useOutcome } from '../outcome';
import type { PageContext } from '../page-context';
import { isLookAlone } from '../sign-sentences';
import { PageLink } from './family-note';
import { dangerKind, whoOf } from './stages';
import type { PopupActions, TabAnswer } from './tab-answer';

/** 'school': this site, by a policy that nothing here changes. */
export type OffBy = 'everywhere' | 'site' | 'school';

export type StatusProps = {
  readonly tab: TabAnswer;
  readonly sites: readonly string[];
  readonly isBarred: boolean;
  /** Who switched off what is off: everything, or this site alone. */
  readonly off: OffBy;
  readonly context: PageContext;
  readonly actions: PopupActions;
};

export function Status({ tab, sites, isBarred, off, context, actions }: StatusProps) {
  const { t } = context;
  const [outcome, run] = useOutcome();
  return (
    <section class={`status ${isDanger(tab) ? 'status-danger' : ''}`} aria-labelledby="status-title">
      <Lamp state={typeof tab === 'string' ? 'off' : lampOf(tab.state, tab.level)} size={36} />
      <div role="status">
        <h2 id="status-title">{titleOf(tab, off, context)}</h2>
        {isDanger(tab) && <p class="comfort">{t('card.danger.fault')}</p>}
        {textsOf(tab, off, context).map((text) => (
          <p key={text}>{text}</p>
        ))}
        {outcome === 'failed' && isPaused(tab) && <p class="failed">{t('page.not-saved')}</p>}
      </div>
      {tab === 'none' && <Sites sites={sites} isBarred={isBarred} context={context} />}
      <Button {...{ tab, off, context, actions }} onResume={() => run(actions.resume)} />
      {canBeMended(tab) && (
        <p>
          <PageLink page="fix-site" text={t('popup.fix-site')} />
        </p>
      )}
    </section>
  );
}

function Sites({ sites, isBarred, context: { t } }: Pick<StatusProps, 'sites' | 'isBarred' | 'context'>) {
  return (
    <>
      <p>{t('popup.none.sites')}</p>
      <ul class="sites">
        {sites.map((site) => (
          <li key={site}>{site}</li>
        ))}
      </ul>
      <p>{t('popup.none.reload')}</p>
      {isBarred && <p>{t('popup.none.access')}</p>}
    </>
  );
}

function Button({
  tab,
  off,
  context: { t },
  actions,
  onResume,
}: Omit<StatusProps, 'sites' | 'isBarred'> & { readonly onResume: () => void }) {
  if (tab === 'asking') return null;
  const state = tab === 'none' ? 'none' : tab.state;
  if (state === 'paused' && off === 'school') return null;
  const resume = off === 'site' ? 'popup.paused.site.resume' : 'popup.paused.resume';
  if (state === 'paused') return <Main text={t(resume)} onClick={onResume} />;
  if (state === 'none' || state === 'unreadable' || state === 'broken')
    return <Main text={t('popup.reload')} onClick={() => actions.reload()} />;
  return null;
}

function Main({ text, onClick }: { readonly text: string; readonly onClick: () => void }) {
  return (
    <button type="button" class="button-main" onClick={onClick}>
      {text}
    </button>
  );
}

/** Nothing was seen while paused, whatever an older report says. */
const hasLevel = (tab: TabAnswer): boolean =>
  typeof tab === 'object' && tab.state !== 'paused' && tab.level !== 'calm';
const isDanger = (tab: TabAnswer): tab is TabReport =>
  typeof tab === 'object' && hasLevel(tab) && tab.level === 'danger';

const isPaused = (tab: TabAnswer): boolean => typeof tab === 'object' && tab.state === 'paused';

/** A page that an adapter does not understand; what is wrong elsewhere is in no copy of a page. */
const canBeMended = (tab: TabAnswer): boolean => typeof tab === 'object' && tab.state === 'unreadable';

/** The child's own despair comes before all but danger: the card on the page says the same. */
function titleOf(tab: TabAnswer, off: OffBy, { t }: PageContext): string {
  if (typeof tab === 'string') return t(`popup.${tab}.title`);
  if (hasLevel(tab) && tab.level === 'danger')
    return t(`card.danger.${dangerKind(tab)}.${tab.past ? 'past' : 'heading'}`);
  if (tab.crisis) return t('card.crisis.heading');
  if (hasLevel(tab) || tab.state === 'reading') return t(`level.${tab.level}.title`);
  return t(
    tab.state === 'paused' && off !== 'everywhere' ? 'popup.paused.site.title' : `popup.${tab.state}.title`,
  );
}

function textsOf(tab: TabAnswer, off: OffBy, context: PageContext): readonly string[] {
  const { t } = context;
  if (tab === 'asking') return [];
  if (tab === 'none') return [t('popup.none.text')];
  if (tab.state === 'paused' && off === 'school') return [t('popup.paused.by-school')];
  if (tab.state === 'paused' && off === 'site') return [t('popup.paused.site.text')];
  const unread = tab.state === 'unreadable' || tab.state === 'broken' || tab.state === 'paused';
  if (tab.crisis && tab.level !== 'danger' && !unread) return [t('card.crisis.private')];
  const texts = [
    hasLevel(tab) && tab.level !== 'danger' ? meansOf(tab, t) : null,
    tab.state === 'reading' && tab.level === 'calm' ? t('level.calm.means') : null,
    hasLevel(tab) && tab.level !== 'danger' && tab.past ? t('popup.past') : null,
    unread || (tab.state === 'idle' && !hasLevel(tab)) ? t(`popup.${tab.state}.text`) : null,
    tab.why === null ? null : t(`popup.why.${tab.why}`),
    tab.requests > 0 ? t('popup.requests', { count: tab.requests }) : null,
    unchecked(tab, context),
  ];
  return texts.filter((text) => text !== null);
}

/** "No signs were seen" is half of the truth where a language was not read. */
function unchecked({ failedPacks }: TabReport, { t, language }: PageContext): string | null {
  if (failedPacks.length === 0) return null;
  const names = failedPacks.map((tag) => formatLanguage(tag, t, language));
  return t('popup.unchecked', { languages: formatList(names, 'conjunction', t, language) });
}

function meansOf(report: TabReport, t: PageContext['t']): string {
  if (report.level === 'caution' && isLookAlone(report.seen)) return t('level.caution.means-look');
  const namesNobody = report.level === 'caution' && whoOf(report) !== 'person';
  return t(namesNobody ? 'level.caution.means-someone' : `level.${report.level}.means`);
}
