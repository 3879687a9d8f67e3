// Which lines of help stand first, by how much is at stake. Pure.
import { type CrisisKind, crisisFor, emergencyFor, hotlineFor, sameLine } from '../../help/choose';
import type { HelpData, HelpLine } from '../../help/types';
import type { Urgency } from './stages';

/** A line, and what a crisis route really is. */
export type FirstLine = { readonly line: HelpLine; readonly as: CrisisKind | null };

/**
 * The hotline and the crisis line of a country, in the order in which the card shows them: the crisis line first where
 * despair is near, else the hotline. Where life is in danger the emergency number stands second. One number stands there
 * once, called what it is.
 */
export function firstLines(help: HelpData, country: string | null, urgency: Urgency): readonly FirstLine[] {
  const crisis: FirstLine = crisisFor(help, country);
  const hotline: FirstLine = { line: hotlineFor(help, country), as: null };
  const isLife = urgency === 'life' || urgency === 'despair';
  const emergency = isLife ? emergencyFor(help, country) : null;
  const life: readonly FirstLine[] = emergency === null ? [] : [{ line: emergency, as: 'emergency' }];
  const lines = urgency === 'despair' ? [crisis, ...life, hotline] : [hotline, ...life, crisis];
  const isFirst = ({ line }: FirstLine, index: number) =>
    lines.findIndex((earlier) => sameLine(earlier.line, line)) === index;
  const calledWhatItIs = (shown: FirstLine) =>
    [crisis, ...life].find(({ line }) => sameLine(line, shown.line)) ?? shown;
  return lines.filter(isFirst).map(calledWhatItIs);
}
