// Notices that a picture is about to be sent in a chat that was warned of, so that one calm sentence can be shown. Asks
// of a paste, a drop or a chosen file only whether it is a picture or a film: nothing of it is opened, kept or held back.
import type { OpenConversation } from '../../page/adapter';

export type PauseWatch = {
  /** The conversation that is open; `attaching` is the adapter's selector of the site's own preview, where it has one. */
  follow(conversation: OpenConversation | null, attaching: string | null): void;
  /** Whether a pause is due may have changed. */
  renew(): void;
};

type PauseOptions = {
  readonly document: Document;
  readonly signal: AbortSignal;
  /** True at `caution` or above, unless the person hid the pause or, at `caution`, asked for quiet about the contact. */
  isDue(): boolean;
  onPicture(): void;
};

/** A site's preview is looked for at most this often, in milliseconds, and only while a pause is due. */
const LOOK_MS = 250;

export function createPauseWatch({ document, signal, isDue, onPicture }: PauseOptions): PauseWatch {
  let pane: Element | null = null;
  let preview: string | null = null;
  let previewShown = false;
  let asked = false;
  let inRoot = new AbortController();

  const onEvent = (event: Event) => {
    // A page that makes up events must not learn from our answer what was seen in the chat.
    if (
      event.isTrusted &&
      pane !== null &&
      isDue() &&
      holdsPicture(event) &&
      event.composedPath().includes(pane)
    )
      onPicture();
  };
  const lookForPreview = () => {
    asked = false;
    const shown = preview !== null && document.querySelector(preview) !== null;
    if (shown && !previewShown && isDue()) onPicture();
    previewShown = shown;
  };
  const observer = new MutationObserver(() => {
    if (asked) return;
    asked = true;
    setTimeout(lookForPreview, LOOK_MS);
  });
  const renew = () => {
    observer.disconnect();
    if (preview !== null && pane !== null && isDue() && !signal.aborted)
      observer.observe(document.body, { childList: true, subtree: true });
    else previewShown = false; // nobody looks on: it may go away unseen
  };
  signal.addEventListener('abort', () => {
    observer.disconnect();
    inRoot.abort();
  });
  return {
    follow(conversation, attaching) {
      const changed = conversation?.pane !== pane;
      pane = conversation?.pane ?? null;
      preview = attaching;
      if (changed) {
        inRoot.abort();
        inRoot = new AbortController();
        listen(document, pane, onEvent, inRoot.signal);
      }
      renew();
    },
    renew,
  };
}

/** `change` does not leave a shadow root, so the pane's own root is listened to as well. */
function listen(
  document: Document,
  pane: Element | null,
  onEvent: (event: Event) => void,
  signal: AbortSignal,
): void {
  if (pane === null) return;
  const options = { capture: true, passive: true, signal };
  for (const type of ['paste', 'drop', 'change']) document.addEventListener(type, onEvent, options);
  const root = pane.getRootNode();
  if (root !== document) root.addEventListener('change', onEvent, options);
}

const PICTURE = /^(image|video)\//;

/** Kinds alone are asked for. */
function holdsPicture(event: Event): boolean {
  const { clipboardData, dataTransfer } = event as ClipboardEvent & DragEvent;
  const items = [...((clipboardData ?? dataTransfer)?.items ?? [])];
  if (items.some(({ kind, type }) => kind === 'file' && PICTURE.test(type))) return true;
  const target = event.composedPath()[0];
  const files = event.type === 'change' ? (target as { files?: FileList | null }).files : null;
  return [...(files ?? [])].some(({ type }) => PICTURE.test(type));
}
