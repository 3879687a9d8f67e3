// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import type { Assessment, Level } from '../../engine/types';
import type { ConversationKey } from '../../utils/messages';
import type { Cards, ShowHow } from './cards';
import { createDesk } from './desk';

/** Cards that note what is shown. */
function createLog() {
  const said: string[] = [];
  let shown = false;
  const cards: Cards = {
    show: (key, { level }) => {
      shown = true;
      said.push(`show ${key} ${level}`);
    },
    place: (_pane, _composer, row) => void said.push(`place ${row?.id}`),
    remove: () => {
      shown = false;
      said.push('remove');
    },
    isShown: () => shown,
    showPause: (on) => void said.push(`pause ${on}`),
    showRequests: () => 0,
  };
  const desk = createDesk(cards);
  const show = (pane: number, level: Level, how: ShowHow = 'open') => {
    const assessment: Assessment = { level, because: null, reasons: [], past: false, crisis: false };
    const key = `chat ${pane}` as ConversationKey;
    desk.of(pane).show(key, assessment, { facts: [], who: 'person', how });
  };
  const place = (pane: number) =>
    desk.of(pane).place(null, null, Object.assign(document.createElement('p'), { id: `${pane}` }));
  return { said, desk, show, place };
}

test('a louder chat takes the place, a quieter one waits for it', () => {
  const { said, desk, show, place } = createLog();
  show(0, 'caution');
  place(0);
  show(1, 'danger');
  place(1);
  show(0, 'caution');
  place(0);
  expect(said).toEqual(['show chat 0 caution', 'place 0', 'show chat 1 danger', 'place 1']);
  expect([desk.of(0).isShown(), desk.of(1).isShown()]).toEqual([false, true]);
  desk.of(1).remove();
  expect(said.slice(4)).toEqual(['show chat 0 caution', 'place 0']);
  desk.of(0).remove();
  expect(said.at(-1)).toBe('remove');
});

test('a card that a person asks for comes forward, and one alone is as ever', () => {
  const { said, show, desk } = createLog();
  show(0, 'danger');
  show(1, 'notice');
  show(1, 'notice', 'by-person');
  expect(said).toEqual(['show chat 0 danger', 'show chat 1 notice']);
  expect(desk.front).toBe(1);
});

test('the end of a chat that is not in front takes nothing away', () => {
  const { said, show, desk } = createLog();
  show(0, 'danger');
  desk.of(1).remove();
  desk.of(1).showPause(false);
  expect(said).toEqual(['show chat 0 danger']);
  desk.of(0).showPause(true);
  desk.of(1).showPause(false);
  desk.of(0).showPause(false);
  expect(said.slice(1)).toEqual(['pause true', 'pause false']);
});

test('of several that wait, the loudest comes next', () => {
  const { said, show, desk } = createLog();
  show(0, 'notice');
  show(1, 'caution');
  show(2, 'danger');
  desk.of(2).remove();
  expect(said.at(-1)).toBe('show chat 1 caution');
});
