// Every card in every kind, as it looks in a chat.

import { type CardContent, cardContent } from '../../components/card-content';
import type { Card } from '../../components/card-surface';
import { CardSurface } from '../../components/card-surface';
import { DANGER_KINDS, type DangerKind, dangerKindOf } from '../../components/danger-kind';
import { cardHelp } from '../../components/help-contact';
import type { PageContext } from '../../components/page-context';
import { PauseCard } from '../../components/pause-card';
import { requestContent } from '../../components/request-content';
import { RequestFactsCard } from '../../components/request-facts-card';
import { ShadowBox } from '../../components/shadow-box';
import tokens from '../../components/tokens.css?inline';
import type { Assessment, Level, Reason, Stage } from '../../engine/types';
import { helpForCard } from '../../help/choose';
import { HELP } from '../../help/data';
import type { ContactFact } from '../../page/adapter';
import card from '../content/card.css?inline';

const STYLES = [tokens, card];
/** `?country=MA` has a crisis line that is a page alone. */
const COUNTRY = new URLSearchParams(location.search).get('country') ?? 'KH';
const FACTS: readonly ContactFact[] = [
  { fact: 'mutual-friends', count: 0 },
  { fact: 'new-account', month: '2026-10' },
];
/** As WhatsApp says it: the site's own word, without a month. */
const SAID_NEW: readonly ContactFact[] = [
  { fact: 'new-account', month: null },
  { fact: 'not-a-contact' },
  { fact: 'country', country: 'FR' },
];

const sign = (signal: string, stage: Stage): Reason => ({ signal, stage, count: 1, lastDay: 20_781 });
const SECRET = sign('secrecy.keep-secret', 'secrecy');
const MOVE = sign('move.platform', 'platform-move');
const LOOK = sign('look.alike', 'look');

/** Signs that lead to each kind of `danger` card; a kind whose signs don't is drawn as what they lead to. */
const DANGER: Readonly<Record<DangerKind, readonly Reason[]>> = {
  'self-harm': [sign('crisis.push', 'crisis')],
  payment: [sign('payment.demand', 'payment'), sign('threat.publish', 'threat')],
  images: [sign('threat.publish', 'threat')],
  coercion: [sign('media.intimate', 'media'), sign('pressure.obey', 'pressure')],
  meeting: [sign('approach.alone', 'approach'), SECRET],
  harm: [sign('threat.harm', 'threat')],
  threat: [sign('threat.ruin', 'threat')],
  advert: [sign('advert.sale', 'advert'), sign('advert.minor', 'advert')],
  unknown: [sign('threat.publish', 'threat')],
  other: [MOVE],
};

const assess = (level: Level, reasons: readonly Reason[], more: Partial<Assessment> = {}): Assessment => ({
  ...{ level, because: null, reasons, past: false, crisis: false },
  ...more,
});

type Tile = { readonly name: string; readonly content: CardContent | null };

function tiles({ t, language }: PageContext): readonly Tile[] {
  const of = (assessment: Assessment, who: 'person' | 'unknown' = 'person') =>
    cardContent(assessment, FACTS, t, { language, who });
  return [
    { name: 'notice', content: of(assess('notice', [])) },
    { name: 'caution', content: of(assess('caution', [SECRET, MOVE])) },
    { name: 'caution, of the look alone', content: of(assess('caution', [LOOK])) },
    { name: 'caution, past', content: of(assess('caution', [SECRET, MOVE], { past: true })) },
    { name: 'danger, of the look alone', content: of(assess('danger', [LOOK])) },
    ...DANGER_KINDS.map((kind) => {
      const assessment = assess('danger', DANGER[kind]);
      const who = kind === 'unknown' ? ('unknown' as const) : ('person' as const);
      return { name: `danger, ${dangerKindOf(assessment, who)}`, content: of(assessment, who) };
    }),
    { name: 'danger, past', content: of(assess('danger', DANGER.images, { past: true })) },
    { name: 'crisis', content: of(assess('calm', [], { crisis: true })) },
  ];
}

export function Cards({ context }: { readonly context: PageContext }) {
  const { t, language, copy } = context;
  const help = cardHelp(helpForCard(HELP, COUNTRY), t, language);
  const draw = (content: CardContent, folded: boolean) => {
    const drawn: Card = { id: 'gallery', content, ...help };
    return <CardSurface {...{ card: drawn, folded, t }} onEvent={() => {}} onCopy={copy} />;
  };
  const requests = [
    { name: 'request', content: requestContent(FACTS, t, language) },
    { name: 'request, said to be new, to be opened', content: requestContent(SAID_NEW, t, language) },
  ];
  const shown = tiles(context).flatMap(({ name, content }) => (content === null ? [] : [{ name, content }]));
  const foldable = shown.filter(({ name }) => name === 'caution' || name === 'danger, images');
  return (
    <div class="tiles">
      {[
        ...shown.map((tile) => ({ ...tile, folded: false })),
        ...foldable.map((tile) => ({ ...tile, folded: true })),
      ].map(({ name, content, folded }) => (
        <div key={`${name}${folded}`}>
          <h3>{folded ? `${name}, folded` : name}</h3>
          <ShadowBox styles={STYLES} lang={language}>
            {draw(content, folded)}
          </ShadowBox>
        </div>
      ))}
      {['pause', 'pause, to be opened'].map((name) => (
        <div key={name}>
          <h3>{name}</h3>
          <ShadowBox styles={STYLES} lang={language}>
            <PauseCard t={t} onHelp={() => {}} onHide={() => {}} />
          </ShadowBox>
        </div>
      ))}
      {requests.map(
        ({ name, content }) =>
          content !== null && (
            <div key={name}>
              <h3>{name}</h3>
              <ShadowBox styles={STYLES} lang={language}>
                <RequestFactsCard content={content} name="" t={t} onHide={() => {}} onMore={() => {}} />
              </ShadowBox>
            </div>
          ),
      )}
    </div>
  );
}
