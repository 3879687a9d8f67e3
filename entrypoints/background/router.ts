// Lets a message in only from where it may come, and only in the shape it must have. Everything else is refused
// without an answer, and counted. There is no way in from other extensions or from pages: no external listener exists.
import { parseFromPages, parseToBackground } from '../../utils/message-schemas';
import type { ToBackground } from '../../utils/messages';
import type { FromPages } from '../../utils/page-messages';
import { reportError } from '../../utils/report-error';

/** What the browser says of a sender; the sender itself can't choose any of it. */
export type Sender = {
  readonly id?: string | undefined;
  readonly url?: string | undefined;
  readonly frameId?: number | undefined;
  readonly tab?: { readonly id?: number | undefined; readonly incognito?: boolean | undefined } | undefined;
};

/** A content script that was let in: its tab, whether that is in a private window, and the service its address belongs to. */
export type TabSender = { readonly tab: number; readonly incognito: boolean; readonly service: string };

export type RouterOptions = {
  readonly extensionId: string;
  /** Base address of our own pages, with the slash at the end. */
  readonly ownPages: string;
  /** The service that an address belongs to, or null where no adapter covers it, or none covers it in a frame. */
  serviceOf(url: URL, inFrame: boolean): string | null;
  fromTab(message: ToBackground, sender: TabSender): Promise<unknown>;
  fromPage(message: FromPages): Promise<unknown>;
  onRefused(why: 'sender' | 'shape'): void;
};

/** Makes the listener of `runtime.onMessage`: a promise of the answer, or undefined where the message is refused. */
export function createRouter(options: RouterOptions) {
  const refuse = (why: 'sender' | 'shape'): undefined => {
    options.onRefused(why);
    return undefined;
  };
  return (message: unknown, sender: Sender): Promise<unknown> | undefined => {
    if (sender.id !== options.extensionId || sender.url === undefined) return refuse('sender');
    if (sender.url.startsWith(options.ownPages)) {
      const parsed = parseFromPages(message);
      return parsed === null ? refuse('shape') : options.fromPage(parsed);
    }
    const from = tabSender(sender, options);
    if (from === null) return refuse('sender');
    const parsed = parseToBackground(message);
    if (parsed === null) return refuse('shape');
    // A page that takes over its own process must not get at another service's key.
    if (parsed.type === 'hello' && parsed.service !== from.service) return refuse('sender');
    return options.fromTab(parsed, from).then((answer) => ({ answer }), failed);
  };
}

/** A storage that fails must not look like an answer; the content script tries again. */
function failed(error: unknown): { failed: true } {
  reportError('background', error);
  return { failed: true };
}

/** A tab on a supported site, or a frame that is a site's own chat; else null. */
function tabSender(sender: Sender, { serviceOf }: RouterOptions): TabSender | null {
  const tab = sender.tab?.id;
  if (tab === undefined || sender.frameId === undefined || sender.url === undefined) return null;
  const url = URL.canParse(sender.url) ? new URL(sender.url) : null;
  const service = url === null ? null : serviceOf(url, sender.frameId !== 0);
  return service === null ? null : { tab, incognito: sender.tab?.incognito === true, service };
}
