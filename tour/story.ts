// Reads the practice tour's story. One file, all languages; a test holds it to its own rules (tests/tour.test.ts).
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';

/** The languages the tour is told in. */
export const TOUR_LANGUAGES = ['en', 'km'] as const;
export type TourLanguage = (typeof TOUR_LANGUAGES)[number];
export type Told<T = string> = Readonly<Record<TourLanguage, T>>;

export type TourLevel = 'notice' | 'caution' | 'danger';

export type StoryLine = {
  readonly from: 'self' | 'other';
  readonly text: Told;
  /** The same said otherwise; every line of the other person's has some. */
  readonly again?: Told<readonly string[]>;
  /** The level that this line raises the chat to. */
  readonly level?: TourLevel;
};

type Common = { readonly id: string; readonly day: number; readonly show: Told };
export type ChatScene = Common & {
  readonly page: 'telegram-k' | 'telegram-a' | 'messenger';
  readonly peer: string;
  readonly person: string;
  readonly stranger: boolean;
  /** What the page's facts about the person alone make of the chat. */
  readonly facts: 'calm' | 'notice';
  readonly lines: readonly StoryLine[];
};
export type RequestScene = Common & {
  readonly page: 'facebook-requests';
  readonly person: string;
  readonly level: 'notice';
};
export type PopupScene = Common & { readonly page: 'popup' | 'hotline' };
export type Scene = ChatScene | RequestScene | PopupScene;

export type Story = {
  readonly people: Readonly<Record<string, Told>>;
  readonly scenes: readonly Scene[];
  readonly bar: Readonly<Record<'title' | 'pause' | 'play' | 'step' | 'ended', Told>>;
};

const FILE = path.join(path.dirname(fileURLToPath(import.meta.url)), 'story.yaml');

/** The story as it stands in story.yaml. */
export function readStory(): Story {
  return parse(readFileSync(FILE, 'utf8')) as Story;
}

/** A person's name in a language; throws where the story names nobody of that id. */
export function nameOf(story: Story, person: string, language: TourLanguage): string {
  const name = story.people[person]?.[language];
  if (name === undefined) throw new Error(`tour/story.yaml names no person "${person}" in "${language}"`);
  return name;
}

export function isChat(scene: Scene): scene is ChatScene {
  return 'lines' in scene;
}
