// For scripts and tests whose document is no browser's.

/** Browsers make shadow roots of these templates while they parse; here it is done afterwards. */
export function attachRoots(root: ParentNode): void {
  for (const template of root.querySelectorAll<HTMLTemplateElement>('template[shadowrootmode]')) {
    const shadow = template.parentElement?.attachShadow({ mode: 'open' });
    shadow?.append(template.content);
    template.remove();
    if (shadow) attachRoots(shadow);
  }
}
