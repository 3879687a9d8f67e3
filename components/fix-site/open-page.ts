// Which tabs can give a copy, from what each says of itself; and whether an answer is a copy. Pure.
import type { PageStructure, TabReport } from '../../utils/tab-messages';
import type { OpenPage } from './fix-site-types';

/** Null where the tab shows no site that is known, or where reading is switched off. */
export function openPageOf(tab: number, { adapter, state }: TabReport): OpenPage | null {
  if (adapter === null || state === 'paused') return null;
  return { tab, site: { id: adapter.id, name: adapter.name }, state };
}

const ORDER: readonly OpenPage['state'][] = ['unreadable', 'broken', 'idle', 'reading'];

/** Pages that can't be read come first. */
export function inOrder(pages: readonly OpenPage[]): readonly OpenPage[] {
  return pages.toSorted((a, b) => ORDER.indexOf(a.state) - ORDER.indexOf(b.state));
}

/** A script of an older version, still in its page after an update, may say anything. */
export function isPageStructure(answer: unknown): answer is PageStructure {
  if (typeof answer !== 'object' || answer === null) return false;
  const { html, adapter, cut } = answer as Record<string, unknown>;
  return typeof html === 'string' && html !== '' && typeof cut === 'boolean' && isName(adapter);
}

/** It becomes part of a file's name. */
function isName(adapter: unknown): boolean {
  return typeof adapter === 'string' && /^[a-z0-9-]{1,40}$/.test(adapter);
}
