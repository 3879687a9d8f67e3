// Checks every line of the corpora: its shape, its numbers, and that no sentence serves two conversations.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readCorpus } from '../../scripts/evaluation/corpus';
import { type CorpusConversation, conversationSchema } from './conversation-schema';

type Line = { readonly set: string; readonly file: string; readonly number: number; readonly text: string };

/** Lines shorter than this are fillers ("haha ok thank u") that any two chats may share. */
const LONG_LINE = 20;
/** What the tune set must hold: two thirds of 160 and 320 conversations, 30 plots. */
const LEAST = { risky: 110, riskyPlots: 22, benign: 220, benignPlots: 40 };
/** Benign chats of at least this many messages show that length alone is no guilt. */
const LONG_CONVERSATION = 80;
const LEAST_LONG = 8;

const folder = fileURLToPath(new URL('.', import.meta.url));

function readSet(set: string): readonly Line[] {
  if (!existsSync(`${folder}${set}`)) return [];
  return readdirSync(`${folder}${set}`)
    .filter((file) => file.endsWith('.jsonl'))
    .flatMap((file) => {
      const lines = readFileSync(`${folder}${set}/${file}`, 'utf8').split('\n');
      return lines
        .map((text, at) => ({ set, file, number: at + 1, text }))
        .filter(({ text }) => text.trim() !== '');
    });
}

const lines = ['tune', 'frozen', 'fresh', 'talk'].flatMap(readSet);
const where = (line: Line) => `${line.set}/${line.file}:${line.number}`;
const parsed = lines.map((line) => ({ line, result: conversationSchema.safeParse(JSON.parse(line.text)) }));
const conversations = parsed.flatMap(({ line, result }) =>
  result.success ? [{ line, conversation: result.data }] : [],
);
const tune = conversations.filter(({ line }) => line.set === 'tune').map(({ conversation }) => conversation);

const withLabel = (label: CorpusConversation['label']) => tune.filter((one) => one.label === label);
const plotsOf = (list: readonly CorpusConversation[]) => new Set(list.map((one) => one.plot));

/** Letters and digits alone, in lower case, so that a changed comma does not hide a copy. */
const bare = (text: string) =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();

describe('every line', () => {
  it('follows the schema', () => {
    const broken = parsed.flatMap(({ line, result }) =>
      result.success ? [] : [`${where(line)} ${result.error.message}`],
    );
    expect(broken).toEqual([]);
  });

  it('stands in the file of its language and label', () => {
    const strays = conversations.filter(
      ({ line, conversation: one }) => line.file !== `${one.label}.${one.lang}.jsonl`,
    );
    expect(strays.map(({ line }) => where(line))).toEqual([]);
  });

  it('has an id of its own', () => {
    const ids = conversations.map(({ conversation }) => conversation.id);
    expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
  });

  it('lets its own side and another side speak', () => {
    const oneSided = conversations.filter(({ conversation: one }) => {
      const authors = new Set(one.messages.map((message) => message.author));
      return !authors.has(one.self) || authors.size < 2;
    });
    expect(oneSided.map(({ line }) => where(line))).toEqual([]);
  });

  it('points at messages of the other side', () => {
    const wrong = conversations.filter(({ conversation: one }) => {
      const points = [one.expect.by, ...Object.values(one.events)].filter((point) => point !== null);
      return points.some((point) => (one.messages[point]?.author ?? one.self) === one.self);
    });
    expect(wrong.map(({ line }) => where(line))).toEqual([]);
  });

  it('has times in order, on all messages or on none', () => {
    const wrong = conversations.filter(({ conversation: one }) => {
      const times = one.messages.flatMap((message) => (message.time ? [Date.parse(message.time)] : []));
      const backwards = times.some((time, at) => at > 0 && time < (times[at - 1] ?? 0));
      return backwards || (times.length > 0 && times.length < one.messages.length);
    });
    expect(wrong.map(({ line }) => where(line))).toEqual([]);
  });

  it('holds no link, address or number that could be real', () => {
    const reachable = /https?:|www\.|t\.me|[\w.]+@\w+\.\w|\d[\d -]{6,}\d/iu;
    const found = conversations.filter(({ conversation: one }) =>
      one.messages.some((message) => reachable.test(message.text)),
    );
    expect(found.map(({ line }) => where(line))).toEqual([]);
  });

  it('shares no long sentence with another conversation', () => {
    const owner = new Map<string, string>();
    const shared: string[] = [];
    for (const { conversation: one } of conversations) {
      for (const key of one.messages.map((message) => bare(message.text))) {
        const first = owner.get(key);
        if (key.length >= LONG_LINE && first !== undefined && first !== one.id)
          shared.push(`${first} = ${one.id}: ${key}`);
        owner.set(key, first ?? one.id);
      }
    }
    expect(shared).toEqual([]);
  });

  it('names a risky plot as the twin of each benign one but ordinary talk', () => {
    const risky = plotsOf(
      conversations.map(({ conversation }) => conversation).filter((one) => one.label === 'risky'),
    );
    const orphans = conversations.filter(
      ({ conversation: one }) => 'twin-of' in one && !risky.has(one['twin-of']),
    );
    expect(orphans.map(({ line }) => where(line))).toEqual([]);
  });
});

