// What stands at each address while the story is told: the pages as they are at the step that is played.
import type { SiteAnswer } from '../scripts/browser/local-sites';
import {
  ENGLISH,
  FRIEND_REQUESTS_URL,
  friendRequestsBody,
  type RequestWords,
} from './pages/facebook-requests';
import type { Markup } from './pages/markup';
import { type ChatLine, type ChatSite, documentOf } from './pages/site';
import { CHAT_SITES } from './pages/sites';
import {
  type ChatScene,
  isChat,
  nameOf,
  type Scene,
  type Story,
  type Told,
  type TourLanguage,
  type TourLevel,
} from './story';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** One thing that happens: a scene opens (`line` null), or its next line is said. */
export type Step = { readonly scene: Scene; readonly line: number | null };

/** All steps of the story, in order. */
export function stepsOf(story: Story): readonly Step[] {
  return story.scenes.flatMap((scene) => [
    { scene, line: null },
    ...(isChat(scene) ? scene.lines.map((_, line) => ({ scene, line })) : []),
  ]);
}

export type StoryPages = {
  /** Address of a scene's page; null for the popup's scenes, which have none of their own. */
  urlOf(scene: Scene): string | null;
  /** What a server answers while `scene` is on: null where no page stands. */
  answer(url: URL, scene: Scene): SiteAnswer | null;
  /** A scene's line as it is added to the open page. */
  rowOf(scene: ChatScene, line: number): { readonly into: string; readonly row: Markup };
};

/** The pages of a story told in one language, dated from `now` (milliseconds). `above` stands over every page. */
export function storyPages(
  story: Story,
  language: TourLanguage,
  now: number,
  above: readonly Markup[] = [],
): StoryPages {
  const page = (scene: Scene) => {
    if (scene.page === 'facebook-requests') {
      return documentOf(
        'Friend requests',
        friendRequestsBody(requestsOf(story, language), REQUEST_WORDS[language]),
        {
          lang: language,
          above,
        },
      );
    }
    if (!isChat(scene)) return null;
    const title = nameOf(story, scene.person, language);
    const chat = {
      peer: scene.peer,
      title,
      stranger: scene.stranger,
      language,
      today: now - scene.day * DAY,
      lines: linesBefore(story, scene, language, now),
    };
    return documentOf(title, siteOf(scene).body(chat), { lang: language, above });
  };
  return {
    urlOf,
    answer(url, scene) {
      const address = urlOf(scene);
      const html = address !== null && sameDocument(url, new URL(address)) ? page(scene) : null;
      return html === null ? null : { html };
    },
    rowOf(scene, line) {
      const said = linesOf(scene, language, now, linesBefore(story, scene, language, now).length)[line];
      if (said === undefined) throw new Error(`The scene "${scene.id}" has no line ${line}`);
      const title = nameOf(story, scene.person, language);
      return { into: siteOf(scene).into, row: siteOf(scene).row(said, { peer: scene.peer, title }) };
    },
  };
}

/** The site whose page a chat scene plays on. */
function siteOf(scene: ChatScene): ChatSite {
  return CHAT_SITES[scene.page];
}

function urlOf(scene: Scene): string | null {
  if (scene.page === 'facebook-requests') return FRIEND_REQUESTS_URL;
  return isChat(scene) ? siteOf(scene).url(scene.peer) : null;
}

/** A server never sees what follows the `#`. */
function sameDocument(one: URL, other: URL): boolean {
  return one.host === other.host && one.pathname === other.pathname;
}

/** What was said in the same chat in earlier scenes. */
function linesBefore(story: Story, scene: ChatScene, language: TourLanguage, now: number): ChatLine[] {
  const earlier = story.scenes.slice(0, story.scenes.indexOf(scene)).filter(isChat);
  const same = earlier.filter((one) => one.page === scene.page && one.peer === scene.peer);
  const lines: ChatLine[] = [];
  for (const one of same) lines.push(...linesOf(one, language, now, lines.length));
  return lines;
}

/** A scene's lines, a minute apart, the last one just before `now` on the scene's day. */
function linesOf(scene: ChatScene, language: TourLanguage, now: number, before: number): ChatLine[] {
  return scene.lines.map((line, index) => ({
    id: FIRST_ID + before + index,
    from: line.from,
    text: line.text[language],
    at: now - scene.day * DAY - (scene.lines.length - index) * MINUTE,
  }));
}

/** Telegram's message numbers are large; any start will do. */
const FIRST_ID = 4_294_967_296;

/** The requests page speaks the language of the tour. */
const REQUEST_WORDS: Told<RequestWords> = {
  en: ENGLISH,
  km: { title: 'សំណើជាមិត្ត', confirm: 'យល់ព្រម', delete: 'លុប' },
};
const SHARED: Told<{ readonly some: string; readonly none: string }> = {
  en: { some: '4 mutual friends', none: 'No mutual friends' },
  km: { some: 'មិត្តរួម 4 នាក់', none: 'គ្មានមិត្តរួម' },
};

/** The stranger's request, and one from somebody with friends in common. */
function requestsOf(story: Story, language: TourLanguage) {
  const { some, none } = SHARED[language];
  return [
    { id: '61500000000011', name: nameOf(story, 'classmate', language), shared: some, age: '2d' },
    { id: '61500000000012', name: nameOf(story, 'stranger', language), shared: none, age: '1d' },
  ];
}

/** What must be shown after a step: the level that was just raised, before any what the page's facts give, else null. */
export function expectedAt(story: Story, { scene, line }: Step): TourLevel | 'calm' | null {
  if (scene.page === 'facebook-requests') return scene.level;
  if (!isChat(scene)) return null;
  const raised = line === null ? undefined : scene.lines[line]?.level;
  if (raised !== undefined) return raised;
  const earlier = story.scenes.slice(0, story.scenes.indexOf(scene)).filter(isChat);
  const said = [
    ...earlier.filter((one) => one.peer === scene.peer).flatMap((one) => one.lines),
    ...scene.lines.slice(0, line ?? 0),
  ];
  return said.some((one) => one.level !== undefined) ? null : scene.facts;
}
