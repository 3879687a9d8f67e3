// Copies of the build that leak on purpose: a check that catches none of them proves nothing.
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** No such name exists; under the trap every name leads to our server. */
const LEAK = 'leak.porchlight.invalid';
/** A hotline's page, which a card names. */
const LINE = 'https://report.cybertip.org/';

export type PlantedLeak = {
  readonly says: string;
  readonly file: string;
  readonly line: string;
  /** Takes away the policy that would stop it. */
  readonly openPolicy: boolean;
  /** What the check must find, or null where the policy alone must have stopped it. */
  readonly finds: string | null;
};

export const PLANTED = {
  worker: {
    says: 'a worker that asks the network, without its policy',
    file: 'background.js',
    line: `fetch('https://${LEAK}/from-worker');`,
    ...{ openPolicy: true, finds: `https://${LEAK}/from-worker` },
  },
  page: {
    says: 'a content script that loads a picture',
    file: 'content-scripts/content.js',
    line: `new Image().src = 'https://${LEAK}/from-page';`,
    ...{ openPolicy: false, finds: `https://${LEAK}/from-page` },
  },
  ahead: {
    says: 'a content script that has a hotline’s page fetched ahead',
    file: 'content-scripts/content.js',
    line: `document.head.append(Object.assign(document.createElement('script'), { type: 'speculationrules', text: '{"prefetch":[{"urls":["${LINE}"]}]}' }));`,
    ...{ openPolicy: false, finds: LINE },
  },
  stopped: {
    says: 'a worker that asks the network, under the policy that ships',
    file: 'background.js',
    line: `fetch('https://${LEAK}/from-worker');`,
    ...{ openPolicy: false, finds: null },
  },
} as const satisfies Readonly<Record<string, PlantedLeak>>;

/** Writes the leaking copy of `build` to the folder `copy`. */
export function plantLeak(build: string, copy: string, { file, line, openPolicy }: PlantedLeak): string {
  cpSync(build, copy, { recursive: true });
  const script = path.join(copy, file);
  writeFileSync(script, `${readFileSync(script, 'utf8')}\n;${line}\n`);
  if (openPolicy) {
    const manifest = path.join(copy, 'manifest.json');
    const { content_security_policy: _, ...rest } = JSON.parse(readFileSync(manifest, 'utf8'));
    writeFileSync(manifest, JSON.stringify(rest));
  }
  return copy;
}
