import { expect, test } from 'vitest';
import { remembering } from './remembering';

const counted = (most: number) => {
  const asked: string[] = [];
  const answer = remembering(most, (language: string, count: number) => {
    asked.push(`${language} ${count}`);
    return count > 9 ? null : count;
  });
  return { asked, answer };
};

test('an answer is worked out once, also where it is none', () => {
  const { asked, answer } = counted(10);
  expect([answer('en', 3), answer('km', 12), answer('en', 3), answer('km', 12)]).toEqual([3, null, 3, null]);
  expect(asked).toEqual(['en 3', 'km 12']);
});

test('answers to other words are not mixed up', () => {
  const { answer } = counted(10);
  expect([answer('en 1', 2), answer('en', 1)]).toEqual([2, 1]);
});

test('no more are kept than so many, whatever is asked', () => {
  const { asked, answer } = counted(3);
  for (const language of ['a', 'b', 'c', 'd', 'a']) answer(language, 1);
  expect(asked).toEqual(['a 1', 'b 1', 'c 1', 'd 1', 'a 1']);
});
