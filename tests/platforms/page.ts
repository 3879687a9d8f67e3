// Puts a fixture page into the test's document, so that layout and language can be asked of it.

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

/** Browsers make shadow roots of these templates while they parse; here it is done afterwards. */
function attachRoots(root: ParentNode): void {
  for (const template of root.querySelectorAll<HTMLTemplateElement>('template[shadowrootmode]')) {
    const shadow = template.parentElement?.attachShadow({ mode: 'open' });
    shadow?.append(template.content);
    template.remove();
    if (shadow) attachRoots(shadow);
  }
}
