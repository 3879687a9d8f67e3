// @vitest-environment happy-dom
import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { fixturePages } from '../tests/platforms/fixture-pages';
import { moveTo, showPage } from '../tests/platforms/page';
import { ADDRESSES, FIXED, IDS, ROUTES, TEXTS } from './attribute-kinds';
import { wordsOf } from './hide-text';
import { copyStructure as copy, type StructureOptions } from './structure';
import { STRUCTURE_WORDS } from './structure-words';
import { wordListsOf } from './word-lists';

const { sites, names } = wordListsOf(STRUCTURE_WORDS);
const copyStructure = (page: Document, options: StructureOptions = {}) =>
  copy(page, { words: STRUCTURE_WORDS, ...options });

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

// An address has words too, and those of a route stay.
beforeEach(() => moveTo('https://chat.example.com/'));

const none = () => false;
const isSites = (word: string) => sites.has(word);
const isSitesName = (word: string) => isSites(word) || names.has(word);
const isRoute = (word: string) => ROUTES.has(word) || /^(profile|id|follow|friend|requests)$/.test(word);
/** Words that HTML fixes, and layout. */
const isHtmls = (name: string) => FIXED.has(name) || ['style', 'lang', 'datetime', 'tabindex'].includes(name);
const isHtmlTag = (tag: string) =>
  !tag.includes('-') && !/Unknown/.test(String(document.createElement(tag).constructor.name));

/** Every piece of a copy, with the words that a site has for pieces of its kind: they may stay though a person says them too. */
function piecesOf(copy: string): { readonly piece: string; readonly isSites: (word: string) => boolean }[] {
  const TAG = /<([a-z][\w-]*)((?: [\w-]+(?:="[^"]*")?)*)>/g;
  const body = copy.slice(copy.indexOf('<body'));
  const [, address = ''] = /address: (\S+)/.exec(copy) ?? [];
  const inTags = [...body.matchAll(TAG)].flatMap(([, tag = '', attributes = '']) => [
    { piece: isHtmlTag(tag) || tag === 'svg' ? '' : tag, isSites: isSitesName },
    ...[...attributes.matchAll(/ ([\w-]+)(?:="([^"]*)")?/g)].flatMap(([, name = '', value = '']) => [
      {
        piece: [FIXED, TEXTS, IDS, ADDRESSES].some((kind) => kind.has(name)) ? '' : name,
        isSites: isSitesName,
      },
      { piece: isHtmls(name) || /^(true|false)$/.test(value) ? '' : value, isSites: kindOf(name) },
    ]),
  ]);
  const text = body.replace(TAG, ' ').replace(/<\/[\w-]+>|<!-- more like these -->/g, ' ');
  return [...inTags, { piece: text, isSites: none }, { piece: address, isSites: isRoute }];
}

function kindOf(name: string): (word: string) => boolean {
  if (name === 'class' || IDS.has(name)) return isSites;
  return ADDRESSES.has(name) ? isRoute : none;
}

/** Words that are in a copy, marks and what a site has for its parts apart. */
const wordsLeft = (copy: string): string[] =>
  piecesOf(copy).flatMap(({ piece, isSites }) =>
    wordsOf(
      piece.replace(/name\d+|&quot;|https:\/\/example\.invalid|data:image\/gif;base64,\S+/g, ' '),
    ).filter((word) => !/^(.)\1*$/.test(word) && !isSites(word)),
  );

test.each(fixturePages())('$title: of what the page says nothing is in the copy', ({ html }) => {
  showPage(html);
  const said = new Set(wordsOf(textsOf(document)));
  const { html: copy, elements } = copyStructure(document);
  expect(elements).toBeGreaterThan(1);
  expect(wordsLeft(copy).filter((word) => said.has(word))).toEqual([]);
  expect(copy).not.toMatch(/https?:\/\/(?!example\.invalid)/);
});

test.each(fixturePages())('$title: a copy of the copy says the same', ({ html }) => {
  showPage(html);
  // Texts of marks are no texts of people: of Khmer and of flags only the kind stays the second time.
  const shape = (copy: string) =>
    copy
      .replace(/name\d+|\d+/g, '1')
      .replace(/ក+/g, 'ក')
      .replaceAll('🏳', '🙂');
  const { html: copy } = copyStructure(document);
  showPage(copy);
  expect(shape(copyStructure(document).html)).toBe(shape(copy));
});

describe('a page of any words', () => {
  const word = fc.stringMatching(/^[b-z]{4,10}$/).filter((one) => !sites.has(one) && !/^(.)\1*$/.test(one));

  /** The copy of a page that holds these words wherever words can stand. */
  function copyOf(words: readonly string[]): string {
    const [a, b, c, d, e, f, g, h, i, j, k] = words as [
      ...[string, string, string, string, string, string],
      ...[string, string, string, string, string],
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
      [`data-${j}`, ''],
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
    row.append(document.createElement(`x-${k}`), document.createElement(k));
    row.attachShadow({ mode: 'open' }).append(Object.assign(document.createElement('p'), { textContent: d }));
    document.body.append(row);
    return copyStructure(document).html.toLowerCase();
  }

  test('gives a copy without them, wherever they stand', () => {
    // What the copy keeps of any such page: a drawn word may be a part of it ("bubb").
    const kept = copyOf([...'bcdefghjklm'].map((letter) => `zzz${letter}`));
    expect(kept).not.toContain('zzz');
    fc.assert(
      fc.property(fc.uniqueArray(word, { minLength: 11, maxLength: 11 }), (words) => {
        fc.pre(!words.some((one) => kept.includes(one)));
        const html = copyOf(words);
        for (const one of words) expect(html).not.toContain(one);
        expect(html).toContain('class="bubble name1-box name2"');
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

test('a name stays nowhere, and has one mark wherever it stood', () => {
  showPage(
    `<body><x-user-maria data-user-maria data-5550001111 data-text="trust" class="peer_maria anabox">Maria, Ana</x-user-maria>
    <maria id="maria"><div class="userana u-jonathan jonathan-reyes" data-w="photo" data-j='{"text":"send"}'>hi</div></maria>
    <a href="/private/friends/home?q=trust+me+you#t=maria">Jonny</a><a href="/jonathanreyes">Jonny</a>
    <mark class="maria"></mark><svg><maria></maria></svg></body>`,
  );
  const { html } = copyStructure(document);
  expect(html).not.toMatch(/maria|ana|jonathan|reyes|jonny|trust|photo|send|private|friends|home|you|5550/i);
  const [, mark] = /<x-user-(name\d+)/.exec(html) ?? [];
  expect(html).toContain(`<x-user-${mark} data-user-${mark} data-1000000001`);
  expect(html).toContain(`<${mark} id="${mark}">`);
  expect(html).toContain(`class="peer_${mark} `);
  expect(html).toContain(`<mark class="${mark}">`);
  expect(html).toContain('<svg></svg>');
  expect(wordsLeft(html)).toEqual([]);
});

test('a name that the page says nowhere can stay in a class', () => {
  showPage('<body><div class="jonathan-box">Jonny</div></body>');
  expect(copyStructure(document).html).toContain('class="jonathan-box"');
});

test('a page of a hundred thousand elements gives a copy of bounded size', () => {
  const big = `<div>${'<p><b>one</b><i>two</i></p><div><span>three</span></div>'.repeat(3_000)}</div>`;
  showPage(`<body>${big}</body>`);
  const { elements, cut } = copyStructure(document);
  expect(cut).toBe(true);
  expect(elements).toBeLessThanOrEqual(3_000);
});
