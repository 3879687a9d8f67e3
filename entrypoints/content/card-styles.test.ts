// @vitest-environment happy-dom
// A card must be legible however much a page or browser forbids.
import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { applyStyles, underOwnNames } from './card-styles';

let root: ShadowRoot;
let sentinel: HTMLElement;
let end: AbortController;

beforeEach(() => {
  end = new AbortController();
  root = document.body.appendChild(document.createElement('div')).attachShadow({ mode: 'closed' });
  sentinel = document.createElement('span');
  const surface = document.createElement('div');
  surface.className = 'surface';
  root.append(sentinel, surface);
});
afterEach(() => {
  end.abort();
  vi.restoreAllMocks();
});

/** A page where the sheet applies from the nth question on. */
const sheetWorksAt = (question: number) => {
  let asked = 0;
  vi.spyOn(window, 'getComputedStyle').mockImplementation(() => {
    asked += 1;
    return { width: asked >= question ? '7px' : 'auto' } as CSSStyleDeclaration;
  });
};

describe('applyStyles', () => {
  it.each([
    [1, 'constructed'],
    [2, 'element'],
    [3, 'plain'],
  ])('asks the sentinel: a sheet that works at question %i comes in as %s', (question, way) => {
    sheetWorksAt(question);
    expect(applyStyles(root, sentinel, end.signal)).toBe(way);
  });

  it('makes one sheet for all cards of a page', () => {
    sheetWorksAt(1);
    applyStyles(root, sentinel, end.signal);
    const next = document.createElement('div').attachShadow({ mode: 'closed' });
    applyStyles(next, sentinel, end.signal);
    expect(next.adoptedStyleSheets[0]).toBe(root.adoptedStyleSheets[0]);
  });

  it('survives a browser that throws at both sheets', () => {
    sheetWorksAt(1);
    vi.spyOn(ShadowRoot.prototype, 'adoptedStyleSheets', 'set').mockImplementation(() => {
      throw new Error('not allowed');
    });
    vi.spyOn(document, 'createElement').mockImplementation(() => {
      throw new Error('not allowed');
    });
    expect(applyStyles(root, sentinel, end.signal)).toBe('plain');
  });

  it('styles what comes later too, and keeps it from being selected', async () => {
    sheetWorksAt(99);
    applyStyles(root, sentinel, end.signal);
    const card = document.createElement('section');
    card.className = 'card';
    root.querySelector('.surface')?.append(card);
    await new Promise((done) => setTimeout(done, 0));
    expect(card.style.getPropertyValue('border-radius')).not.toBe('');
    expect(card.style.getPropertyValue('user-select')).toBe('none');
  });
});

describe('underOwnNames', () => {
  const css = '.surface { --ink: #123; color: var(--ink); margin: calc(1px - 2px) }';
  it('gives custom properties names that a page can’t know, and the same wherever one stands', () => {
    const own = underOwnNames(css);
    const [first, second, ...more] = [...own.matchAll(/--[0-9a-f-]{36}ink/g)].map(([name]) => name);
    expect(more).toEqual([]);
    expect(second).toBe(first);
    expect(own.replaceAll(first ?? '', '--ink')).toBe(css);
    expect(underOwnNames(css)).not.toBe(own);
  });
});

describe('card.css', () => {
  const css = readFileSync('entrypoints/content/card.css', 'utf8');
  it('gives the sentinel the width that is asked for', () => {
    expect(css).toMatch(/\.sheet-sentinel \{[^}]*width: 7px/);
  });
  it('keeps text from being selected, motion from who asks for none, and colours of who sets them', () => {
    expect(css).toMatch(/user-select: none/);
    expect(css).toMatch(/prefers-reduced-motion: reduce/);
    expect(css).toMatch(/forced-colors: active/);
  });
  it('asks for no font by a name that a page could give to one of its own, and sets nothing on our element', () => {
    const tokens = readFileSync('components/tokens.css', 'utf8');
    expect([...css.matchAll(/font(?:-family)?:[^;]*(?:var\(--font\)|["'])/g)]).toEqual([]);
    expect(tokens).not.toContain(':host');
  });
  it('fetches nothing', () => {
    expect(css).not.toMatch(/url\(|@import|@font-face/);
  });
});
