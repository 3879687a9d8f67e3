// How to report to the service itself: its pages, its address, and the taps inside the app.
import type { PlatformRoute } from '../../help/types';
import type { PageContext } from '../page-context';
import { CopyButton } from './copy-button';
import { lineHistory } from './line-facts';
import { OutLink } from './out-link';

export type RouteListProps = { readonly routes: readonly PlatformRoute[]; readonly context: PageContext };

export function RouteList({ routes, context }: RouteListProps) {
  return (
    <ul class="lines">
      {routes.map((route) => (
        <Route key={route.id} route={route} context={context} />
      ))}
    </ul>
  );
}

function Route({
  route,
  context: { t, copy, language },
}: {
  readonly route: PlatformRoute;
  readonly context: PageContext;
}) {
  return (
    <li class="line">
      <h4>{t(`help.route.${route.id}`)}</h4>
      {route.taps !== null && <p>{t(`help.taps.${route.taps}`)}</p>}
      {route.email !== null && (
        <p class="line-number line-email">
          <bdi dir="ltr">{route.email}</bdi>
          <CopyButton value={route.email} t={t} copy={copy} />
        </p>
      )}
      {route.url !== null && (
        <p class="line-links">
          <OutLink href={route.url} text={t('help.site')} about={t(`help.route.${route.id}`)} />
        </p>
      )}
      {route.limits.map((limit) => (
        <p key={limit} class="quiet">
          {t(`help.limit.${limit}`)}
        </p>
      ))}
      {route.confidence === 'medium' && <p class="line-check">{t('help.check.page')}</p>}
      <p class="line-history">{lineHistory({ ...route, phone: null, sms: null }, t, language).join(' · ')}</p>
    </li>
  );
}
