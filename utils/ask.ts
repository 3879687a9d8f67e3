// How a page of ours asks the background, or a tab. Nothing is thrown: a page must say what failed instead of falling silent.
import { browser } from 'wxt/browser';
import { inTime } from './in-time';
import type { FromPages, PageAnswers } from './page-messages';
import type { FromPopup } from './tab-messages';

/** A page is drawn without what has not been answered by then, in milliseconds. A PIN's slow hash takes about one second. */
const PATIENCE_MS = 1500;
/** For what a person did: who is told too early that it failed is told what is not so. */
export const PATIENCE_WITH_DEEDS_MS = 5_000;
const PATIENCE_WITH_PIN_MS = 15_000;
/** For what nobody waits for: a page that is drawn takes it when it comes. */
export const PATIENCE_UNSEEN_MS = 30_000;

/**
 * The background's answer, or undefined where it gives none: it is dead, refused the message, or storage failed.
 * Null is an answer of some messages. `patience` in milliseconds.
 */
export async function ask<Type extends FromPages['type']>(
  message: Extract<FromPages, { type: Type }>,
  patience = patienceFor(message),
): Promise<PageAnswers[Type] | undefined> {
  return inTime<PageAnswers[Type], undefined>(browser.runtime.sendMessage(message), patience, undefined);
}

const DEEDS = /^(set|import|forget|end|reset|export)\b/;

function patienceFor(message: FromPages): number {
  if ('pin' in message || 'family' in message) return PATIENCE_WITH_PIN_MS;
  return DEEDS.test(message.type) ? PATIENCE_WITH_DEEDS_MS : PATIENCE_MS;
}

/** The answer of a tab's content script, or null where it gives none: most tabs have none. `patience` in milliseconds. */
export async function askTab(tab: number, message: FromPopup, patience = PATIENCE_MS): Promise<unknown> {
  return (await inTime(browser.tabs.sendMessage(tab, message), patience, null)) ?? null;
}
