// Answers what the popup, our pages and the background say to a tab: in the page, or in a frame of it.
import type { FromPopup, PageStructure, StructureWords, TabReport, ToTab } from '../../utils/tab-messages';
import type { Chat } from './chat';
import type { Status } from './status';

export type TabAnswer = Promise<TabReport | PageStructure | null> | undefined;

export type Answering = {
  readonly document: Document;
  /** True in a frame of a page: it speaks only where a chat is open in it. */
  readonly inFrame: boolean;
  readonly status: Status;
  /** How the page is built, with no words but these; null where it is not read. */
  structure(words?: Partial<StructureWords>): PageStructure | null;
  /** The chat that the popup speaks of, or null. */
  chat(): Chat | null;
  /** Takes what the background says now. */
  refresh(): Promise<void>;
};

/** A frame with a chat answers the popup before the page around it does, in milliseconds. */
export const FRAME_FIRST_MS = 150;

/** Undefined for what is not for us. */
export function answerTab(message: unknown, tab: Answering): TabAnswer {
  switch (typeOf(message)) {
    case 'report':
      return answerOf(tab, () => tab.status.report());
    case 'structure':
      return answerOf(tab, () =>
        tab.structure((message as Partial<Extract<FromPopup, { type: 'structure' }>>).words),
      );
    case 'unsnooze':
      tab.chat()?.snooze(false);
      return Promise.resolve(null);
    case 'show-card':
      tab.chat()?.showCard();
      return Promise.resolve(null);
    case 'settings-changed':
      return tab.refresh().then(() => null);
    default:
      return undefined;
  }
}

/** The first answer of a tab's frames counts: one without a chat leaves it to the others, and the page around waits. */
function answerOf<T>({ status, document, inFrame }: Answering, answer: () => T): Promise<T> | undefined {
  const isIdle = status.report().state === 'idle';
  if (inFrame && isIdle) return undefined;
  if (!isIdle || document.querySelector('iframe') === null) return Promise.resolve().then(answer);
  return new Promise((resolve) => setTimeout(resolve, FRAME_FIRST_MS)).then(answer);
}

type Asked = (FromPopup | ToTab)['type'];
const ASKED: readonly string[] = [
  'report',
  'structure',
  'unsnooze',
  'show-card',
  'settings-changed',
] satisfies Asked[];

/** The type of a message that is for a tab, or null. */
function typeOf(message: unknown): Asked | null {
  const type = typeof message === 'object' && message !== null && 'type' in message ? message.type : null;
  return typeof type === 'string' && ASKED.includes(type) ? (type as Asked) : null;
}
