// The part of docs/accuracy.md on one set of conversations: what was warned of, how soon, and what alarmed for nothing.
import type { Outcome } from './measure';
import { alarmTable, beforeTable, dueLine, latencyLine, recallTable } from './report';

const isRisky = ({ conversation }: Outcome): boolean => conversation.label === 'risky';
const languageOf = ({ conversation }: Outcome): string => conversation.lang;
const kindOf = ({ conversation }: Outcome): string => `${conversation.lang} ${conversation.kind}`;

/** Its heading and its tables; `outcomes` are those of the set. */
export function setSections(set: string, outcomes: readonly Outcome[]): string[] {
  const risky = outcomes.filter(isRisky);
  const benign = outcomes.filter((outcome) => !isRisky(outcome));
  const sections = [`## Set: ${set}`];
  if (risky.length > 0) {
    sections.push(recallTable('risky, by language', risky, languageOf));
    const due = dueLine(risky);
    if (due) sections.push(due);
    sections.push(recallTable('risky, by kind', risky, kindOf));
    if (hasVariations(risky))
      sections.push(recallTable('risky, by plot', risky, ({ conversation }) => conversation.plot ?? '?'));
    sections.push(beforeTable(risky), latencyLine(outcomes));
  }
  if (benign.length > 0) sections.push(alarmTable('benign, by language', benign, languageOf));
  if (new Set(benign.map(({ conversation }) => conversation.kind)).size > 1)
    sections.push(alarmTable('benign, by who talks', benign, kindOf));
  return sections;
}

/** A table by plot says something where plots were told several times in a language. */
function hasVariations(list: readonly Outcome[]): boolean {
  const told = new Set(list.map(({ conversation: { lang, plot } }) => `${lang} ${plot}`));
  return told.size <= list.length / 2;
}
