// What the popup makes of a report: which signals it names, and which advice fits. Pure.
import type { TabReport } from '../../utils/tab-messages';
import { actionsFor } from '../caution-content';
import { type DangerKind, dangerKindOf, threatensLife } from '../danger-kind';
import { isOfTheOther, type Who } from '../sign-sentences';

/** Sets of steps in locales, with how many steps each has: see `stepKey`. */
export const STEPS = {
  threat: 6,
  coercion: 5,
  harm: 4,
  'self-harm': 4,
  meeting: 4,
  advert: 4,
  other: 4,
  despair: 3,
  caution: 4,
  'caution-threat': 3,
  notice: 3,
  calm: 2,
} as const;
export type StepSet = keyof typeof STEPS;

/** Against a threat or a demand at `caution` the card has three steps, which say it all. */
export function stepKey(set: StepSet, number: string): string {
  return set === 'caution-threat' ? `card.caution.actions.threat.${number}` : `popup.steps.${set}.${number}`;
}

/** The signals of a report that the popup names, strongest first. */
export function shownSignals(report: TabReport): TabReport['seen'] {
  return report.seen.filter(isOfTheOther);
}

/** Of whom the popup may speak: of nobody in particular where the tab does not tell. */
export function whoOf({ who = 'someone' }: TabReport): Who {
  return who;
}

/** Which `danger` card the page shows, so that card and popup say the same. */
export function dangerKind(report: TabReport, who = whoOf(report)): DangerKind {
  return dangerKindOf(
    { level: 'danger', because: null, reasons: report.seen, past: report.past, crisis: report.crisis },
    who,
  );
}

/** The advice for a report: by kind at `danger`, else for the child's own despair, else by level. */
export function stepsFor(report: TabReport, who = whoOf(report)): StepSet {
  if (report.level !== 'danger') {
    if (report.crisis) return 'despair';
    return report.level === 'caution' ? cautionSteps(report) : report.level;
  }
  const kind = dangerKind(report, who);
  return kind === 'payment' || kind === 'images' || kind === 'unknown' ? 'threat' : kind;
}

/** As the card has it: by what it speaks of first. */
function cautionSteps(report: TabReport): StepSet {
  if (hasAdvert(report)) return 'advert';
  const [first] = shownSignals(report);
  const isThreat = first !== undefined && actionsFor(first.stage) === 'threat';
  return isThreat ? 'caution-threat' : 'caution';
}

/** The combination that an advert for illegal pictures is known by (rules/escalations.yaml); its parts alone say nothing. */
const ADVERT = ['advert.sale', 'advert.minor'];

function hasAdvert(report: TabReport): boolean {
  return ADVERT.every((part) => report.seen.some(({ signal }) => signal === part));
}

/** The drives that hold what such adverts link to, by their names in help/platform-routes.yaml. */
const DRIVES = ['google-drive', 'dropbox'] as const;

/** Services beside the site itself to which an advert in the chat can be reported. */
export function linkedServices(report: TabReport | null): readonly string[] {
  const warns = report?.level === 'caution' || report?.level === 'danger';
  return warns && hasAdvert(report) ? DRIVES : [];
}

/** How much is at stake: nothing known, somebody to talk to at once, danger to life by others, or by the child's own hand. */
export type Urgency = 'none' | 'talk' | 'life' | 'despair';

/** How urgent help is, whoever wrote it; 'none' where nothing is known of the tab. */
export function urgencyOf(report: TabReport | null): Urgency {
  if (report === null) return 'none';
  const set = stepsFor(report, 'person');
  if (set === 'self-harm' || report.crisis) return 'despair';
  if (report.level !== 'danger') return 'none';
  return threatensLife(dangerKind(report, 'person')) ? 'life' : 'talk';
}
