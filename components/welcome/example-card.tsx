// A real caution card, about an invented chat: the same component in the same styles as in a page.
import { useEffect, useRef, useState } from 'preact/hooks';
import { type HelpForCard, helpForCard } from '../../help/choose';
import type { HelpData } from '../../help/types';
import type { CardEvent } from '../card-actions';
import { type CardContent, cardContent } from '../card-content';
import { CardSurface } from '../card-surface';
import { cardHelp } from '../help-contact';
import type { PageContext } from '../page-context';
import { ShadowBox } from '../shadow-box';

/** A request for a secret, and one to switch to another app: what the invented line says. */
const SEEN = [
  { signal: 'secrecy.keep-secret', stage: 'secrecy', count: 1, lastDay: 0 },
  { signal: 'move.platform', stage: 'platform-move', count: 1, lastDay: 0 },
] as const;

export type ExampleCardProps = {
  readonly help: HelpData;
  readonly country: string | null;
  readonly styles: readonly string[];
  readonly context: PageContext;
  /** Opens the help page, as the card's last button does. */
  readonly onHelp: () => void;
};

export function ExampleCard(props: ExampleCardProps) {
  return (
    <ShadowBox styles={props.styles} lang={props.context.language}>
      <Example {...props} />
    </ShadowBox>
  );
}

function Example({ help, country, context, onHelp }: ExampleCardProps) {
  const { t, language, copy } = context;
  const [folded, setFolded] = useState(false);
  const [turn, setTurn] = useState(0);
  const content = exampleContent(context);
  const pressed = useRef(false);
  useEffect(() => {
    if (pressed.current) focusCard();
  }, [folded, turn]);
  const lines: HelpForCard = helpForCard(help, country);
  const onEvent = (event: CardEvent) => {
    pressed.current = true;
    if (event === 'fold' || event === 'unfold') setFolded(event === 'fold');
    if (event === 'close') setTurn(turn + 1); // put away for good in a chat; here it can be tried again
    if (event === 'open-help') onHelp();
  };
  if (content === null) return null;
  const card = { id: `example-${turn}`, content, ...cardHelp(lines, t, language) };
  return <CardSurface {...{ card, folded, t, onEvent }} onCopy={copy} />;
}

/**
 * The pressed button is gone: the focus goes to what stands in its place, as in a chat. What keeps it on our pages
 * (kept-focus.ts) sees no button within a shadow root.
 */
function focusCard(): void {
  const card = document.querySelector('.example')?.shadowRoot;
  card?.querySelector<HTMLElement>('.folded, .button-main')?.focus({ preventScroll: true });
}

function exampleContent({ t, language }: PageContext): CardContent | null {
  const assessment = { level: 'caution', because: null, reasons: SEEN, past: false, crisis: false } as const;
  return cardContent(assessment, [], t, { language, who: 'person' });
}
