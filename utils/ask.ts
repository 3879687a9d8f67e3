// How a page of ours asks the background, or a tab. Nothing is thrown: a page must say what failed instead of falling silent.
import { browser } from 'wxt/browser';
import type { FromPages, FromPopup, PageAnswers } from './messages';

/** A worker or a tab that has not answered by then won't, in milliseconds. A PIN's slow hash takes about one second. */
const PATIENCE_MS = 1500;
const PATIENCE_WITH_PIN_MS = 15_000;

/**
 * The background's answer, or undefined where it gives none: it is dead, refused the message, or storage failed.
 * Null is an answer of some messages.
 */
export async function ask<Type extends FromPages['type']>(
  message: Extract<FromPages, { type: Type }>,
): Promise<PageAnswers[Type] | undefined> {
  const hashes = 'pin' in message || 'family' in message;
  const patience = hashes ? PATIENCE_WITH_PIN_MS : PATIENCE_MS;
  const late = new Promise<undefined>((resolve) => setTimeout(resolve, patience, undefined));
  const answer = browser.runtime.sendMessage(message).catch(() => undefined);
  return (await Promise.race([answer, late])) as PageAnswers[Type] | undefined;
}

/** The answer of a tab's content script, or null where it gives none: most tabs have none. `patience` in milliseconds. */
export async function askTab(tab: number, message: FromPopup, patience = PATIENCE_MS): Promise<unknown> {
  const late = new Promise((resolve) => setTimeout(resolve, patience, null));
  const answer = browser.tabs.sendMessage(tab, message).catch(() => null);
  return (await Promise.race([answer, late])) ?? null;
}
