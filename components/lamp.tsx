// The mark: a door lamp, its cone of light, a door-step. States differ by shape as well as by colour.

/** off: not a supported site; on: calm; dot: notice or caution; mark: danger; crossed: this page can't be read. */
export type LampState = 'off' | 'on' | 'dot' | 'mark' | 'crossed';

type LampProps = { readonly state: LampState; readonly size?: number };

/** Decoration: what it means is always said in words beside it. `size` in px. */
export function Lamp({ state, size = 24 }: LampProps) {
  const lit = state === 'on' || state === 'dot' || state === 'mark';
  return (
    <svg class={`lamp lamp-${state}`} width={size} height={size} viewBox="0 0 24 24" aria-hidden="true">
      {lit && <path class="lamp-light" d="M8 10.5h8l4.5 9.5h-17z" fill="currentColor" opacity="0.45" />}
      <path
        class="lamp-body"
        d="M11 1.5h2V4h1.6c.5 0 .9.3 1.1.8L17.3 9H6.7l1.6-4.2c.2-.5.6-.8 1.1-.8H11z"
        fill={state === 'off' ? 'none' : 'currentColor'}
        stroke="currentColor"
        stroke-width={state === 'off' ? 1.5 : 0}
      />
      <path class="lamp-step" d="M2 20.5h20v2H2z" fill="currentColor" />
      {state === 'dot' && <circle class="lamp-sign" cx="19.5" cy="5" r="3.5" fill="currentColor" />}
      {state === 'mark' && <path class="lamp-sign" d="M19 .5 23.5 5 19 9.5 14.5 5z" fill="currentColor" />}
      {state === 'crossed' && (
        <path d="M3 2.5 21 18.5" stroke="currentColor" stroke-width="2.2" stroke-linecap="round" />
      )}
    </svg>
  );
}
