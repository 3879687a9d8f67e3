// Reads what stands in closed shadow roots, as a person sees it: over the debugging protocol, which pierces them.
import type { CDPSession, Page } from '@playwright/test';

/** A node as `DOM.getDocument` gives it; the part that is used here. */
export type CdpNode = {
  readonly nodeId: number;
  readonly backendNodeId: number;
  readonly nodeName: string;
  readonly nodeValue: string;
  readonly attributes?: readonly string[];
  readonly children?: readonly CdpNode[];
  readonly shadowRoots?: readonly CdpNode[];
  readonly shadowRootType?: string;
};

export type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

/** A closed shadow root on a page, with the session that can look into it. */
export class ClosedRoot {
  private constructor(
    readonly page: Page,
    readonly session: CDPSession,
    readonly host: CdpNode,
    readonly root: CdpNode,
  ) {}

  /** Every closed shadow root of the page's document (a browser's own, as in `<input>`, are 'user-agent' and left out). */
  static async all(page: Page): Promise<ClosedRoot[]> {
    const session = await page.context().newCDPSession(page);
    const { root } = await session.send('DOM.getDocument', { depth: -1, pierce: true });
    return walk(root as CdpNode).flatMap((host) =>
      (host.shadowRoots ?? [])
        .filter((shadow) => shadow.shadowRootType === 'closed')
        .map((shadow) => new ClosedRoot(page, session, host, shadow)),
    );
  }

  /** All elements in the root that `matches` says yes to. */
  elements(matches: (node: CdpNode) => boolean): CdpNode[] {
    return walk(this.root).filter((node) => node !== this.root && matches(node));
  }

  /** The root's words, as `innerText` would give them: hidden parts left out. */
  async text(node: CdpNode = this.root): Promise<string> {
    return String(await this.call(node, READ_TEXT)).trim();
  }

  /** Runs a function on a node in the page: `this` is the node. Source text, since it crosses into the browser. */
  async call(node: CdpNode, source: string): Promise<unknown> {
    const { object } = await this.session.send('DOM.resolveNode', { backendNodeId: node.backendNodeId });
    if (object.objectId === undefined) return null;
    const { result, exceptionDetails } = await this.session.send('Runtime.callFunctionOn', {
      objectId: object.objectId,
      functionDeclaration: source,
      returnByValue: true,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value;
  }

  /** Where a node is on the screen, in CSS pixels of the viewport, or null where it has no box. */
  async box(node: CdpNode): Promise<Box | null> {
    const box = (await this.call(node, READ_BOX)) as Box;
    return box.width === 0 || box.height === 0 ? null : box;
  }

  /** Clicks as a hand does: trusted mouse events at the middle of the node, once it stands still. */
  async click(node: CdpNode): Promise<void> {
    await this.call(node, "function () { this.scrollIntoView({ block: 'nearest', behavior: 'instant' }); }");
    const box = await this.restingBox(node);
    if (box === null) throw new Error(`Nothing to click: ${node.nodeName} has no box.`);
    await this.page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
  }

  /** Where a node is once it has not moved for two frames: a card finds its place in the frame after it has grown. */
  private async restingBox(node: CdpNode): Promise<Box | null> {
    let box = await this.box(node);
    for (let look = 0; look < LOOKS; look += 1) {
      const before = JSON.stringify(box);
      await this.page.waitForTimeout(TWO_FRAMES_MS);
      box = await this.box(node);
      if (JSON.stringify(box) === before) break;
    }
    return box;
  }

  /** Buttons and links whose words (or label) contain `words`. */
  async controls(words = ''): Promise<CdpNode[]> {
    const found: CdpNode[] = [];
    for (const node of this.elements((one) => one.nodeName === 'BUTTON' || one.nodeName === 'A')) {
      const named = `${attribute(node, 'aria-label') ?? ''} ${await this.text(node)}`;
      if (named.includes(words)) found.push(node);
    }
    return found;
  }
}

const TWO_FRAMES_MS = 34;
/** What still moves after a second is clicked where it is. */
const LOOKS = 30;

const READ_TEXT = `function () {
  const parts = [...(this.childNodes ?? [])].map((child) => child.nodeType === 3 ? child.data : child.nodeName === 'STYLE' ? '' : child.innerText ?? '');
  return this.nodeType === 1 ? this.innerText : parts.join(' ');
}`;
const READ_BOX =
  'function () { const { x, y, width, height } = this.getBoundingClientRect(); return { x, y, width, height }; }';

/** Value of an attribute, or null. The protocol gives names and values in one flat list. */
export function attribute(node: CdpNode, name: string): string | null {
  const list = node.attributes ?? [];
  const at = list.findIndex((one, index) => index % 2 === 0 && one === name);
  return at < 0 ? null : (list[at + 1] ?? null);
}

function walk(node: CdpNode): CdpNode[] {
  return [node, ...[...(node.children ?? []), ...(node.shadowRoots ?? [])].flatMap(walk)];
}
