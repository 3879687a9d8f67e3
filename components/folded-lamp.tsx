// A card that was put away: the small lamp alone. Only a person's tap opens it again.
import { Lamp } from './lamp';
import type { LampState } from './mark-shape';
import { pressed } from './trusted';

type FoldedLampProps = {
  readonly state: LampState;
  readonly label: string;
  readonly onUnfold: () => void;
};

/** 44 x 44 px; the state shows as a shape on the lamp. */
export function FoldedLamp({ state, label, onUnfold }: FoldedLampProps) {
  return (
    <button
      type="button"
      class={`folded folded-${state}`}
      data-name="unfold"
      aria-label={label}
      onClick={pressed(onUnfold)}
    >
      <Lamp state={state} size={28} />
    </button>
  );
}
