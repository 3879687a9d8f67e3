// All that our element in a page can show at once: the card of the open conversation, the pause before a picture, and a line
// beside each request. Each stands in a box of its own, which has its place from position-*.ts.
import type { CardEvent } from '../../components/card-actions';
import { type Card, CardSurface } from '../../components/card-surface';
import { PauseCard } from '../../components/pause-card';
import type { RequestContent } from '../../components/request-content';
import { RequestFactsCard } from '../../components/request-facts-card';
import type { Translate } from '../../utils/i18n';

/** A request and the line to show beside it. The element is read for its place and never written to. */
export type RequestLine = {
  readonly id: string;
  readonly element: Element;
  /** Who asks, as the page shows it. */
  readonly name: string;
  readonly content: RequestContent;
};

/** What a person does on it. */
export type PictureActs = {
  readonly onEvent: (event: CardEvent) => void;
  readonly onCopy: (text: string) => Promise<boolean>;
  readonly onPauseHelp: () => void;
  readonly onPauseHide: () => void;
  readonly onRequestHide: (request: string) => void;
  readonly onRequestMore: () => void;
};

type PictureProps = {
  readonly card: Card | null;
  readonly folded: boolean;
  /** How often a person asked for a card. */
  readonly asked: number;
  /** True where the extension behind the card is gone. */
  readonly alone: boolean;
  readonly pause: boolean;
  readonly lines: readonly RequestLine[];
  readonly t: Translate;
  readonly acts: PictureActs;
};

export function Picture({ card, folded, asked, alone, pause, lines, t, acts }: PictureProps) {
  const { onEvent, onCopy } = acts;
  return (
    <>
      {pause && (
        <div class="pause" key="pause">
          <PauseCard t={t} onHelp={acts.onPauseHelp} onHide={acts.onPauseHide} />
        </div>
      )}
      {card !== null && (
        <div class="dock" key="dock">
          <CardSurface {...{ card, folded, asked, alone, t, onEvent, onCopy }} />
        </div>
      )}
      {lines.map(({ id, name, content }) => (
        <div class="request" key={`request ${id}`} data-request={id}>
          <RequestFactsCard
            {...{ content, name, t }}
            onHide={() => acts.onRequestHide(id)}
            onMore={acts.onRequestMore}
          />
        </div>
      ))}
    </>
  );
}
