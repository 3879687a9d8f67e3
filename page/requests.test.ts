import { expect, test } from 'vitest';
import type { Adapter, RequestCard } from './adapter';
import { createGuard } from './guard';
import { createRequests } from './requests';

const URL_HERE = new URL('https://site.example/requests');
const elementOf = (id: string) => ({ id }) as Element;
const ann: RequestCard = { id: 'ann', name: 'Ann', element: elementOf('first'), facts: [] };

/** A page of which each look sees the next of `looks`, null where the site is left; what was told of them. */
function tell(...looks: readonly (readonly RequestCard[] | null)[]) {
  const told: (readonly RequestCard[])[] = [];
  let shown: readonly RequestCard[] = [];
  const adapter = { id: 'site', requests: () => shown } as unknown as Adapter;
  const guard = createGuard((error) => {
    throw error;
  });
  const watch = createRequests({} as Document, guard, (requests) => void told.push(requests));
  for (const look of looks) {
    shown = look ?? [];
    watch.check(URL_HERE, look ? [adapter] : []);
  }
  return told;
}

test('a request that stands as it stood is told once', () => {
  expect(tell([ann], [{ ...ann }])).toEqual([[ann]]);
});

test.each<[string, Partial<RequestCard>]>([
  ['that the page drew anew, or its hint would stay with what is gone', { element: elementOf('second') }],
  ['whose facts came later', { facts: [{ fact: 'no-mutual-friends' }] }],
  ['in whose place another person stands', { id: 'ben' }],
  ['of a person who goes by another name now', { name: 'Anna' }],
])('a request is told again %s', (_, change) => {
  const told = tell([ann], [{ ...ann, ...change }]);
  expect(told).toHaveLength(2);
  expect(told[1]?.[0]).toMatchObject(change);
});

test('a request is told again where another one of the same page changed', () => {
  const ben: RequestCard = { id: 'ben', name: 'Ben', element: elementOf('third'), facts: [] };
  expect(tell([ann, ben], [ann, { ...ben, name: 'Benny' }])).toHaveLength(2);
});

test('that no request is left is told once where the page is no longer one that shows them', () => {
  expect(tell([ann], null, null)).toEqual([[ann], []]);
});
