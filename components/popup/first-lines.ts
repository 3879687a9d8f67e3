// Which lines of help stand first, by how much is at stake. Pure.
import { type CrisisKind, crisisFor, emergencyFor, hotlineFor, sameLine } from '../../help/choose';
import type { HelpData, HelpLine } from '../../help/types';
import type { Urgency } from './stages';

/** A line, and what a crisis route really is. */
export type FirstLine = { readonly line: HelpLine; readonly as: CrisisKind | null };

/**
 * The hotline and the crisis line of a country; in need the crisis line first, and where life is in danger the
 * emergency number too. One number stands there once, called what it is.
 */
export function firstLines(help: HelpData, country: string | null, urgency: Urgency): readonly FirstLine[] {
  const crisis: FirstLine = crisisFor(help, country);
  const hotline: FirstLine = { line: hotlineFor(help, country), as: null };
  const emergency = urgency === 'life' ? emergencyFor(help, country) : null;
  const life: readonly FirstLine[] = emergency === null ? [] : [{ line: emergency, as: 'emergency' }];
  const lines = urgency === 'none' ? [hotline, crisis] : [crisis, ...life, hotline];
  const others = lines.filter((shown) => shown === crisis || !sameLine(shown.line, crisis.line));
  return others.filter(
    ({ line }, index) => others.findIndex((earlier) => sameLine(earlier.line, line)) === index,
  );
}
