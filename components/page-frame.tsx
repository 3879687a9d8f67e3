// What stands around every page of ours: the way to the content, the lamp, the other pages, the quick way out.
import type { ComponentChildren } from 'preact';
import { Drawing, type DrawingName } from './drawing';
import { useKeptFocus } from './kept-focus';
import { Lamp } from './lamp';
import type { PageContext, PageName } from './page-context';

/** Where each page lies; `/note.html` is reached from help, `/fix-site.html` from the popup of a page that can't be read. */
const ADDRESSES: Readonly<Record<PageName, string>> = {
  help: '/help.html',
  note: '/note.html',
  options: '/options.html',
  family: '/family.html',
  welcome: '/welcome.html',
  'fix-site': '/fix-site.html',
};

/** On the family view itself, whose address would draw it anew and lock what was opened. */
const FAMILY_SHOWS = '#shows-title';

const DRAWINGS: Readonly<Record<PageName, DrawingName>> = {
  help: 'phone',
  note: 'letter',
  options: 'switches',
  family: 'house',
  welcome: 'door',
  'fix-site': 'switches',
};

const NAV: readonly PageName[] = ['help', 'note', 'options', 'family'];

export type PageFrameProps = {
  readonly page: PageName;
  readonly context: PageContext;
  /** True where the family view is on: every page then says so (nobody is watched in secret). */
  readonly familyOn?: boolean;
  /** Leaves at once, for somebody who is looked at; no button without it. See utils/leave-page.ts. */
  readonly onLeave?: (() => void) | undefined;
  /** 'below' where nothing should stand between a frightened person and help; false where there is nowhere to go yet. */
  readonly nav?: boolean | 'below';
  /** The page's one heading; the page's name where it is left out. */
  readonly heading?: string;
  readonly children: ComponentChildren;
};

/** Sections go inside as `<section class="block" aria-labelledby=…>` with an `h2`. */
export function PageFrame({
  page,
  context,
  familyOn = false,
  onLeave,
  nav = true,
  heading,
  children,
}: PageFrameProps) {
  const { t } = context;
  useKeptFocus();
  return (
    <>
      <a class="skip" href="#content">
        {t('page.skip')}
      </a>
      <header class="page-head">
        <p class="page-name">
          <Lamp state="on" size={32} />
          <span>{t('page.product')}</span>
        </p>
        {onLeave !== undefined && (
          <button type="button" class="button-leave" aria-describedby="leave-hint" onClick={() => onLeave()}>
            {t('page.leave')}
          </button>
        )}
        {onLeave !== undefined && (
          <p class="quiet leave-hint" id="leave-hint">
            {t('page.leave-hint')}
          </p>
        )}
        {nav === true && <PageNav page={page} context={context} />}
        {familyOn && (
          <p class="family-on">
            <a href={page === 'family' ? FAMILY_SHOWS : ADDRESSES.family}>{t('page.family-on')}</a>
          </p>
        )}
      </header>
      <main id="content" tabIndex={-1}>
        <div class="page-title">
          <h1>{heading ?? t(`page.nav.${page}`)}</h1>
          <Drawing name={DRAWINGS[page]} />
        </div>
        {children}
      </main>
      <footer class="page-foot">
        {nav === 'below' && <PageNav page={page} context={context} />}
        <p class="quiet">{t('page.phone-apps')}</p>
      </footer>
    </>
  );
}

function PageNav({ page, context: { t } }: Pick<PageFrameProps, 'page' | 'context'>) {
  return (
    <nav aria-label={t('page.pages')}>
      <ul class="page-nav">
        {NAV.map((name) => (
          <li key={name}>
            <a href={ADDRESSES[name]} aria-current={name === page ? 'page' : undefined}>
              {t(`page.nav.${name}`)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
