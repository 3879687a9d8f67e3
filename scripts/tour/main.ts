// `npm start`, after the install: builds, finds a browser, plays the practice tour, and says where the pictures lie.
import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { isChat, readStory, type TourLanguage } from '../../tour/story';
import { ensureBrowser } from '../browser/find-browser';
import { hasDisplay, readArguments, TOUR_HELP, type TourArguments } from './arguments';
import { playTour, type StepReport } from './play';

const ROOT = path.resolve(import.meta.dirname, '../..');
const EXTENSION = path.join(ROOT, '.output/chrome-mv3');
const NAMES: Readonly<Record<TourLanguage, string>> = { en: 'English', km: 'Khmer' };

try {
  const given = readArguments(process.argv.slice(2), hasDisplay());
  if (given === null) console.log(TOUR_HELP);
  else process.exitCode = await start(given);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

/** Returns the exit code: 1 where a step did not show what the story says. */
async function start(given: TourArguments): Promise<number> {
  const executable = ensureBrowser(console.log);
  build();
  const story = readStory();
  const folder = path.join(ROOT, '.tour', new Date().toISOString().slice(0, 19).replace(/[:T]/g, '-'));
  const missed: string[] = [];
  if (!given.headless)
    console.log('The tour opens in a window of its own. Close it, or press Ctrl-C, to end.');
  for (const language of given.languages) {
    console.log(`\n${NAMES[language]}: ${story.bar.title[language]}`);
    const played = await playTour({
      ...given,
      story,
      language,
      executable,
      extension: EXTENSION,
      async onStep(report, picture) {
        const shot = given.headless && isWorthAPicture(report) ? pictureOf(folder, language, report) : null;
        if (shot) {
          mkdirSync(path.dirname(shot), { recursive: true });
          await picture.screenshot({ path: shot, fullPage: report.step.scene.page === 'hotline' });
        }
        console.log(describe(report, language, shot));
        if (isMissed(report))
          missed.push(
            `${NAMES[language]}, ${nameOf(report)}: ${report.expected} expected, ${report.shown} shown`,
          );
      },
    });
    if (!played) break;
  }
  if (given.headless) console.log(`\nPictures: ${path.relative(process.cwd(), folder)}${path.sep}`);
  for (const one of missed) console.error(one);
  return missed.length === 0 ? 0 : 1;
}

/** Builds the extension; the builder's own words are shown only where it fails. */
function build(): void {
  const wxt = path.join(ROOT, 'node_modules/wxt/bin/wxt.mjs');
  const built = spawnSync(process.execPath, [wxt, 'build'], { cwd: ROOT, encoding: 'utf8' });
  if (built.status !== 0) throw new Error(`${built.stdout}${built.stderr}\nThe extension did not build.`);
}

function isMissed({ expected, shown }: StepReport): boolean {
  return expected !== null && expected !== shown;
}

/** One picture wherever a card comes, and one of each chat as it ends. */
function isWorthAPicture({ step: { scene, line }, expected }: StepReport): boolean {
  if (!isChat(scene)) return true;
  if (line === null) return expected === 'notice';
  return scene.lines[line]?.level !== undefined || line === scene.lines.length - 1;
}

function pictureOf(folder: string, language: TourLanguage, report: StepReport): string {
  return path.join(folder, language, `${String(report.number).padStart(2, '0')}-${nameOf(report)}.png`);
}

/** The scene's id, and in a chat the number of the line. */
function nameOf({ step: { scene, line } }: StepReport): string {
  return line === null ? scene.id : `${scene.id}-${line + 1}`;
}

/** One line for one step: number, name, what was shown, what was said. */
function describe(report: StepReport, language: TourLanguage, shot: string | null): string {
  const { scene, line } = report.step;
  const said = isChat(scene) && line !== null ? scene.lines[line] : null;
  const words = said ? `${said.from === 'self' ? '→' : '←'} ${said.text[language]}` : scene.show[language];
  const mark = isMissed(report) ? ` (${report.expected} expected)` : '';
  const picture = shot ? `  [${path.basename(shot)}]` : '';
  return `${String(report.number).padStart(3)}  ${nameOf(report).padEnd(12)}  ${(report.shown + mark).padEnd(8)}  ${words}${picture}`;
}
