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
  let folded = false;
  const cards: Cards = {
    show: (key, { level }, { how }) => {
      shown = true;
      folded = how === 'folded';
      said.push(`show ${key} ${level}${how === 'open' ? '' : ` ${how}`}`);
    },
    place: (_pane, _composer, row) => void said.push(`place ${row?.id}`),
    placePause: (_pane, _composer, row) => void said.push(`place pause ${row?.id}`),
    remove: () => {
      shown = false;
      said.push('remove');
    },
    isShown: () => shown,
    isFolded: () => shown && folded,
    showPause: (on) => void said.push(`pause ${on}`),
    showRequests: () => 0,
    renewHelp: () => {},
  };
  const desk = createDesk(cards);
  const show = (pane: number, level: Level, how: ShowHow = 'open', crisis = false) => {
    const assessment: Assessment = { level, because: null, reasons: [], past: false, crisis };
    const key = `chat ${pane}` as ConversationKey;
    desk.of(pane).show(key, assessment, { facts: [], who: 'person', how });
  };
  const place = (pane: number) =>
    desk.of(pane).place(null, null, Object.assign(document.createElement('p'), { id: `${pane}` }));
  const fold = () => {
    folded = true;
  };
  const evict = () => {
    shown = false;
  };
  return { said, cards, desk, show, place, fold, evict };
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

test('a card that the page threw out is not shown, and so can come back', () => {
  const { desk, show, evict } = createLog();
  show(0, 'danger');
  evict();
  expect(desk.of(0).isShown()).toBe(false);
});

test('a card that a person asks for comes forward, and one alone is as ever', () => {
  const { said, show, desk } = createLog();
  show(0, 'danger');
  show(1, 'notice');
  show(1, 'notice', 'by-person');
  expect(said).toEqual(['show chat 0 danger', 'show chat 1 notice by-person']);
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

test('a card that was put away makes room for another chat’s that is as loud', () => {
  const { said, show, desk, fold } = createLog();
  show(0, 'danger');
  fold();
  show(1, 'caution');
  expect(desk.front).toBe(0); // help in danger stays one tap away
  show(2, 'danger');
  expect(said).toEqual(['show chat 0 danger', 'show chat 2 danger']);
  fold();
  show(0, 'danger', 'folded'); // no news: it was seen
  expect(desk.front).toBe(2);
});

test('a card that waits opens when its turn comes, though its chat went on', () => {
  const { said, show, desk } = createLog();
  show(0, 'danger');
  show(1, 'danger');
  show(1, 'danger', 'folded');
  desk.of(0).remove();
  expect(said.slice(1)).toEqual(['show chat 1 danger']);
});

test('a card that nobody saw yet comes up when one that is as loud is put away, once', () => {
  const { said, show, desk, fold } = createLog();
  show(0, 'danger');
  show(1, 'caution');
  show(2, 'danger');
  desk.makeRoom();
  expect(desk.front).toBe(0); // it stands open still
  fold();
  desk.makeRoom();
  expect(said.slice(1)).toEqual(['show chat 2 danger']);
  fold();
  desk.makeRoom();
  expect(desk.front).toBe(2); // chat 0 was seen, and chat 1 is not as loud
});

test('a card that a person asked for and put away does not open by itself when it comes back', () => {
  const { said, show, desk, fold } = createLog();
  show(0, 'caution', 'by-person');
  fold();
  show(1, 'danger');
  desk.of(1).remove();
  expect(said).toEqual(['show chat 0 caution by-person', 'show chat 1 danger', 'show chat 0 caution']);
});

test('a card for the child’s own despair stays before all but danger', () => {
  const { show, desk } = createLog();
  show(0, 'calm', 'by-person', true);
  show(1, 'caution');
  expect(desk.front).toBe(0);
  show(2, 'danger');
  expect(desk.front).toBe(2);
});

test('the pause of one chat leaves the card of another where it stands', () => {
  const { said, show, place, desk } = createLog();
  show(0, 'danger');
  place(0);
  show(1, 'caution');
  desk.of(1).showPause(true);
  place(1);
  expect(said.slice(2)).toEqual(['pause true', 'place pause 1']);
});

test('a card is told where the chats beside its own stand, again when one comes or goes', () => {
  const beside = [document.createElement('p')];
  const told: (readonly Element[])[] = [];
  const { cards } = createLog();
  const desk = createDesk(
    { ...cards, place: (_pane, _composer, _row, others = []) => void told.push([...others]) },
    () => beside,
  );
  const assessment: Assessment = { level: 'danger', because: null, reasons: [], past: false, crisis: false };
  desk.placeAgain(); // nothing stands yet
  desk.of(0).show('chat 0' as ConversationKey, assessment, { facts: [], who: 'person', how: 'open' });
  desk.of(0).place(null, null, null);
  beside.push(document.createElement('p'));
  desk.placeAgain();
  expect(told.map(({ length }) => length)).toEqual([1, 2]);
});
