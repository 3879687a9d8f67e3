// What tests of whole pages share: the element that an entrypoint draws into, and the wait until it has. Not shipped.
import { act } from 'preact/test-utils';
import { expect, onTestFinished, vi } from 'vitest';

/**
 * What is drawn into a new `#app` by what `load` imports, once an element of the selector `ready` stands in it. What the page
 * listens to ends with the test: files share a window, and the next one moves its address too. They also share what was loaded:
 * a page is loaded anew with all that it imports, or it would have what another file put in the place of that.
 */
export async function openPage(load: () => Promise<unknown>, ready: string): Promise<HTMLElement> {
  const app = document.createElement('div');
  app.id = 'app';
  document.body.replaceChildren(app);
  endListening();
  vi.resetModules();
  await act(async () => void (await load()));
  await vi.waitFor(() => expect(app.querySelector(ready)).not.toBeNull());
  return app;
}

/** Lets go, when the test is over, of all that was listened to at the window from now on. */
function endListening(): void {
  const listen = globalThis.addEventListener;
  const added: Parameters<typeof listen>[] = [];
  globalThis.addEventListener = (...listener: Parameters<typeof listen>) => {
    added.push(listener);
    listen(...listener);
  };
  onTestFinished(() => {
    globalThis.addEventListener = listen;
    for (const listener of added) removeEventListener(...listener);
  });
}