describe('the tune set', () => {
  it('is as large as it must be', () => {
    expect(withLabel('risky').length).toBeGreaterThanOrEqual(LEAST.risky);
    expect(plotsOf(withLabel('risky')).size).toBeGreaterThanOrEqual(LEAST.riskyPlots);
    expect(withLabel('benign').length).toBeGreaterThanOrEqual(LEAST.benign);
    expect(plotsOf(withLabel('benign')).size).toBeGreaterThanOrEqual(LEAST.benignPlots);
  });

  it.each(['risky', 'benign'] as const)('tells every %s plot in English and in Khmer', (label) => {
    const [english, khmer] = ['en', 'km'].map((lang) =>
      [...plotsOf(withLabel(label).filter((one) => one.lang === lang))].sort(),
    );
    expect(khmer).toEqual(english);
  });

  it('shares no plot with the frozen set', () => {
    const frozen = plotsOf(
      conversations.filter(({ line }) => line.set === 'frozen').map(({ conversation }) => conversation),
    );
    expect([...plotsOf(tune)].filter((plot) => frozen.has(plot))).toEqual([]);
  });

  it('has long benign conversations', () => {
    const long = withLabel('benign').filter((one) => one.messages.length >= LONG_CONVERSATION);
    expect(long.length).toBeGreaterThanOrEqual(LEAST_LONG);
  });
});

describe('what is learned from, in its looser form', () => {
  const leftOut: string[] = [];
  const learned = ['study', 'taught'].flatMap((set) =>
    readdirSync(`${folder}${set}`)
      .filter((file) => file.endsWith('.jsonl'))
      .flatMap((file) =>
        readCorpus([`${folder}${set}/${file}`], `${set}/${file}`, (path) => leftOut.push(path)),
      ),
  );
  it('is read to the last line', () => expect(leftOut).toEqual([]));
  it('stands in the file of its language, and in `taught` of its label', () => {
    const strays = learned.filter(({ set, label, lang }) => {
      const [, of, named, language] = /^(\w+)\/(\w+)\.(\w+)\.jsonl$/.exec(set) ?? [];
      return language !== lang || (of === 'taught' && named !== label);
    });
    expect(strays.map(({ set, id }) => `${set} ${id}`)).toEqual([]);
  });
  it('has an id of its own', () => {
    const seen = new Set<unknown>();
    const twice = learned.filter(({ id }) => seen.size === seen.add(id).size);
    expect(twice.map(({ set, id }) => `${set} ${id}`)).toEqual([]);
  });
});
