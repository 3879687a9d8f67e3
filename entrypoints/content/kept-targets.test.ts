// @vitest-environment happy-dom
// What Firefox tells of a closed root reaches no listener of the page; what a person did there reaches the card.
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { pressed } from '../../components/trusted';
import { keepTarget, TELLING } from './kept-targets';

let root: ShadowRoot;
let button: HTMLButtonElement;
const press = vi.fn();

beforeEach(() => {
  press.mockClear();
  root = document.body.appendChild(document.createElement('div')).attachShadow({ mode: 'closed' });
  button = root.appendChild(document.createElement('button'));
  button.addEventListener('click', pressed(press));
});

/** An event as the window's first listener gets it, in Firefox. */
function heard(type: string, told: Readonly<Record<string, unknown>>, isTrusted = true) {
  const event = new MouseEvent(type, { bubbles: true, composed: true, detail: 1 });
  const stopped = vi.spyOn(event, 'stopImmediatePropagation');
  for (const [name, value] of Object.entries({ ...told, isTrusted }))
    Object.defineProperty(event, name, { value });
  keepTarget(event, root);
  return stopped.mock.calls.length > 0;
}

describe('keepTarget', () => {
  it.each(['originalTarget', 'explicitOriginalTarget', 'rangeParent'])(
    'keeps what names a part by %s',
    (name) => {
      expect(heard('mousemove', { [name]: button })).toBe(true);
      expect(heard('mousemove', { [name]: document.body })).toBe(false);
    },
  );

  it('leaves the page what is its own', () => {
    expect(heard('click', { originalTarget: document.body, rangeParent: null })).toBe(false);
    expect(heard('focus', { originalTarget: window })).toBe(false);
  });

  it('hands a press to the card once, where a person made it', () => {
    heard('mousedown', { originalTarget: button });
    expect(press).not.toHaveBeenCalled();
    heard('click', { originalTarget: button });
    expect(press).toHaveBeenCalledTimes(1);
    heard('click', { originalTarget: button }, false);
    expect(press).toHaveBeenCalledTimes(1);
  });

  it('lets nothing out that it hands over', () => {
    const left = vi.fn();
    window.addEventListener('click', left, true);
    heard('click', { originalTarget: button });
    window.removeEventListener('click', left, true);
    expect(left).not.toHaveBeenCalled();
  });

  it('tells the card where the focus came from', () => {
    const from = vi.fn();
    root.addEventListener('focusin', (event) => from((event as FocusEvent).relatedTarget));
    heard('focusin', { originalTarget: button, relatedTarget: document.body });
    expect(from).toHaveBeenCalledWith(document.body);
  });

  it('knows what leaves a root, and listens to nothing that keeps a page from being kept for the way back', () => {
    expect(TELLING).toEqual(
      expect.arrayContaining(['click', 'pointermove', 'touchstart', 'dragstart', 'focus']),
    );
    expect(TELLING.filter((type) => type.includes('unload'))).toEqual([]);
  });
});
