// Copies a number at a person's tap. The isolated world's own clipboard: a page can neither see nor replace it.

/** Resolves to false where the page's policy or the browser refuses; the number still stands there to be read. */
export async function copyText(document: Document, text: string): Promise<boolean> {
  const clipboard = document.defaultView?.navigator.clipboard;
  if (clipboard === undefined) return false;
  try {
    await clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
