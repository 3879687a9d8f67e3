// The card of the open conversation, in any of its kinds, open or folded, with the words a screen reader hears.
import type { Translate } from '../utils/i18n';
import { Announcement } from './announcement';
import type { CardEvent } from './card-actions';
import type { CardContent } from './card-content';
import { CautionCard } from './caution-card';
import { CrisisCard } from './crisis-card';
import { DangerCard } from './danger-card';
import { FoldedLamp } from './folded-lamp';
import type { CardHelp } from './help-contact';
import { NoticeCard } from './notice-card';

/** A card to show. `id` names what it is about (a conversation): put away once, it stays away under this id. */
export type Card = CardHelp & { readonly id: string; readonly content: CardContent };

type CardSurfaceProps = {
  readonly card: Card;
  readonly folded: boolean;
  /** How often a person asked for a card: it says its sentence each time, though it stands there already. */
  readonly asked?: number;
  /** True where the extension behind the card is gone: nothing can open the help page then. */
  readonly alone?: boolean;
  readonly t: Translate;
  readonly onEvent: (event: CardEvent) => void;
  readonly onCopy: (text: string) => Promise<boolean>;
};

/** Shows the card, or the lamp it was folded to. */
export function CardSurface(props: CardSurfaceProps) {
  const { card, folded, asked = 0, t, onEvent } = props;
  const danger = card.content.kind === 'danger';
  if (folded) {
    const label = t(danger ? 'card.button.open-danger' : 'card.button.open');
    return <FoldedLamp state={danger ? 'mark' : 'dot'} label={label} onUnfold={() => onEvent('unfold')} />;
  }
  return (
    <>
      <OpenCard {...props} />
      <Announcement key={`${card.id} ${asked}`} text={announcementOf(card.content, t)} urgent={danger} />
    </>
  );
}

function OpenCard({ card, alone = false, t, onEvent, onCopy }: CardSurfaceProps) {
  const { id: _, content, ...help } = card;
  const onMore = alone ? null : () => onEvent('open-help');
  switch (content.kind) {
    case 'notice':
      return (
        <NoticeCard
          key={card.id}
          line={content.line}
          more={content.more}
          tip={t('card.notice.decide')}
          label={t('card.notice.more')}
          t={t}
          onHide={() => onEvent('fold')}
          onMore={() => onEvent('open-help')}
        />
      );
    case 'caution':
      return <CautionCard key={card.id} {...{ content, help, t, onEvent, onCopy }} />;
    case 'danger':
      return <DangerCard key={card.id} {...{ content, help, t, onEvent, onMore, onCopy }} />;
    case 'crisis':
      return <CrisisCard key={card.id} {...{ content, help, t, onEvent, onMore, onCopy }} />;
  }
}

/** A notice is silent; the others say their first sentence, and whose it is: in a chat, other voices are heard as well. */
function announcementOf(content: CardContent, t: Translate): string {
  if (content.kind === 'notice') return '';
  return t('card.said', { text: content.kind === 'caution' ? content.seen : content.heading });
}
