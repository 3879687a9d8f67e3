// What the background does with each message of our own pages. Every handler starts from storage.
import { countryCodes } from '../../help/choose';
import type { FromPages, PageAnswers } from '../../utils/page-messages';
import { isLockable } from '../../utils/policy-types';
import { reportError } from '../../utils/report-error';
import { hasChosen } from '../../utils/settings-chosen';
import { type ImportProblem, readSettingsFile, writeSettingsFile } from '../../utils/settings-file';
import type { HandlerOptions } from './handlers';
import type { PendingPlace } from './help-place';
import { effectiveSettings, refreshMark, withoutStorage } from './lamp-words';
import { reportOf, withoutLocked, withPolicy } from './policy';

type PageMessage<T extends FromPages['type']> = Extract<FromPages, { type: T }>;
export type PageHandlers = {
  [T in FromPages['type']]: (message: PageMessage<T>) => Promise<PageAnswers[T]>;
};

export function createPageHandlers(options: HandlerOptions, pending: PendingPlace): PageHandlers {
  return {
    ...settingsHandlers(options),
    ...storedHandlers(options),
    ...familyHandlers(options),
    'take-help-place': async () => pending.take(),
  };
}

function settingsHandlers(options: HandlerOptions) {
  const { storage } = options;
  const change = async (changed: PageMessage<'set-settings'>['change']) => {
    const settings = await storage.changeSettings(withoutLocked(changed, options.policy()));
    if (changed.language !== undefined) await refreshMark(options); // it is named in words
    await options.tellTabs();
    // Fewer days hold at once. Nobody waits for it, since it waits for the policy, and where deleting fails the choice was saved
    // all the same: tomorrow's clean-up follows it.
    if (changed.retentionDays !== undefined)
      void storage.prune().catch((error) => reportError('storage: prune', error));
    return withPolicy(settings, options.policy());
  };
  return {
    'get-settings': () => effectiveSettings(options),
    'get-policy': async () => reportOf(options.policy()),
    'set-settings': (message) => change(message.change),
    // The person's own choices: a policy's presets belong to the school's browsers, not into a file.
    'export-settings': async () => ({ text: writeSettingsFile(await storage.settings()) }),
    async 'import-settings'({ text }) {
      const { services, help } = options;
      const known = { services, countries: countryCodes(help) };
      const { change: wanted, report } = readSettingsFile(text, known);
      const locked: readonly string[] = options.policy().locked;
      const applied = report.applied.filter((field) => !locked.includes(field));
      const kept = report.applied
        .filter((field) => locked.includes(field))
        .map((field): ImportProblem => ({ field, why: 'locked' }));
      // A default in a file was chosen by nobody, as far as one can tell: it must not end what a school begins with.
      const own = await storage.settings();
      const isNews = (field: string) =>
        !isLockable(field) || hasChosen(own, field) || hasChosen({ ...own, ...wanted }, field);
      const taken = Object.fromEntries(
        applied.filter(isNews).map((field) => [field, wanted[field]]),
      ) as typeof wanted;
      const settings = Object.keys(taken).length > 0 ? await change(taken) : await effectiveSettings(options);
      const holds = (field: keyof typeof wanted) =>
        field in taken || JSON.stringify(settings[field]) === JSON.stringify(wanted[field]);
      return {
        ...report,
        applied: applied.filter(holds),
        problems: [...kept, ...report.problems],
        settings,
      };
    },
  } satisfies Partial<PageHandlers>;
}

function storedHandlers(options: HandlerOptions) {
  const { storage } = options;
  return {
    async 'storage-health'() {
      const health = await storage.health().catch(withoutStorage(() => null));
      const found = health ?? { setAside: [], conversations: 0 };
      return { ...found, working: health !== null, refused: options.refused() };
    },
    async 'stored-overview'() {
      await storage.pruneDaily().catch((error) => reportError('storage: prune', error)); // a browser may be open for weeks
      return storage.overview();
    },
    async forget({ everything = false }) {
      await storage.forget({ everything });
      await refreshMark(options);
      await options.tellTabs(); // open pages hold the old key
      return null;
    },
    snoozes: async () => ({ count: await storage.snoozes() }),
    async 'end-snoozes'() {
      await storage.endSnoozes();
      await options.tellTabs();
      return { count: await storage.snoozes() };
    },
    'get-trusted-adult': () => storage.trustedAdult(),
    async 'set-trusted-adult'({ adult }) {
      const set = await storage.setTrustedAdult(adult);
      await options.tellTabs(); // other pages of ours may hold the one before
      return set;
    },
  } satisfies Partial<PageHandlers>;
}

function familyHandlers(options: HandlerOptions) {
  const { storage } = options;
  /** The mark may have come or gone with what was just done. */
  const thenMark = async <T>(answer: T): Promise<T> => {
    await refreshMark(options);
    await options.tellTabs(); // each tab's lamp is named anew
    return answer;
  };
  return {
    async 'finish-welcome'({ audience, family }) {
      const status = await storage.finishWelcome(audience, family);
      await options.tellTabs(); // each page of ours says whether the view is on
      return status;
    },
    'family-status': () => storage.familyStatus(),
    'family-open': ({ pin }) => storage.familyOpen(pin),
    acknowledge: async ({ pin }) => thenMark(await storage.acknowledge(pin)),
    'set-pin': async ({ pin, old }) => thenMark(await storage.setPin(pin, old)),
    'family-off': async ({ pin }) => thenMark(await storage.familyOff(pin)),
    'reset-family': async () => thenMark(await storage.resetFamily()),
  } satisfies Partial<PageHandlers>;
}
