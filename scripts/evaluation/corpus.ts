// Reads labelled conversations: the project's corpora and any file of the same shape.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { z } from 'zod';
import type { Level } from '../../engine/types';
import { WrongArgument } from '../arguments';
import { parseLine } from '../json-line';

const level = z.enum(['calm', 'notice', 'caution', 'danger']);
const labelled = z.object({
  id: z.union([z.string(), z.number()]),
  lang: z.string().default('?'),
  plot: z.string().optional(),
  label: z.enum(['risky', 'benign']),
  kind: z.string().default('other'),
  self: z.string().nullish(),
  expect: z
    .object({ level: level.optional(), by: z.number().int().nullish(), never: level.nullish() })
    .default({}),
  events: z
    .object({
      'first-image-request': z.number().int().nullish(),
      'first-payment-demand': z.number().int().nullish(),
    })
    .default({}),
  messages: z.array(
    z.object({ author: z.string(), text: z.string(), time: z.union([z.string(), z.number()]).nullish() }),
  ),
});

/** A labelled conversation; see tests/corpora/README.md. `set` is the name of what it was read as a part of. */
export type Labelled = z.infer<typeof labelled> & { readonly set: string };

/** What tells of a chat whom its warnings are for; the lines of `npm run replay` name people by numbers too. */
type Said<Name> = {
  readonly self?: Name | null | undefined;
  readonly messages: readonly { readonly author?: Name }[];
};

/** Whom a chat's warnings are for; where it does not say, whoever did not begin it. */
export const selfOf = <Name>({ self, messages }: Said<Name>): Name | undefined =>
  self ?? messages.find(({ author }) => author !== messages[0]?.author)?.author;

/** Level that a risky conversation must reach, or a benign one must stay below. */
export function expectedLevel(conversation: Labelled): Level {
  if (conversation.label === 'benign') return conversation.expect.never ?? 'caution';
  const expected = conversation.expect.level ?? 'caution';
  return expected === 'calm' ? 'caution' : expected;
}

/**
 * Reads `.jsonl` files and folders of them.
 * @param set name of the set; without it each file is one, by its own name
 * @param onLeftOut takes how many lines of a file have a label that is neither risky nor benign, or none
 * @throws WrongArgument that names file and line
 */
export function readCorpus(
  paths: readonly string[],
  set?: string,
  onLeftOut: (path: string, lines: number) => void = () => {},
): Labelled[] {
  return paths.flatMap((path) => {
    if (statSync(path).isDirectory())
      return readCorpus(
        readdirSync(path)
          .filter((name) => name.endsWith('.jsonl'))
          .sort()
          .map((name) => join(path, name)),
        set,
        onLeftOut,
      );
    const lines = readFileSync(path, 'utf8')
      .split('\n')
      .flatMap((line, i) =>
        line.trim() === '' ? [] : [readLabelled(line, path, i + 1, set ?? basename(path))],
      );
    const conversations = lines.filter((conversation) => conversation !== null);
    if (conversations.length < lines.length) onLeftOut(path, lines.length - conversations.length);
    return conversations;
  });
}

/** One line; null for labels that are neither risky nor benign (mixed sets of others). */
function readLabelled(line: string, path: string, number: number, set: string): Labelled | null {
  let value: unknown;
  try {
    value = parseLine(line);
  } catch {
    throw new WrongArgument(`${path}:${number}: not JSON`);
  }
  const label = (value as { label?: unknown } | null)?.label;
  if (label !== 'risky' && label !== 'benign') return null;
  const checked = labelled.safeParse(value);
  if (!checked.success)
    throw new WrongArgument(
      `${path}:${number}: ${checked.error.issues.map((i) => `${i.path.join('.')} ${i.message}`).join('; ')}`,
    );
  return { ...checked.data, set };
}
