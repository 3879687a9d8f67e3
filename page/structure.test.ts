// @vitest-environment happy-dom
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fixturePages } from '../tests/platforms/fixture-pages';
import { showPage } from '../tests/platforms/page';
import { wordsOf } from './hide-text';
import { copyStructure } from './structure';
import { STRUCTURE_WORDS } from './structure-words';

/** Every text that a page or a copy of it holds: what a person could read, and what stands in labels. */
function textsOf(root: ParentNode): string {
  const elements = [...root.querySelectorAll('*')];
  return elements
    .flatMap((element) => [
      ...[...element.childNodes].filter(({ nodeType }) => nodeType === 3).map((node) => node.nodeValue ?? ''),
      ...['title', 'alt', 'aria-label', 'placeholder', 'data-pre-plain-text'].map((name) =>
        element.getAttribute(name),
      ),
      element.shadowRoot ? textsOf(element.shadowRoot) : '',
    ])
    .join(' ');
}

test.each(fixturePages())('$title: of what the page says nothing is in the copy', ({ html }) => {
  showPage(html);
  const said = new Set(wordsOf(textsOf(document)).filter((word) => !/^(.)\1*$/.test(word)));
  const { html: copy, elements } = copyStructure(document);
  expect(elements).toBeGreaterThan(1);
  // Names of elements and of attributes, and what layout is made of, are the site's or the browser's.
  const values = copy.replace(/ style="[^"]*"/g, ' ').replace(/<[/!]?[\w-]+| [\w-]+(?=[=> ])/g, ' ');
  const kept = wordsOf(values).filter((word) => said.has(word) && !STRUCTURE_WORDS.has(word));
  expect(kept).toEqual([]);
  expect(copy).not.toMatch(/https?:\/\/(?!example\.invalid)/);
});

describe('a page of any words', () => {
  const word = fc
    .stringMatching(/^[b-z]{4,10}$/)
    .filter((one) => !STRUCTURE_WORDS.has(one) && !/^(.)\1*$/.test(one));

  /** The copy of a page that holds these words wherever words can stand. */
  function copyOf(words: readonly string[]): string {
    const [a, b, c, d, e, f, g, h, i] = words as [
      ...[string, string, string, string, string],
      ...[string, string, string, string],
    ];
    document.body.replaceChildren();
    const row = document.createElement('div');
    row.className = `bubble ${a}-box ${b}`;
    row.id = `user-${c}`;
    for (const [name, value] of [
      ['title', d],
      ['data-user', e],
      ['aria-label', f],
      ['onclick', g],
    ] as const)
      row.setAttribute(name, value);
    const link = Object.assign(document.createElement('a'), {
      href: `https://${h}.example/${h}?${h}=${h}#${h}`,
    });
    const box = document.createElement('div');
    box.setAttribute('contenteditable', 'true');
    box.append(i);
    const area = Object.assign(document.createElement('textarea'), { value: i });
    area.append(i);
    row.append(`${a} ${b} ${c}`, link, box, area, document.createComment(g));
    row.attachShadow({ mode: 'open' }).append(Object.assign(document.createElement('p'), { textContent: d }));
    document.body.append(row);
    return copyStructure(document).html.toLowerCase();
  }

  test('gives a copy without them, wherever they stand', () => {
    // What the copy keeps of any such page: a drawn word may be a part of it ("bubb").
    const kept = copyOf(['zzzb', 'zzzc', 'zzzd', 'zzze', 'zzzf', 'zzzg', 'zzzh', 'zzzj', 'zzzk']);
    expect(kept).not.toContain('zzz');
    fc.assert(
      fc.property(fc.uniqueArray(word, { minLength: 9, maxLength: 9 }), (words) => {
        fc.pre(!words.some((one) => kept.includes(one)));
        const html = copyOf(words);
        for (const one of words) expect(html).not.toContain(one);
        expect(html).toContain('class="bubble xxx-box xxx"');
        expect(html).toContain('shadowrootmode="open"');
      }),
    );
  });
});

test('long rows are thinned, the chat is whole, and what stands beside it is an outline', () => {
  const deep = (levels: number): string =>
    levels === 0 ? '<i class="deepest"></i>' : `<div>${deep(levels - 1)}</div>`;
  showPage(
    `<body><aside>${deep(20)}</aside><main id="pane"><section>${deep(20)}</section><ul>${'<li>hello</li>'.repeat(50)}</ul></main></body>`,
  );
  const copy = copyStructure(document, { focus: document.querySelector('#pane') });
  expect(copy.cut).toBe(true);
  expect(copy.html.match(/class="deepest"/g)?.length).toBe(1);
  expect(copy.html.match(/<li>/g)?.length).toBe(20);
  expect(copy.html).toContain('<!-- more like these -->');
  expect(copyStructure(document).html.match(/class="deepest"/g)?.length).toBe(2);
});

test('layout that a style sheet gives is written down', () => {
  showPage('<body><div class="row"><p>hello</p></div></body>');
  const { html } = copyStructure(document, {
    layoutOf: (element) => (element.className === 'row' ? 'justify-content:flex-end' : ''),
  });
  expect(html).toContain('<div class="row" style="justify-content:flex-end">');
});

test('scripts, pictures and pages within the page are left out or empty', () => {
  showPage(
    '<body><script>secret</script><style>.secret{}</style><svg><text>secret</text></svg><iframe srcdoc="secret" src="https://secret.example/secret"></iframe><input value="secret"><img src="https://cdn.example/secret.png" alt="secret"></body>',
  );
  const { html } = copyStructure(document);
  expect(html).not.toContain('secret');
  expect(html).toContain('<svg></svg>');
  expect(html).toContain('<img src="https://example.invalid/');
});

test('who is called otherwise in the parts of a page than in its words stays unnamed', () => {
  showPage(
    `<body><div data-testid="UserAvatar-Container-maria_kay99">Ria</div>
    <section id="thread_jonathan_reyes" aria-labelledby="name-jonathan"><h2 id="name-jonathan">Jonny</h2></section></body>`,
  );
  const { html } = copyStructure(document);
  expect(html).not.toMatch(/maria|kay99|\bria\b|jon|reyes/i);
  expect(html).toContain('data-testid="UserAvatar-Container-name');
  const [, label] = /aria-labelledby="(name-name\d+)"/.exec(html) ?? [];
  expect(html).toContain(`<h2 id="${label}">`);
});

test('a page of a hundred thousand elements gives a copy of bounded size', () => {
  const big = `<div>${'<p><b>one</b><i>two</i></p><div><span>three</span></div>'.repeat(3_000)}</div>`;
  showPage(`<body>${big}</body>`);
  const { elements, cut } = copyStructure(document);
  expect(cut).toBe(true);
  expect(elements).toBeLessThanOrEqual(3_000);
});
