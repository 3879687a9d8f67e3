// Reads one YAML file, and says where in it something stands. A fault is told to somebody who does not program.
import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  type ParsedNode,
  parseDocument,
  visit,
  type YAMLError,
} from 'yaml';

export type Path = readonly (string | number)[];
type YamlFault = { readonly line: number; readonly message: string };
export type Yaml = {
  readonly value: unknown;
  /** The line, from 1 on, of what stands at the path, or of the nearest thing around it that is there. */
  readonly lineOf: (path: Path) => number;
};

const QUOTES = 'Put the whole text in double quotes, with none inside';

/** What each fault of the parser comes from in a rule file, and what to do. */
const FAULTS: Readonly<Record<string, string>> = {
  TAB_AS_INDENT: 'the line begins with a tab. Use spaces, as many as the lines around it',
  DUPLICATE_KEY: 'this name stands twice here. Keep one, and put what belongs to both under it',
  BLOCK_AS_IMPLICIT_KEY: `a text with a colon in it, or a line that does not begin where its neighbours do. ${QUOTES}, or line it up`,
  BLOCK_IN_FLOW: 'a comma or a closing bracket is missing, here or on the line before',
  MULTILINE_IMPLICIT_KEY: 'a comma, a colon or a closing bracket is missing, here or on the line before',
  MISSING_CHAR:
    'a comma, a closing quotation mark or a closing bracket is missing, here or on the line before',
  BAD_INDENT:
    'the line does not begin where it should, or a closing bracket is missing above. Line it up with its neighbours',
  BAD_DQ_ESCAPE: 'a text in double quotes may hold no \\. Take it out',
  BAD_SCALAR_START: `no text may begin with this sign. ${QUOTES}`,
  UNEXPECTED_TOKEN: `something stands behind the end of a text or list. ${QUOTES}`,
  TAG_RESOLVE_FAILED: `no text may begin with this sign. ${QUOTES}`,
  MULTIPLE_DOCS: 'a line of three dashes. Take it out',
};

/** What the text says, or the first thing that is wrong: whatever follows it is mostly its echo. */
export function readYaml(text: string): Yaml | YamlFault {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const [error] = [...document.errors, ...document.warnings];
  if (error) return { line: lines.linePos(error.pos[0]).line, message: plainly(error) };
  const reference = firstReference(document.contents);
  if (reference !== null)
    return { line: lines.linePos(reference).line, message: `no text may begin with * or &. ${QUOTES}` };
  return {
    value: document.toJS(),
    lineOf: (path) => lines.linePos(offsetOf(document.contents, path)).line,
  };
}

const plainly = ({ code, message }: YAMLError) => FAULTS[code] ?? message;

/** Rule files repeat nothing by reference: what looks like one, or like a name for it, is a text that begins with that sign. */
function firstReference(contents: ParsedNode | null): number | null {
  let at: number | null = null;
  visit(contents, {
    Node(_, node) {
      if (!isAlias(node) && node.anchor === undefined) return;
      at = node.range?.[0] ?? 0;
      return visit.BREAK;
    },
  });
  return at;
}

function offsetOf(contents: ParsedNode | null, path: Path): number {
  let node: unknown = contents;
  let offset = 0;
  for (const step of path) {
    const [head, next] = within(node, step);
    const range = (head as Node | null)?.range;
    if (!range) break;
    offset = range[0];
    node = next;
  }
  return offset;
}

/** Where a step begins, its name or its dash, and what it leads to. */
function within(node: unknown, step: string | number): readonly [unknown, unknown] {
  if (isSeq(node)) return [node.items[Number(step)] ?? null, node.items[Number(step)]];
  if (!isMap(node)) return [null, null];
  const pair = node.items.find(({ key }) => String(isScalar(key) ? key.value : key) === String(step));
  return [pair?.key ?? null, pair?.value ?? null];
}
