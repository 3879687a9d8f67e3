// What the background remembers of one conversation: asked for as the chat is opened, told as it is read.
import type { Answers, ConversationKey } from '../../utils/messages';
import { askUntilAnswered, type Link } from './background-link';
import { createMemoryWriter, type MemoryWriter } from './memory-writer';

export type ChatMemory = MemoryWriter & {
  /** Asks until there is an answer. `onLate`: rows need wait no longer; neither is called once the chat was left. */
  open(onLate: () => void, take: (answer: Answers['open']) => void): Promise<void>;
  /** Notes whether memory could be read or written just now. */
  note(works: boolean): void;
};

type MemoryOptions = {
  readonly link: Link;
  readonly conversation: ConversationKey;
  readonly weak: boolean;
  /** Aborts once the chat is left. */
  readonly signal: AbortSignal;
  onMemory(works: boolean): void;
};

/** Rows wait so long for the memory of the conversation; then they are read without it, until it comes, in milliseconds. */
const OPEN_WAIT_MS = 2_000;

export function createChatMemory({ signal, onMemory, ...named }: MemoryOptions): ChatMemory {
  const { link, conversation } = named;
  let isRead = false;

  /** Memory that was written but never read does not work: what fails is said until then. */
  const note = (works: boolean) => {
    if (isRead || !works) onMemory(works);
  };

  return {
    ...createMemoryWriter({ ...named, onResult: note }),
    note,
    async open(onLate, take) {
      const late = setTimeout(() => signal.aborted || onLate(), OPEN_WAIT_MS);
      const question = { type: 'open', conversation } as const;
      const answer = await askUntilAnswered(link, question, signal, () => signal.aborted || note(false));
      clearTimeout(late);
      if (signal.aborted || answer === null) return;
      isRead = true;
      note(true);
      take(answer);
    },
  };
}
