// The options page: every choice, and everything that is stored. Props in, callbacks out.
import { PageFrame } from '../page-frame';
import { Adult } from './adult';
import { General } from './general';
import { Managed } from './managed';
import type { OptionsProps } from './options-types';
import { SettingsFile } from './settings-file';
import { StoredItems } from './stored-items';
import { Warnings } from './warnings';
import { WhereItReads } from './where-it-reads';

export function Options(props: OptionsProps) {
  const { stored, context, actions } = props;
  const { t } = context;
  if (stored === 'loading' || stored === 'no-answer') {
    return (
      <PageFrame page="options" context={context}>
        <p role="status">{t(stored === 'loading' ? 'page.loading' : 'page.no-answer')}</p>
        {stored === 'no-answer' && (
          <button type="button" class="button-main" onClick={actions.reload}>
            {t('page.reload')}
          </button>
        )}
      </PageFrame>
    );
  }
  const section = { ...props, stored };
  return (
    <PageFrame page="options" context={context} familyOn={stored.family?.on ?? false}>
      <p class="lead">{t('options.lead')}</p>
      <Managed {...section} />
      <General {...section} />
      <WhereItReads {...section} />
      <Warnings {...section} />
      <Adult {...section} />
      <SettingsFile {...section} />
      <StoredItems {...section} />
      <More {...section} />
    </PageFrame>
  );
}

function More({ context: { t } }: Pick<OptionsProps, 'context'>) {
  return (
    <section class="block" aria-labelledby="more-title">
      <h2 id="more-title">{t('options.more.title')}</h2>
      <ul class="plain-list">
        <li>
          <a href="/help.html">{t('options.more.help')}</a>
        </li>
        <li>
          <a href="/welcome.html">{t('options.more.welcome')}</a>
        </li>
        <li>
          <a href="/family.html">{t('options.more.family')}</a>
        </li>
      </ul>
    </section>
  );
}
