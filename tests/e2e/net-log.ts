// Reads the browser's own record of everything it asked of the network (`--log-net-log`).
import { readFileSync } from 'node:fs';

export type Asked = {
  /** The address, without what follows the `#`: that never leaves the browser. */
  readonly url: string;
  /** The origin that asked, or null: "not an origin" is the browser itself, and a navigation that nobody's script began. */
  readonly initiator: string | null;
};

type NetLog = {
  readonly constants: { readonly logEventTypes: Readonly<Record<string, number>> };
  readonly events: readonly {
    readonly type: number;
    readonly params?: { readonly url?: string; readonly initiator?: string };
  }[];
};

/** Every web address that was asked for, in order. Throws where the record has no requests at all: then it proves nothing. */
export function readNetLog(file: string): Asked[] {
  const log = parse(readFileSync(file, 'utf8').trim());
  const started = log.constants.logEventTypes.URL_REQUEST_START_JOB;
  const asked = log.events
    .filter((event) => event.type === started && /^(https?|wss?):/.test(event.params?.url ?? ''))
    .map(({ params }) => ({
      url: (params?.url ?? '').replace(/#.*/, ''),
      initiator: originOf(params?.initiator),
    }));
  if (asked.length === 0) throw new Error(`${file} holds no request: was the browser closed properly?`);
  return asked;
}

/** A browser that was cut off leaves the list of events open. */
function parse(text: string): NetLog {
  try {
    return JSON.parse(text);
  } catch {
    return JSON.parse(`${text.replace(/,\s*$/, '')}]}`);
  }
}

function originOf(initiator: string | undefined): string | null {
  return initiator === undefined || initiator === 'not an origin' ? null : initiator;
}
