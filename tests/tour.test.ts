// Holds the practice tour to its own rules: its sentences are nobody's examples, and other words give the same levels.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import type { Level } from '../engine/types';
import { createReplayer } from '../scripts/replayer';
import { type ChatScene, isChat, readStory, TOUR_LANGUAGES, type TourLanguage } from '../tour/story';
import { shippedReader } from './shipped-rules';

const story = readStory();
const replay = createReplayer(shippedReader);
const chats = chatsOf(story.scenes.filter(isChat));

/** Scenes with the same page and peer are one chat, in the order of the story. */
function chatsOf(scenes: readonly ChatScene[]): readonly (readonly ChatScene[])[] {
  const same = (one: ChatScene, other: ChatScene) => one.page === other.page && one.peer === other.peer;
  const firsts = scenes.filter((scene, index) => scenes.findIndex((one) => same(one, scene)) === index);
  return firsts.map((first) => scenes.filter((scene) => same(scene, first)));
}

type Said = {
  readonly from: 'self' | 'other';
  readonly texts: readonly string[];
  readonly level: Level | undefined;
  readonly day: number;
};

/** A chat's lines in one language: the tour's own words first, then the rephrasings. */
function linesOf(chat: readonly ChatScene[], language: TourLanguage): readonly Said[] {
  return chat.flatMap((scene) =>
    scene.lines.map((line) => ({
      from: line.from,
      texts: [line.text[language], ...(line.again?.[language] ?? [])],
      level: line.level,
      day: scene.day,
    })),
  );
}

/** The level after each message, when the line at `at` (or every line) is said in its `variant`th way. */
function levels(lines: readonly Said[], variant: number, at: number | 'all'): Level[] {
  const messages = lines.map(({ from, texts, day }, index) => ({
    author: from,
    text: texts[at === 'all' || at === index ? Math.min(variant, texts.length - 1) : 0] ?? '',
    time: new Date(Date.UTC(2026, 10, 24 - day, 18, index)).toISOString(),
  }));
  const { alerts } = replay({ id: 'tour', self: 'self', messages });
  return messages.map((_, index) => alerts.findLast((alert) => alert.index <= index)?.level ?? 'calm');
}

/** The levels that the story names, line by line. */
function told(lines: readonly Said[]): Level[] {
  let level: Level = 'calm';
  return lines.map((line) => {
    level = line.level ?? level;
    return level;
  });
}

describe.each(TOUR_LANGUAGES)('the tour in %s', (language) => {
  describe.each(chats.map((chat) => [chat.map((scene) => scene.id).join(' + '), chat] as const))(
    '%s',
    (_, chat) => {
      const lines = linesOf(chat, language);

      test('rises where the story says', () => {
        expect(levels(lines, 0, 'all')).toEqual(told(lines));
      });

      const rephrasings = lines.flatMap(({ texts }, index) =>
        texts.slice(1).map((text, n) => [text, index, n + 1] as const),
      );
      test.each(rephrasings)('rises the same with: %s', (_text, index, variant) => {
        expect(levels(lines, variant, index)).toEqual(told(lines));
      });

      test.each([1, 2])('rises the same with every line in its other words, way %i', (variant) => {
        expect(levels(lines, variant, 'all')).toEqual(told(lines));
      });
    },
  );

  test("every line of the other person's is said in at least two other ways, all different", () => {
    const others = chats.flatMap((chat) => linesOf(chat, language)).filter((line) => line.from === 'other');
    expect(others.filter(({ texts }) => new Set(texts).size < 3)).toEqual([]);
  });
});

test('no sentence of the tour is an example of a rule', () => {
  const examples = new Set(ruleExamples().map(plain));
  expect(examples.size).toBeGreaterThan(0);
  const sentences = TOUR_LANGUAGES.flatMap((language) =>
    chats.flatMap((chat) => linesOf(chat, language).flatMap(({ texts }) => texts)),
  );
  expect(sentences.filter((sentence) => examples.has(plain(sentence)))).toEqual([]);
});

/** Letters and figures alone, so that a comma or a capital makes no difference. */
function plain(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}\p{M}]/gu, '');
}

type RuleFile = {
  readonly signals?: Readonly<
    Record<string, { readonly matches?: readonly string[]; readonly ignores?: readonly string[] }>
  >;
};

function ruleExamples(): string[] {
  const folder = path.resolve(import.meta.dirname, '../rules/languages');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    (file) => file.endsWith('.yaml') && !file.endsWith('.sexual.yaml'),
  );
  return files.flatMap((file) => {
    const { signals = {} } = parse(readFileSync(path.join(folder, file), 'utf8')) as RuleFile;
    return Object.values(signals).flatMap(({ matches = [], ignores = [] }) => [...matches, ...ignores]);
  });
}
