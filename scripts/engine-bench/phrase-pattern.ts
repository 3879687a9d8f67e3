// The phrases of a pack as plain regular expressions: what a loop over patterns would have in place of our engine. They know
// other spellings, not endings and misspellings.
import { FILLERS_SKIPPED } from '../../engine/code';
import { splitWords } from '../../engine/normalise';
import { type ParsedPack, parsePack } from '../../engine/pack';
import type { PhraseNode } from '../../engine/phrase';
import type { PackData, SignalTable } from '../../engine/rules';

/** A word of the text, with the question mark that may stand at it, and the space behind. */
const BEHIND = '\\?? ';
const CLASSES = { num: '\\d[\\d.]*', minor: '(?:[5-9]|1[0-7])', adult: '(?:1[89]|[2-7]\\d)' } as const;

/** Every phrase of the pack's signals, in order. @throws PackError, PhraseError as `parsePack` */
export function patternsOf(pack: PackData, signals: SignalTable): RegExp[] {
  const parsed = parsePack(pack, signals);
  const writer = new PatternWriter(parsed);
  return parsed.signals.flatMap(({ phrases }) =>
    phrases.map((tree) => new RegExp(`(?<= )${writer.write(tree)}`, 'u')),
  );
}

/** A text as the patterns want it: its words as the engine cuts them, a space around each, question marks at the word before. */
export function patternText(text: string): string {
  return ` ${splitWords(text)
    .words.map((word) => (word === '?' ? word : ` ${word}`))
    .join('')} `
    .replace(/\?+/g, '?')
    .replace(/^ +/, ' ');
}

class PatternWriter {
  private readonly lists = new Map<string, string>();

  constructor(private readonly parsed: ParsedPack) {}

  write(node: PhraseNode): string {
    switch (node.kind) {
      case 'word':
        return anyOf([node.word, ...(this.parsed.pack.spellings[node.word] ?? [])].map(escaped)) + BEHIND;
      case 'class':
        return CLASSES[node.name] + BEHIND;
      case 'list':
        return this.listOf(node.name);
      case 'gap':
        return `(?:[^ ]+ ){0,${this.parsed.pack.gap}}`;
      case 'filler':
        return `(?:${this.listOf('filler')}){0,${FILLERS_SKIPPED}}`;
      case 'question':
        return '(?<=\\? )';
      case 'start':
        return '(?<=^ )';
      case 'end':
        return '$';
      case 'sequence':
        return node.items.map((item) => this.write(item)).join('');
      case 'choice':
        return anyOf(node.items.map((item) => this.write(item)));
      case 'optional':
        return `(?:${this.write(node.item)})?`;
    }
  }

  /** Each list once. One without entries matches nothing. */
  private listOf(name: string): string {
    const known = this.lists.get(name);
    if (known !== undefined) return known;
    const entries = this.parsed.lists.get(name) ?? [];
    const pattern = entries.length === 0 ? '(?!)' : anyOf(entries.map((entry) => this.write(entry)));
    this.lists.set(name, pattern);
    return pattern;
  }
}

const anyOf = (patterns: readonly string[]): string =>
  patterns.length === 1 ? (patterns[0] as string) : `(?:${patterns.join('|')})`;
const escaped = (word: string): string => word.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
