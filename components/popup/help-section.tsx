// Who can help: the line to try first, then all lines of the country, the service itself, and everywhere.
import { emergencyFor, isAmong, linesFor, once, roleOf, routesFor, takesDown } from '../../help/choose';
import type { HelpData, HelpLine as Line, LineKind } from '../../help/types';
import { formatCountry } from '../../utils/names';
import { Fold } from '../fold';
import { HISTORY_NOTE } from '../lines/out-link';
import { PageLine } from '../lines/page-line';
import { RouteList } from '../lines/route-list';
import type { PageContext } from '../page-context';
import { SchoolContact, type SchoolContactProps } from '../school-contact';
import { firstLines, isLifeAtStake } from './first-lines';
import type { Urgency } from './stages';

/** The groups of a country's lines, in the order to show them. */
const GROUPS: readonly { readonly id: string; readonly kinds: readonly LineKind[] }[] = [
  { id: 'talk', kinds: ['helpline', 'crisis'] },
  { id: 'report', kinds: ['report'] },
  { id: 'police', kinds: ['police'] },
  { id: 'pictures', kinds: ['takedown'] },
];

type HelpProps = {
  readonly help: HelpData;
  readonly country: string | null;
  readonly urgency: Urgency;
  readonly context: PageContext;
};

type FirstHelpProps = HelpProps & { readonly contact: SchoolContactProps['contact'] };

/** The lines to try first: never folded away. */
export function FirstHelp({ help, country, urgency, contact, context }: FirstHelpProps) {
  const { t, language } = context;
  const known = country !== null && linesFor(help, country).length > 0;
  return (
    <section aria-labelledby="help-title">
      <h2 id="help-title">
        {known ? t('help.title-in', { country: formatCountry(country, t, language) }) : t('help.title')}
      </h2>
      <p class="quiet">{t('help.expect')}</p>
      <p class="quiet" id={HISTORY_NOTE}>
        {t('help.history')}
      </p>
      {isLifeAtStake(urgency) && emergencyFor(help, country) === null && (
        <p class="comfort">{t('help-page.emergency-unknown')}</p>
      )}
      <ul class="lines">
        {firstLines(help, country, urgency).map(({ line, as }) => (
          <PageLine key={line.id} line={line} as={as} heading="h3" context={context} />
        ))}
      </ul>
      <SchoolContact contact={contact} context={context} />
    </section>
  );
}

/**
 * All other lines: of the country, of the service in this tab (e.g. 'telegram', or null), of the services that its
 * messages link to, of everywhere.
 */
export function MoreHelp({
  help,
  country,
  urgency,
  service,
  linked,
  context,
}: HelpProps & { readonly service: string | null; readonly linked: readonly string[] }) {
  const first = firstLines(help, country, urgency).map(({ line }) => line);
  const isNew = (line: Line) => !isAmong(line, first);
  const everywhere = help.international.lines;
  const own = [...linesFor(help, country), ...everywhere.filter(takesDown)];
  const rest = once(own).filter(isNew);
  const world = once(everywhere).filter((line) => isNew(line) && !takesDown(line));
  return (
    <section aria-labelledby="more-title">
      <h2 id="more-title">{context.t('help.more')}</h2>
      {GROUPS.map(({ id, kinds }) => (
        <Group key={id} id={id} lines={rest.filter(({ kind }) => kinds.includes(kind))} context={context} />
      ))}
      {[service, ...linked].map(
        (each) => each !== null && <SiteRoutes key={each} help={help} service={each} context={context} />,
      )}
      <Group id="world" lines={world} context={context} />
    </section>
  );
}

function SiteRoutes({
  help,
  service,
  context,
}: Pick<HelpProps, 'help' | 'context'> & { readonly service: string }) {
  const routes = routesFor(help, service);
  if (routes.length === 0) return null;
  return (
    <Fold title={context.t('help.group.site', { site: routes[0]?.name ?? '' })}>
      <RouteList routes={routes} context={context} />
    </Fold>
  );
}

function Group({ id, lines, context }: { id: string; lines: readonly Line[]; context: PageContext }) {
  if (lines.length === 0) return null;
  return (
    <Fold title={context.t(`help.group.${id}`)}>
      <ul class="lines">
        {lines.map((line) => (
          <PageLine key={line.id} line={line} as={roleOf(line)} heading="h4" context={context} />
        ))}
      </ul>
    </Fold>
  );
}
