// The popup: what this tab's state is, what was seen, what to do, and who can help. Props in, callbacks out.
import { useKeptFocus } from '../kept-focus';
import { Choices } from './choices';
import { FamilyNote, PageLink } from './family-note';
import { FirstHelp, MoreHelp } from './help-section';
import { Notes } from './notes';
import { Seen } from './seen';
import { linkedServices, stepsFor, urgencyOf } from './stages';
import { type OffBy, Status } from './status';
import { Steps } from './steps';
import type { PopupProps } from './tab-answer';

/** In danger, help stands before the reasons: nobody scared should have to scroll for a number. */
export function Popup(props: PopupProps) {
  const {
    tab,
    settings,
    health,
    family,
    policy,
    help,
    suggested,
    sites,
    isBarred,
    languages,
    service,
    context,
    actions,
  } = props;
  const { t } = context;
  useKeptFocus();
  const report = typeof tab === 'object' && tab.state !== 'paused' ? tab : null;
  const urgency = urgencyOf(report);
  const linked = linkedServices(report);
  const seen = report !== null && <Seen report={report} context={context} key="seen" />;
  const steps = report !== null && <Steps set={stepsFor(report)} context={context} key="steps" />;
  const country = settings?.country ?? suggested;
  const contact = policy?.contact ?? null;
  const lines = <FirstHelp {...{ help, country, urgency, contact, context }} key="help" />;
  const off = offBy(props);
  const note = <FamilyNote family={family} context={context} />;
  return (
    <>
      <header>
        <h1>{t('popup.title')}</h1>
        <p class="quiet">{t('popup.private')}</p>
      </header>
      <main>
        {urgency === 'none' && note}
        <Status {...{ tab, sites, isBarred, off, context, actions }} />
        {urgency !== 'none' ? [lines, steps, seen] : [seen, steps, lines]}
        {urgency !== 'none' && note}
        <p>
          <PageLink page="help" text={t('popup.pages.more')} />
        </p>
        <MoreHelp {...{ help, country, urgency, service, linked, context }} />
        {report !== null && report.level !== 'calm' && (
          <button type="button" class="button-quiet" onClick={() => actions.showCard()}>
            {t('popup.show-card')}
          </button>
        )}
        <Notes {...{ tab, health, settingsFailed: settings === null, context, actions }} />
        {settings !== null && <Choices {...{ settings, help, suggested, languages, context, actions }} />}
      </main>
      <footer>
        <p class="pages">
          <PageLink page="help" text={t('popup.pages.help')} />
          <PageLink page="options" text={t('popup.pages.options')} />
        </p>
        <p class="quiet">{t('popup.phone-apps')}</p>
      </footer>
    </>
  );
}

/** Where nothing is read: a pause holds everywhere, else this site's switch is off, maybe by a policy. */
function offBy({ settings, policy, siteSwitch }: PopupProps): OffBy {
  const isSiteOff = siteSwitch !== null && (settings?.offServices.includes(siteSwitch) ?? false);
  if (!isSiteOff) return 'everywhere';
  if (policy?.locked.includes('offServices')) return 'school';
  return settings?.paused ? 'everywhere' : 'site';
}
