// A link to another place of the help page. A plain tap turns the page; anything else is the browser's own, and begins at the
// list: an address that named the place would stand in the browser's history as the tab's first, whatever the page does then.
import type { ComponentChildren } from 'preact';
import type { HelpPlace } from '../../utils/situations';
import type { HelpActions } from './help-page-types';

export type PlaceLinkProps = {
  readonly to: HelpPlace;
  readonly actions: HelpActions;
  readonly class?: string;
  readonly children: ComponentChildren;
};

export function PlaceLink({ to, actions, class: name, children }: PlaceLinkProps) {
  const onClick = (event: MouseEvent) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    actions.go(to);
  };
  return (
    <a href="/help.html" data-place={to} class={name} onClick={onClick}>
      {children}
    </a>
  );
}
