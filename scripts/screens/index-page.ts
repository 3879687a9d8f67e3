// The page that shows all pictures, screen by screen.

export type Picture = { readonly screen: string; readonly look: string; readonly file: string };

const escaped = (text: string) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

export function indexPage(pictures: readonly Picture[]): string {
  const screens = [...new Set(pictures.map(({ screen }) => screen))];
  const figure = ({ look, file }: Picture) =>
    `<figure><a href="${escaped(file)}"><img src="${escaped(file)}" alt="" loading="lazy"></a><figcaption>${escaped(look)}</figcaption></figure>`;
  const section = (screen: string) =>
    `<section><h2 id="${escaped(screen)}">${escaped(screen)}</h2><div>${pictures
      .filter((picture) => picture.screen === screen)
      .map(figure)
      .join('')}</div></section>`;
  const links = screens.map((screen) => `<a href="#${escaped(screen)}">${escaped(screen)}</a>`).join(' ');
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Screens</title><style>
body{font:16px/1.5 system-ui,sans-serif;margin:24px;background:#777;color:#fff}a{color:#fff}
section>div{display:flex;flex-wrap:wrap;gap:16px;align-items:flex-start}figure{margin:0}img{width:280px}
</style><h1>Screens</h1><nav>${links}</nav>${screens.map(section).join('')}</html>\n`;
}
