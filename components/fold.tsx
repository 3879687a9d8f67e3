// A titled part of a page that is folded away.
import type { ComponentChildren } from 'preact';

export type FoldProps = {
  readonly title: string;
  readonly open?: boolean;
  readonly children: ComponentChildren;
};

export function Fold({ title, open = false, children }: FoldProps) {
  return (
    <details open={open}>
      <summary>
        <h3>{title}</h3>
      </summary>
      <div class="plain">{children}</div>
    </details>
  );
}
