// Puts a fixture page into the test's document, so that layout and language can be asked of it.
import { attachRoots } from './attach-roots';

/** Replaces the whole document by `html`, attributes of `<html>` included. */
export function showPage(html: string): void {
  const parsed = new DOMParser().parseFromString(html, 'text/html');
  const root = document.documentElement;
  for (const name of ['lang', 'dir'])
    root.setAttribute(name, parsed.documentElement.getAttribute(name) ?? '');
  document.body.replaceChildren(
    ...[...parsed.body.childNodes].map((node) => document.importNode(node, true)),
  );
  attachRoots(document.body);
}

/** Moves the address as a site does, without any event. The next file of tests finds it as it was left. */
export function moveTo(url: string): void {
  (window as unknown as { happyDOM: { setURL(url: string): void } }).happyDOM.setURL(url);
}
