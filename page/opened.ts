// Tells the outside which conversation is open, and when its facts or elements change.
import type { Adapter, ContactFact } from './adapter';
import type { Guard } from './guard';
import { withRisk } from './risk-facts';
import type { Sight } from './switches';
import type { WatchEvents } from './watch-types';

type Open = NonNullable<Sight>;

export type Opened = {
  /** Another conversation, or none. */
  switchTo(sight: Sight): void;
  /** The same conversation: says so only if something about it changed. */
  update(sight: Open): void;
};

type Shape = {
  readonly facts: string;
  readonly request: boolean;
  readonly person: string | undefined;
  readonly elements: readonly (Node | null)[];
};

export function createOpened(document: Document, guard: Guard, events: WatchEvents, pane: number): Opened {
  let adapter: Adapter | null = null;
  let shape: Shape | null = null;
  const factsOf = (sight: Open): readonly ContactFact[] =>
    withRisk(
      guard.run(sight.adapter, 'facts', () => sight.adapter.facts?.(document, sight.conversation) ?? [], []),
    );
  return {
    switchTo(sight) {
      const facts = sight ? factsOf(sight) : [];
      shape = sight ? shapeOf(sight, facts) : null;
      adapter = sight?.adapter ?? adapter;
      const known = adapter;
      if (known)
        guard.tell('onConversation', () =>
          events.onConversation(sight?.conversation ?? null, known, facts, pane),
        );
    },
    update(sight) {
      const facts = factsOf(sight);
      const next = shapeOf(sight, facts);
      if (shape && isSame(shape, next)) return;
      shape = next;
      guard.tell('onUpdate', () => events.onUpdate?.(sight.conversation, sight.adapter, facts, pane));
    },
  };
}

function shapeOf({ conversation }: Open, facts: readonly ContactFact[]): Shape {
  const { list, composer, pane, request, person } = conversation;
  return { facts: JSON.stringify(facts), request, person, elements: [list, composer, pane] };
}

function isSame(a: Shape, b: Shape): boolean {
  return (
    a.facts === b.facts &&
    a.request === b.request &&
    a.person === b.person &&
    a.elements.every((element, index) => element === b.elements[index])
  );
}
