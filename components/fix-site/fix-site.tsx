// "Help fix a site": a copy of how a page is built, without anything that it says, looked through before it is saved.
import { formatSite } from '../../utils/names';
import { afterGap, OutcomeLine, useOutcome } from '../outcome';
import { PageFrame } from '../page-frame';
import type { FixSiteProps } from './fix-site-types';

export function FixSite(props: FixSiteProps) {
  const { context, familyOn, actions } = props;
  const { t } = context;
  return (
    <PageFrame page="fix-site" context={context} familyOn={familyOn} onLeave={actions.leave}>
      <div class="plain">
        <p class="lead">{t('fix-site.lead')}</p>
        <p>{t('fix-site.text')}</p>
        <p>{t('fix-site.names')}</p>
        <p>{t('fix-site.private')}</p>
      </div>
      <Find {...props} />
      <Look {...props} />
    </PageFrame>
  );
}

function Find({ pages, copy, context: { t }, actions }: FixSiteProps) {
  const found = typeof pages === 'object';
  return (
    <section class="block" aria-labelledby="find-title">
      <h2 id="find-title">{t('fix-site.find.title')}</h2>
      <p>{t('fix-site.find.text')}</p>
      <button type="button" class="button-main" onClick={() => void actions.find()}>
        {t('fix-site.find.button')}
      </button>
      <div role="status">
        {(pages === 'asking' || copy === 'making') && t('page.loading')}
        {found && copy !== 'making' && t(`fix-site.find.${pages.length === 0 ? 'none' : 'found'}`)}
      </div>
      {found && pages.length > 0 && (
        <ul class="rows fix-pages">
          {pages.map((page) => {
            const site = formatSite(page.site, t);
            return (
              <li key={page.tab} class="plain">
                <p>{t(`fix-site.find.state.${page.state}`)}</p>
                <button type="button" class="button-quiet" onClick={() => void actions.make(page)}>
                  {t('fix-site.find.make', { site })}
                </button>
              </li>
            );
          })}
        </ul>
      )}
    </section>
  );
}

function Look({ copy, context, actions }: FixSiteProps) {
  const { t } = context;
  const made = typeof copy === 'object' && copy !== null ? copy : null;
  return (
    <section class="block" aria-labelledby="look-title" hidden={made === null && copy !== 'failed'}>
      <h2 id="look-title" tabIndex={-1}>
        {t('fix-site.look.title')}
      </h2>
      {copy === 'failed' && (
        <p class="failed" role="alert">
          {t('fix-site.look.failed')}
        </p>
      )}
      {made !== null && (
        <>
          <p>{t('fix-site.look.text')}</p>
          <p>{t('fix-site.look.parts')}</p>
          <p class="quiet">{t('fix-site.look.marks')}</p>
          {made.cut && <p class="quiet">{t('fix-site.look.cut')}</p>}
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
          <section class="scroll fix-copy" tabIndex={0} aria-label={t('fix-site.look.file')}>
            <pre lang="en" dir="ltr" translate={false}>
              {made.html}
            </pre>
          </section>
          <Save {...{ context, actions }} />
        </>
      )}
    </section>
  );
}

function Save({ context: { t }, actions }: Pick<FixSiteProps, 'context' | 'actions'>) {
  const [outcome, run] = useOutcome();
  return (
    <>
      <h2>{t('fix-site.save.title')}</h2>
      <p>{t('fix-site.save.text')}</p>
      <div class="actions">
        <button type="button" class="button-main" onClick={() => void run(() => afterGap(actions.save()))}>
          {t('fix-site.save.button')}
        </button>
        <button type="button" class="button-quiet" onClick={actions.discard}>
          {t('fix-site.save.discard')}
        </button>
      </div>
      <OutcomeLine outcome={outcome} t={t}>
        {t('fix-site.save.saved')}
      </OutcomeLine>
    </>
  );
}
