// What was seen in the open conversation, signal by signal, and what the page shows of the contact.

import { formatDay } from '../../utils/dates';
import type { TabReport } from '../../utils/tab-messages';
import { factSentences } from '../fact-sentences';
import type { PageContext } from '../page-context';
import { isLookAlone, signalSentence, type Who } from '../sign-sentences';
import { shownSignals, whoOf } from './stages';

/** As many signs as say what matters; a long chat collects more than anybody reads. */
const UNFOLDED = 5;

export type SeenProps = { readonly report: TabReport; readonly context: PageContext };

export function Seen({ report, context }: SeenProps) {
  const { t, language } = context;
  const signals = shownSignals(report);
  const who = whoOf(report);
  const facts = factSentences(report.facts, t, language);
  if (signals.length === 0 && facts.length === 0) return null;
  return (
    <section aria-labelledby="seen-title">
      <h2 id="seen-title">{t('popup.seen.title')}</h2>
      {signals.length > 0 && <Signals signals={signals.slice(0, UNFOLDED)} who={who} context={context} />}
      {signals.length > UNFOLDED && (
        <details>
          <summary>{t('popup.seen.more', { count: signals.length - UNFOLDED })}</summary>
          <Signals signals={signals.slice(UNFOLDED)} who={who} context={context} />
        </details>
      )}
      {facts.length > 0 && <Facts facts={facts} context={context} />}
      <p class="quiet">{t(limitOf(signals))}</p>
    </section>
  );
}

/** What must be said of all that stands above. */
function limitOf(signals: TabReport['seen']): string {
  if (isLookAlone(signals)) return 'signal.look.alike.why';
  return signals.length > 0 ? 'popup.seen.wrong' : 'card.notice.decide';
}

type Sighting = TabReport['seen'][number];

function Signals({
  signals,
  who,
  context,
}: {
  readonly signals: readonly Sighting[];
  readonly who: Who;
  readonly context: PageContext;
}) {
  return (
    <ul class="seen">
      {signals.map((seen) => (
        <Signal key={seen.signal} seen={seen} who={who} context={context} />
      ))}
    </ul>
  );
}

function Signal({
  seen,
  who,
  context: { t, language },
}: {
  readonly seen: Sighting;
  readonly who: Who;
  readonly context: PageContext;
}) {
  const { signal } = seen;
  const known = t.has(`signal.${signal}.seen`); // a newer rule pack may name one that has no sentence
  return (
    <li>
      <p>{known ? signalSentence(signal, t, who) : t('popup.signal-unknown')}</p>
      {seen.stage !== 'look' && ( // of many messages together: a number would say that some of them could be named
        <p class="quiet">
          {t('popup.seen.count', { count: seen.count, day: formatDay(seen.lastDay, t, language) })}
        </p>
      )}
    </li>
  );
}

function Facts({
  facts,
  context: { t },
}: {
  readonly facts: readonly string[];
  readonly context: PageContext;
}) {
  return (
    <>
      <h3>{t('popup.seen.facts')}</h3>
      <ul class="facts">
        {facts.map((fact) => (
          <li key={fact}>{fact}</li>
        ))}
      </ul>
    </>
  );
}
