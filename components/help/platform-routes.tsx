// How to report to the services themselves, by the app where it happened.
import type { HelpData, PlatformRoute } from '../../help/types';
import { RouteList } from '../lines/route-list';
import type { PageContext } from '../page-context';

export function PlatformRoutes({
  help,
  nameAs: Name,
  context,
}: {
  readonly help: HelpData;
  /** A heading where the list stands right below one of level 2. */
  readonly nameAs: 'h3' | 'strong';
  readonly context: PageContext;
}) {
  const { t } = context;
  return (
    <>
      <p>{t('help-page.platforms.lead')}</p>
      <div>
        {byName(help.routes).map(([name, routes]) => (
          <details key={name}>
            <summary>
              <Name>{name}</Name>
            </summary>
            <RouteList routes={routes} context={context} />
          </details>
        ))}
      </div>
    </>
  );
}

/** In the file's order. */
function byName(routes: readonly PlatformRoute[]): readonly (readonly [string, readonly PlatformRoute[]])[] {
  const names = [...new Set(routes.map(({ name }) => name))];
  return names.map((name) => [name, routes.filter((route) => route.name === name)]);
}
