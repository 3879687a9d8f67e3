// What an open chat can give to the note: its site, the kinds of signs, and the last day. Ids and numbers alone. Pure.
import { dateOf } from '../../utils/dates';
import type { TabReport } from '../../utils/tab-messages';
import { isOfTheOther } from '../sign-sentences';
import { type NoteValues, SIGN_KINDS, type SignKind, tickedIn, typedIn } from './note-fields';

/** One open chat with signs in it. */
export type OpenChat = {
  readonly site: { readonly id: string; readonly name: string };
  readonly kinds: readonly SignKind[];
  /** 'YYYY-MM-DD'. */
  readonly lastDay: string;
};

/** Null where the tab shows no chat, or nothing was seen in it. */
export function openChatOf({ adapter, seen }: TabReport): OpenChat | null {
  const signs = seen.filter(isOfTheOther);
  const kinds = SIGN_KINDS.filter((kind) => signs.some(({ stage }) => stage === kind));
  if (adapter === null || kinds.length === 0) return null;
  const counted = signs.filter(({ stage }) => kinds.some((kind) => kind === stage));
  const lastDay = Math.max(...counted.map((sign) => sign.lastDay));
  return { site: adapter, kinds, lastDay: dateOf(lastDay) };
}

/** Adds a chat to what was filled in; what a person typed stays. `site`: its name as it is to be written. */
export function withChat(values: NoteValues, chat: OpenChat, site: string): NoteValues {
  return {
    ...values,
    app: typedIn(values, 'app') || site,
    signs: SIGN_KINDS.filter((kind) => chat.kinds.includes(kind) || tickedIn(values, 'signs').includes(kind)),
    last: typedIn(values, 'last') || chat.lastDay,
  };
}
