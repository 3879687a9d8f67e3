// Which lines of help stand first, by how much is at stake. Pure.
import { crisisFor, emergencyFor, hotlineFor, sameLine } from '../../help/choose';
import type { HelpData } from '../../help/types';
import type { ShownLine } from '../lines/page-line';
import type { Urgency } from './stages';

/**
 * The hotline and the crisis line of a country, in the order in which the card shows them: the crisis line first where
 * despair is near, else the hotline. Where life is in danger the emergency number stands second. One number stands there
 * once, called what it is.
 */
export function firstLines(help: HelpData, country: string | null, urgency: Urgency): readonly ShownLine[] {
  const crisis: ShownLine = crisisFor(help, country);
  const hotline: ShownLine = { line: hotlineFor(help, country), as: null };
  const emergency = isLifeAtStake(urgency) ? emergencyFor(help, country) : null;
  const life: readonly ShownLine[] = emergency === null ? [] : [{ line: emergency, as: 'emergency' }];
  const lines = urgency === 'despair' ? [crisis, ...life, hotline] : [hotline, ...life, crisis];
  const isFirst = ({ line }: ShownLine, index: number) =>
    lines.findIndex((earlier) => sameLine(earlier.line, line)) === index;
  const calledWhatItIs = (shown: ShownLine) =>
    [crisis, ...life].find(({ line }) => sameLine(line, shown.line)) ?? shown;
  return lines.filter(isFirst).map(calledWhatItIs);
}

/** By others, or by the child's own hand: whom to call in an emergency is said first, also where we know no number. */
export function isLifeAtStake(urgency: Urgency): boolean {
  return urgency === 'life' || urgency === 'despair';
}
