// Reads the text of a message as a person sees it: emoji images by their alt, line breaks, no times and no quotes. Of a
// link it also reads where it leads; nothing is ever followed or fetched.
import { hostBehind } from './link-host';

/** Longest text that is read, in UTF-16 units: Facebook allows 20,000; the engine's cost grows with length. */
const MAX_LENGTH = 10_000;
/** Depth at which reading stops: real messages are some 10 deep, and a page could nest without end. */
const MAX_DEPTH = 60;

const NEVER = new Set('script style template noscript input textarea svg video audio'.split(' '));
const BLOCK = new Set(
  'ADDRESS ARTICLE ASIDE BLOCKQUOTE DIV DL DD DT FIGURE FOOTER H1 H2 H3 H4 H5 H6 HEADER LI OL P PRE SECTION TABLE TR UL'.split(
    ' ',
  ),
);

type TextSoFar = { text: string; readonly skip: string | undefined };

function isSkipped(element: Element, { skip }: TextSoFar): boolean {
  return NEVER.has(element.localName) || (skip !== undefined && element.matches(skip));
}

/** A new line, unless the text is empty or stands on one already. */
function breakLine(reading: TextSoFar): void {
  if (reading.text !== '' && !reading.text.endsWith('\n')) reading.text += '\n';
}

function readElement(element: Element, reading: TextSoFar, depth: number): void {
  if (depth > MAX_DEPTH || reading.text.length >= MAX_LENGTH) return;
  if (element.tagName === 'BR') {
    reading.text += '\n';
    return;
  }
  if (element.tagName === 'IMG') {
    reading.text += element.getAttribute('alt') ?? '';
    return;
  }
  const block = BLOCK.has(element.tagName);
  const start = reading.text.length;
  if (block) breakLine(reading);
  for (let node = element.firstChild; node; node = node.nextSibling) {
    if (node.nodeType === 3) reading.text += node.nodeValue ?? '';
    else if (node.nodeType === 1 && !isSkipped(node as Element, reading)) {
      readElement(node as Element, reading, depth + 1);
    }
  }
  if (element.tagName === 'A') {
    const host = hostBehind(element);
    if (host && !reading.text.slice(start).includes(host)) reading.text += ` ${host}`;
  }
  if (block) breakLine(reading);
}

/**
 * The text inside `root`, and behind the words of a link the host it leads to. `skip` is a selector of parts that are no words of the author: times, quotes, reactions.
 * Spaces at line ends and at both ends are cut; zero-width spaces stay, since Khmer is written with them.
 */
export function readText(root: Element, skip?: string): string {
  const reading: TextSoFar = { text: '', skip };
  readElement(root, reading, 0);
  const lines = reading.text.slice(0, MAX_LENGTH).split('\n');
  return lines
    .map((line) => line.trim()) // a pattern of spaces before a line's end looks through a long run of them again and again
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}
