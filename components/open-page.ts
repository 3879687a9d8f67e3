// What tests of whole pages share: the element that an entrypoint draws into, and the wait until it has. Not shipped.
import { act } from 'preact/test-utils';
import { expect, vi } from 'vitest';

/** What is drawn into a new `#app` by what `load` imports, once an element of the selector `ready` stands in it. */
export async function openPage(load: () => Promise<unknown>, ready: string): Promise<HTMLElement> {
  const app = document.createElement('div');
  app.id = 'app';
  document.body.replaceChildren(app);
  await act(async () => void (await load()));
  await vi.waitFor(() => expect(app.querySelector(ready)).not.toBeNull());
  return app;
}
