// @vitest-environment happy-dom
// The focus does not fall out of the page with the button that had it.
import { type ComponentChildren, render } from 'preact';
import { useEffect } from 'preact/hooks';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { useKeptFocus } from './kept-focus';

let root: HTMLElement;
beforeEach(() => {
  root = document.createElement('div');
  document.body.replaceChildren(root);
});

afterEach(() => render(null, root));

function Kept({ children }: { readonly children: ComponentChildren }) {
  useKeptFocus();
  return <main>{children}</main>;
}

const draw = (content: ComponentChildren) => act(() => render(<Kept>{content}</Kept>, root));
/** Longer than a frame and the effects behind it take. */
const later = () => new Promise((resolve) => setTimeout(resolve, 200));
const focus = (selector: string) => root.querySelector<HTMLElement>(selector)?.focus();
const focused = () => (document.activeElement === document.body ? null : document.activeElement?.textContent);

const Page = ({ at }: { readonly at: 'there' | 'gone' | 'hidden' | 'no-section' }) => (
  <>
    <h1>Page</h1>
    <section aria-labelledby="first">
      <h2 id="first">First</h2>
    </section>
    {at !== 'no-section' && (
      <section aria-labelledby="second" hidden={at === 'hidden'}>
        <h2 id="second" style={at === 'hidden' ? { display: 'none' } : {}}>
          Second
        </h2>
        {at === 'there' && <button type="button">Do it</button>}
      </section>
    )}
    <button type="button" id="other">
      Other
    </button>
  </>
);

describe('a button that goes away with the focus', () => {
  it.each([
    ['gone', 'Second'],
    ['hidden', 'First'],
    ['no-section', 'Page'],
  ] as const)('leaves it with the heading of its place: %s', async (at, heading) => {
    await draw(<Page at="there" />);
    focus('section button');
    await draw(<Page at={at} />);
    await vi.waitFor(() => expect(focused()).toBe(heading));
  });

  it('keeps it where it only changes its place', async () => {
    const parts = [
      <h1 key="page">Page</h1>,
      <p key="first">First</p>,
      <button key="help" type="button">
        Help
      </button>,
    ];
    await draw(parts);
    focus('button');
    await draw(parts.toReversed());
    await vi.waitFor(() => expect(focused()).toBe('Help'));
  });

  it('leaves it where the page itself has put it', async () => {
    function Moves({ on }: { readonly on: boolean }) {
      useEffect(() => {
        if (on) focus('#other');
      }, [on]);
      return null;
    }
    await draw([<Page key="page" at="there" />, <Moves key="moves" on={false} />]);
    focus('section button');
    await draw([<Page key="page" at="gone" />, <Moves key="moves" on />]);
    await later();
    expect(focused()).toBe('Other');
  });

  it('leaves it alone where a person had gone elsewhere before', async () => {
    await draw(<Page at="there" />);
    focus('section button');
    root.querySelector<HTMLElement>('section button')?.blur();
    await later();
    await draw(<Page at="gone" />);
    await later();
    expect(document.activeElement).toBe(document.body);
  });
});
