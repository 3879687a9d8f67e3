// What the note's page knows, and what a person can do on it. Types alone.
import type { HelpData } from '../../help/types';
import type { Language } from '../../utils/settings';
import type { PageContext } from '../page-context';
import type { OpenChat } from './from-tab';
import type { NoteValues } from './note-fields';
import type { NoteFrame, NoteLanguage } from './note-rows';

/** What became of looking for open chats. */
export type FoundChats = 'not-asked' | 'asking' | 'taken' | readonly OpenChat[];

export type NoteActions = {
  readonly fill: (change: NoteValues) => void;
  readonly find: () => Promise<void>;
  readonly take: (chat: OpenChat) => void;
  readonly clear: () => void;
  readonly choose: (line: string) => void;
  readonly setSecond: (language: Language | null) => void;
  readonly setCountry: (country: string) => void;
  readonly setLanguage: (language: Language) => void;
  readonly print: () => void;
  /** Hands the note to the person as a file. */
  readonly save: (text: string) => void;
  readonly leave: () => void;
};

export type NoteProps = {
  readonly values: NoteValues;
  readonly chats: FoundChats;
  /** Id of the line that it is for; null for the country's first. */
  readonly recipient: string | null;
  /** The language beside the teen's own; null where the recipient reads that. */
  readonly second: NoteLanguage | null;
  readonly frame: NoteFrame;
  readonly help: HelpData;
  readonly country: string | null;
  readonly suggested: string | null;
  readonly languages: readonly Language[];
  readonly familyOn: boolean;
  readonly context: PageContext;
  readonly actions: NoteActions;
};
