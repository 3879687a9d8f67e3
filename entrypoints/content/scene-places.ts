// Puts all that is shown where it belongs, and again as the page around it grows, shrinks or scrolls.
import { followPage, type PageFollower } from './follow-page';
import type { HostFrame } from './host-frame';
import { positionBoth } from './position-both';
import { positionRequests } from './position-requests';
import { linesOf, type Scene } from './scene';

export type ScenePlaces = {
  /** Follows the page from now on, and what the scene stands beside now. */
  follow(surface: Element): void;
  /** Puts everything in its place now. */
  place(): void;
  /** What the scene stands beside is another: with the next frame. */
  renew(): void;
  stop(): void;
};

export function createScenePlaces(document: Document, scene: Scene, frame: HostFrame): ScenePlaces {
  let follower: PageFollower | null = null;

  function placeLines(): void {
    const lines = linesOf(scene);
    if (frame.mount !== null && lines.length > 0) positionRequests(frame.mount.root, lines);
  }

  function place(): void {
    const { mount } = frame;
    if (mount !== null) positionBoth(mount.root, mount.surface, scene.around, scene.pausedIn);
    placeLines();
  }

  /** A request moves where anything around it grows or shrinks. */
  function followSizes(): void {
    const { around, pausedIn } = scene;
    const parts = [around.pane, around.composer, pausedIn.pane, pausedIn.composer, ...around.others];
    for (const { element } of linesOf(scene))
      for (let part: Element | null = element; part; part = part.parentElement) parts.push(part);
    follower?.watch([...new Set(parts)]);
  }

  return {
    follow(surface) {
      follower ??= followPage({ document, surface, onResize: place, onScroll: placeLines });
      followSizes();
    },
    place,
    renew() {
      followSizes();
      follower?.placeSoon();
    },
    stop() {
      follower?.stop();
      follower = null;
    },
  };
}
