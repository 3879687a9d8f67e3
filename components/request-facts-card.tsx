// The card of facts beside a friend or message request: what was seen, what could not be seen, and no verdict.
import type { Translate } from '../utils/i18n';
import { NoticeCard } from './notice-card';
import type { RequestContent } from './request-content';

type RequestFactsCardProps = {
  readonly content: RequestContent;
  /** Who asks, by the name that the page shows. */
  readonly name: string;
  readonly t: Translate;
  readonly onHide: () => void;
  readonly onMore: () => void;
};

/** A notice whose last sentence speaks of answering. */
export function RequestFactsCard({ content, name, t, onHide, onMore }: RequestFactsCardProps) {
  return <NoticeCard {...content} label={t('card.request.label')} about={name} {...{ t, onHide, onMore }} />;
}
