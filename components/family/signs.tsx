// What Porchlight looks for, in words for parents: every sign, by what it is about.
import type { PageContext } from '../page-context';

const SAY = 'signs.say.';

/** Ids of the signals, by their first part. */
function signsByKind({ keys }: PageContext['t']): ReadonlyMap<string, readonly string[]> {
  const kinds = new Map<string, string[]>();
  for (const sign of keys(SAY).map((key) => key.slice(SAY.length))) {
    const kind = sign.split('.')[0] as string;
    kinds.set(kind, [...(kinds.get(kind) ?? []), sign]);
  }
  return kinds;
}

export function Signs({ context: { t } }: { readonly context: PageContext }) {
  return (
    <section class="block" aria-labelledby="signs-title">
      <h2 id="signs-title">{t('signs.title')}</h2>
      <p>{t('signs.lead')}</p>
      {[...signsByKind(t)].map(([kind, signs]) => (
        <details key={kind}>
          <summary>{t(`signs.stage.${kind}`)}</summary>
          <ul class="points">
            {signs.map((sign) => (
              <li key={sign}>{t(`signs.say.${sign}`)}</li>
            ))}
          </ul>
        </details>
      ))}
    </section>
  );
}
