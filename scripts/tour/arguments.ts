// What may stand behind `npm start --`.
import { parseArgs } from 'node:util';
import { TOUR_LANGUAGES, type TourLanguage } from '../../tour/story';

export type TourArguments = {
  readonly languages: readonly TourLanguage[];
  readonly headless: boolean;
  /** No reading time between the steps. */
  readonly fast: boolean;
  /** Begins paused: every step waits for a tap. */
  readonly step: boolean;
};

export const TOUR_HELP = `npm start -- [--lang en|km] [--fast] [--step] [--headless]

  --lang      the language of the tour; without a display both are played
  --fast      no reading time between the steps
  --step      every step waits for "Next step" in the bar above the page
  --headless  no window: prints each step and leaves screenshots in .tour/`;

/** Reads the arguments; null where help is asked for. Throws one sentence where one is not known. */
export function readArguments(given: readonly string[], hasDisplay: boolean): TourArguments | null {
  const { values } = parseArgs({
    args: [...given],
    options: {
      lang: { type: 'string' },
      fast: { type: 'boolean', default: false },
      step: { type: 'boolean', default: false },
      headless: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) return null;
  const headless = values.headless || !hasDisplay;
  const language = TOUR_LANGUAGES.find((one) => one === values.lang);
  if (values.lang !== undefined && language === undefined) {
    throw new Error(`--lang ${values.lang}: the tour is told in ${TOUR_LANGUAGES.join(' and ')}.`);
  }
  const languages = language ? [language] : headless ? TOUR_LANGUAGES : [languageOfThisMachine()];
  return { languages, headless, fast: values.fast || headless, step: values.step && !headless };
}

/** True where a window can be shown. On macOS and Windows it can, but in a remote shell or on a build server. */
export function hasDisplay(platform = process.platform, env: NodeJS.ProcessEnv = process.env): boolean {
  if (env.CI) return false;
  if (platform === 'linux') return Boolean(env.DISPLAY || env.WAYLAND_DISPLAY);
  return !env.SSH_CONNECTION;
}

function languageOfThisMachine(): TourLanguage {
  return Intl.DateTimeFormat().resolvedOptions().locale.startsWith('km') ? 'km' : 'en';
}
