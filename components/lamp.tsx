// The mark in the page: the one drawing of the lamp, in the card's own colours. Decoration: words beside it say the same.
import { LAMP, type LampState } from './mark-shape';

type LampProps = { readonly state: LampState; readonly size?: number };

/** States differ by shape as well as by colour. `size` in px. */
export function Lamp({ state, size = 24 }: LampProps) {
  const lit = state === 'on' || state === 'dot' || state === 'mark';
  return (
    <svg class={`lamp lamp-${state}`} width={size} height={size} viewBox="0 0 32 32" aria-hidden="true">
      {lit && <path class="lamp-light" d={LAMP.light} fill="currentColor" />}
      <path d={`${LAMP.shade}${LAMP.step}`} fill="currentColor" />
      {state === 'dot' && <circle class="lamp-sign" cx="25" cy="18" r="5" fill="currentColor" />}
      {state === 'mark' && (
        <path class="lamp-sign" d="M22 8h7l-1 10.5h-5zM22.5 20.5h6v5.5h-6z" fill="currentColor" />
      )}
      {state === 'crossed' && <path d="M4 5l24 23" stroke="currentColor" stroke-width="3" />}
    </svg>
  );
}
