// Line drawings of things, two colours: a door with its lamp, a telephone, a letter, a house, three switches. They tell
// nothing that the words beside them don't.
import type { ComponentChildren } from 'preact';

export const DRAWINGS = ['door', 'phone', 'letter', 'house', 'switches'] as const;
export type DrawingName = (typeof DRAWINGS)[number];

/** A thing in a field of 120 x 96; lines in the text's second colour, light in the lamp's. */
export function Drawing({ name }: { readonly name: DrawingName }) {
  return (
    <svg class="drawing" viewBox="0 0 120 96" aria-hidden="true" focusable="false">
      {SHAPES[name]}
    </svg>
  );
}

const SHAPES: Readonly<Record<DrawingName, ComponentChildren>> = {
  door: (
    <>
      <path class="drawing-glow" d="M91 36 74 88h44L101 36z" />
      <path d="M34 80V32a20 20 0 0 1 40 0v48M28 80h52v8H28zM8 88h104M42 36a12 12 0 0 1 24 0v10H42zM42 54h24v18H42z" />
      <path d="M82 22h8l4 5" />
      <path class="drawing-light" d="M89 36h14l-4-9h-6z" />
      <circle class="drawing-light" cx="69" cy="60" r="2.5" />
    </>
  ),
  phone: (
    <>
      <rect x="52" y="8" width="44" height="80" rx="8" />
      <path d="M68 16h12M70 80h8" />
      <path
        class="drawing-light"
        d="M12 24h52a6 6 0 0 1 6 6v20a6 6 0 0 1-6 6H32L20 66V56h-8a6 6 0 0 1-6-6V30a6 6 0 0 1 6-6z"
      />
      <path d="M18 36h38M18 45h24M104 30a16 16 0 0 1 0 26M110 22a28 28 0 0 1 0 42" />
    </>
  ),
  letter: (
    <>
      <path class="drawing-light" d="M32 8h56v44L60 70 32 52z" />
      <path d="M42 20h36M42 30h36M42 40h22" />
      <path d="M32 34 16 44v44h88V44L88 34M16 44l44 28 44-28M16 88l32-24M104 88 72 64" />
    </>
  ),
  house: (
    <>
      <path d="M10 48 60 10l50 38M22 40v48h76V40M8 88h104M82 25V12h10v21" />
      <rect class="drawing-light" x="34" y="50" width="20" height="20" rx="2" />
      <path d="M44 50v20M34 60h20M66 88V54h18v34" />
      <circle class="drawing-light" cx="79" cy="72" r="2" />
    </>
  ),
  switches: (
    <>
      <path d="M14 22h92M14 48h92M14 74h92" />
      <circle class="drawing-light" cx="78" cy="22" r="9" />
      <circle class="drawing-light" cx="40" cy="48" r="9" />
      <circle class="drawing-light" cx="88" cy="74" r="9" />
    </>
  ),
};
