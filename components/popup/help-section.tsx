// Who can help: the line to try first, then all lines of the country, the service itself, and everywhere.
import type { ComponentChildren } from 'preact';
import { crisisFor, hotlineFor, linesFor, routesFor, sameLine } from '../../help/choose';
import type { HelpData, HelpLine as Line, LineKind } from '../../help/types';
import { formatCountry } from '../../utils/i18n';
import { HelpLine } from './help-line';
import { HISTORY_NOTE } from './out-link';
import type { PopupContext } from './popup-context';
import { RouteList } from './route-list';

/** The groups of a country's lines, in the order to show them. */
const GROUPS: readonly { readonly id: string; readonly kinds: readonly LineKind[] }[] = [
  { id: 'talk', kinds: ['helpline', 'crisis'] },
  { id: 'report', kinds: ['report'] },
  { id: 'police', kinds: ['police'] },
  { id: 'pictures', kinds: ['takedown'] },
];

export type HelpProps = {
  readonly help: HelpData;
  readonly country: string | null;
  readonly context: PopupContext;
};

/** The two to try first: never folded away. The crisis line comes first where life may be at risk. */
export function FirstHelp({ help, country, urgent, context }: HelpProps & { readonly urgent: boolean }) {
  const { t, language } = context;
  const crisis = crisisFor(help, country);
  const hotline = hotlineFor(help, country);
  const known = country !== null && linesFor(help, country).length > 0;
  const call = <HelpLine line={crisis.line} as={crisis.as} context={context} key="crisis" />;
  const report = !sameLine(crisis.line, hotline) && (
    <HelpLine line={hotline} context={context} key="hotline" />
  );
  return (
    <section aria-labelledby="help-title">
      <h2 id="help-title">
        {known ? t('help.title-in', { country: formatCountry(country, language) }) : t('help.title')}
      </h2>
      <p class="quiet">{t('help.expect')}</p>
      <ul class="lines">{urgent ? [call, report] : [report, call]}</ul>
      <p class="quiet" id={HISTORY_NOTE}>
        {t('help.history')}
      </p>
    </section>
  );
}

/** All other lines: of the country, of the service in this tab (e.g. 'telegram', or null), of everywhere. */
export function MoreHelp({
  help,
  country,
  service,
  context,
}: HelpProps & { readonly service: string | null }) {
  const first = [crisisFor(help, country).line, hotlineFor(help, country)];
  const isNew = (line: Line) => !first.some((shown) => sameLine(shown, line));
  const rest = once(linesFor(help, country)).filter(isNew);
  return (
    <section aria-labelledby="more-title">
      <h2 id="more-title">{context.t('help.more')}</h2>
      {GROUPS.map(({ id, kinds }) => (
        <Group key={id} id={id} lines={rest.filter(({ kind }) => kinds.includes(kind))} context={context} />
      ))}
      {service !== null && <SiteRoutes help={help} service={service} context={context} />}
      <Group id="world" lines={once(help.international.lines).filter(isNew)} context={context} />
    </section>
  );
}

function SiteRoutes({ help, service, context }: Omit<HelpProps, 'country'> & { readonly service: string }) {
  const routes = routesFor(help, service);
  if (routes.length === 0) return null;
  return (
    <Fold title={context.t('help.group.site', { site: routes[0]?.name ?? '' })}>
      <RouteList routes={routes} context={context} />
    </Fold>
  );
}

function Group({ id, lines, context }: { id: string; lines: readonly Line[]; context: PopupContext }) {
  if (lines.length === 0) return null;
  return (
    <Fold title={context.t(`help.group.${id}`)}>
      <ul class="lines">
        {lines.map((line) => (
          <HelpLine key={line.id} line={line} as={line.standsIn} context={context} />
        ))}
      </ul>
    </Fold>
  );
}

function Fold({ title, children }: { readonly title: string; readonly children: ComponentChildren }) {
  return (
    <details>
      <summary>
        <h3>{title}</h3>
      </summary>
      {children}
    </details>
  );
}

/** A number that stands in the list under two kinds is shown once, as the first of them. */
function once(lines: readonly Line[]): readonly Line[] {
  return lines.filter(
    (line, index) => lines.findIndex((earlier) => sameLine(earlier, line)) === index || alone(line),
  );
}

const alone = (line: Line) => line.phone === null && line.sms === null && line.url === null;
