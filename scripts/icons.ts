// Draws public/icon/<state>-<size>.png from components/lamp.tsx: npx tsx scripts/icons.ts [path of a Chromium]
// The drawings are committed; run this again only where the lamp changes.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import type { VNode } from 'preact';
import { Lamp } from '../components/lamp';

const STATES = ['off', 'on', 'dot', 'mark', 'crossed'] as const;
const SIZES = [16, 32, 48, 128] as const;

/** Seen on light and on dark toolbars alike: each colour has at least 3 to 1 against white and against #202124. */
const COLOURS = `
  .lamp { color: #b8700f; overflow: visible; }
  .lamp-light { color: #f2a93b; opacity: 0.9; }
  .lamp-off, .lamp-crossed { color: #7a8394; }
  .lamp-dot .lamp-sign { color: #1b84a0; }
  .lamp-mark .lamp-sign { color: #d1402f; }
`;

/** A component's elements as markup: enough for a drawing without text or events. */
function markup(node: VNode<Record<string, unknown>> | false | null): string {
  if (!node) return '';
  const { children, ...attributes } = node.props;
  const inside = [children].flat(2).map((child) => markup(child as VNode<Record<string, unknown>> | false));
  const written = Object.entries(attributes).map(([name, value]) => ` ${name}="${String(value)}"`);
  return `<${String(node.type)}${written.join('')}>${inside.join('')}</${String(node.type)}>`;
}

async function main(executablePath: string): Promise<void> {
  const folder = join(import.meta.dirname, '..', 'public', 'icon');
  mkdirSync(folder, { recursive: true });
  const root = process.getuid?.() === 0;
  const browser = await chromium.launch({ executablePath, args: root ? ['--no-sandbox'] : [] });
  const page = await browser.newPage();
  for (const state of STATES)
    for (const size of SIZES) {
      await page.setViewportSize({ width: size, height: size });
      await page.setContent(
        `<style>body { margin: 0 } svg { display: block } ${COLOURS}</style>${markup(Lamp({ state, size }))}`,
      );
      await page.screenshot({ path: join(folder, `${state}-${size}.png`), omitBackground: true });
    }
  await browser.close();
}

await main(process.argv[2] ?? '/usr/bin/chromium');
