// What Firefox itself writes down of the network: every request that is opened in it, and who began it.
import type { Marionette } from '../../scripts/browser/marionette';

/** A request as the browser opened it. */
export type Asked = {
  readonly url: string;
  /** True where the browser's own code asked, as it does to open an address that was typed. */
  readonly byBrowser: boolean;
  /** Whose script asked: an add-on's id, or the origin of a page. */
  readonly by: string;
};

/** Begins the record. */
export async function watchRequests(remote: Marionette): Promise<void> {
  await remote.runInChrome(`
    const asked = [];
    window.porchlightAsked = asked;
    const whose = (principal) => {
      if (!principal) return '';
      if (principal.isExpandedPrincipal) return principal.allowList.map(whose).join(' ');
      return principal.addonPolicy?.id ?? principal.asciiSpec ?? '';
    };
    const observer = {
      observe(subject) {
        const channel = subject.QueryInterface(Ci.nsIHttpChannel);
        const { triggeringPrincipal, loadingPrincipal } = channel.loadInfo;
        asked.push({
          url: channel.URI.spec,
          byBrowser: triggeringPrincipal.isSystemPrincipal && !(loadingPrincipal?.addonPolicy),
          by: whose(triggeringPrincipal),
        });
      },
    };
    window.porchlightObserver = observer;
    Services.obs.addObserver(observer, 'http-on-opening-request');
  `);
}

/** Everything that was written down since the record began. */
export async function readAsked(remote: Marionette): Promise<readonly Asked[]> {
  return JSON.parse(await remote.runInChrome<string>('return JSON.stringify(window.porchlightAsked)'));
}
