// A part of one of our pages with style sheets of its own: cards as they look in a chat, whatever the page looks like.
import { type ComponentChild, render } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

export type ShadowBoxProps = {
  /** Texts of the style sheets; given once. */
  readonly styles: readonly string[];
  readonly lang: string;
  readonly children: ComponentChild;
};

/** Open, unlike the root in a chat: there is nobody on our own pages to hide from. */
export function ShadowBox({ styles, lang, children }: ShadowBoxProps) {
  const host = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (host.current !== null) mount(host.current, styles);
  }, [styles]);
  useEffect(() => {
    const surface = host.current?.shadowRoot?.querySelector('.surface');
    if (surface) render(children, surface);
  });
  return <div class="example" ref={host} lang={lang} />;
}

function mount(host: HTMLDivElement, styles: readonly string[]): void {
  if (host.shadowRoot !== null) return;
  const root = host.attachShadow({ mode: 'open' });
  const surface = document.createElement('div');
  surface.className = 'surface';
  root.append(surface);
  root.adoptedStyleSheets = styles.map((css) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    return sheet;
  });
}
