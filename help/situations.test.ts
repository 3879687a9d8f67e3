// What help/situations.yaml must keep, what its loader says of wrong files, and that each of its keys has a sentence.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Catalogue, flatten } from '../utils/i18n';
import { SITUATIONS } from '../utils/situations';
import { checkSituations, loadSituations } from './load';

const FOLDER = import.meta.dirname;
const { situations, problems } = loadSituations(FOLDER);
const text = readFileSync(join(FOLDER, 'situations.yaml'), 'utf8');
const languages = readdirSync(join(FOLDER, '../locales')).filter((name) => name.endsWith('.json'));

describe('the shipped situations', () => {
  it('are right, and all there', () => {
    expect(problems).toEqual([]);
    expect(situations.map(({ id }) => id)).toEqual([...SITUATIONS]);
  });

  it('can each be reached from another one', () => {
    const led = new Set(situations.flatMap(({ next }) => next));
    const asked = ['friend', 'parent', 'shared', 'advert', 'known', 'back', 'secret']; // one begins with these
    expect(SITUATIONS.filter((id) => !led.has(id) && !asked.includes(id))).toEqual([]);
  });
});

describe.each(languages)('locales/%s', (file) => {
  const catalogue = JSON.parse(readFileSync(join(FOLDER, '../locales', file), 'utf8')) as Catalogue;
  const keys = new Set(flatten(catalogue).keys());

  const used = situations.flatMap(({ id, comfort, do: steps, dont }) => [
    ...['title', 'lead'].map((part) => `help-page.situation.${id}.${part}`),
    `help-page.comfort.${comfort}`,
    ...steps.map((step) => `help-page.do.${step}`),
    ...dont.map((thing) => `help-page.dont.${thing}`),
  ]);

  it('has every sentence that a situation names', () => {
    expect(used.filter((key) => !keys.has(key))).toEqual([]);
  });

  it('has none that no situation names', () => {
    const own = [...keys].filter((key) => /^help-page\.(situation|comfort|do|dont)\./.test(key));
    expect(own.filter((key) => !used.includes(key))).toEqual([]);
  });
});

describe('the loader', () => {
  it.each([
    ['a situation too few', text.replace(/ {2}- id: parent[\s\S]*/, ''), 'in this order'],
    ['a misspelt field', text.replace('crisis: first', 'crises: first'), 'threat'],
    ['nobody to talk to', text.replace('reach: [talk, ', 'reach: ['), 'somebody to talk to'],
    ['a situation that leads to itself', text.replace('next: [sent,', 'next: [threat,'), 'leads to itself'],
    ['a step that stands twice', text.replace('do: [breathe,', 'do: [breathe, breathe,'), 'stands twice'],
    ['a file that is no YAML', 'situations: [', 'situations.yaml'],
  ])('refuses %s', (_title, wrong, problem) => {
    expect(checkSituations(wrong).problems.join('\n')).toContain(problem);
  });
});
