// Somebody to talk to who is not a hotline: opening sentences to copy, and the adult that the teen named. Hidden until
// tapped, since others may look at the screen.
import { useEffect, useState } from 'preact/hooks';
import type { Situation } from '../../help/types';
import type { TrustedAdult } from '../../utils/trusted-adult';
import { CopyButton } from '../lines/copy-button';
import type { PageContext } from '../page-context';
import type { HelpActions } from './help-page-types';

const SENTENCES = ['one', 'two', 'three'] as const;

export type AdultSectionProps = {
  readonly say: Situation['say'];
  readonly changes: number;
  readonly context: PageContext;
  readonly actions: Pick<HelpActions, 'getAdult'>;
};

export function AdultSection({ say, changes, context, actions }: AdultSectionProps) {
  const { t } = context;
  const [shown, setShown] = useState(false);
  const [adult, setAdult] = useState<TrustedAdult | null | 'failed' | 'asking'>('asking');
  const ofTeen = say === 'teen' || say === 'outside';
  const toggle = async () => {
    setShown(!shown);
    setAdult('asking'); // a name that is hidden again is forgotten again
    if (!shown && ofTeen) setAdult(await actions.getAdult());
  };
  // Deleted or renamed in another tab: the name before must not go on standing here. A tap asks by itself.
  useEffect(() => {
    if (shown && ofTeen) void actions.getAdult().then(setAdult);
  }, [changes]);
  return (
    <section class={shown ? 'block' : 'block no-print'} aria-labelledby="adult-title">
      <h2 id="adult-title">{t(ofTeen ? 'help-page.adult.title' : `help-page.adult.title-${say}`)}</h2>
      <p>{t(say === 'teen' ? 'help-page.adult.lead' : `help-page.adult.lead-${say}`)}</p>
      <button
        type="button"
        class="button-quiet no-print"
        aria-expanded={shown}
        aria-controls="adult-words"
        onClick={toggle}
      >
        {t(shown ? 'help-page.adult.hide' : 'help-page.adult.show')}
      </button>
      <div id="adult-words" class="plain" hidden={!shown}>
        {shown && ofTeen && <Adult adult={adult} context={context} />}
        {shown && <Sayings of={ofTeen ? 'teen' : say} context={context} />}
      </div>
    </section>
  );
}

type AdultProps = {
  readonly adult: TrustedAdult | null | 'failed' | 'asking';
  readonly context: PageContext;
};

function Adult({ adult, context: { t, copy } }: AdultProps) {
  if (adult === 'asking') return null;
  if (adult === 'failed') return <p class="quiet">{t('help-page.adult.failed')}</p>;
  if (adult === null)
    return (
      <p class="quiet">
        {t('help-page.adult.none')} <a href="/options.html">{t('page.nav.options')}</a>
      </p>
    );
  return (
    <>
      <p>{t('help-page.adult.named')}</p>
      <p class="line-number">
        <span>
          <strong>{adult.name}</strong> <bdi dir="ltr">{adult.number}</bdi>
        </span>
        {adult.number !== '' && <CopyButton value={adult.number} t={t} copy={copy} />}
      </p>
    </>
  );
}

function Sayings({
  of,
  context: { t, copy },
}: {
  readonly of: 'teen' | 'friend' | 'parent';
  readonly context: PageContext;
}) {
  return (
    <ul class="plain-list sayings">
      {SENTENCES.map((number) => {
        const sentence = t(`help-page.say.${of}.${number}`);
        return (
          <li key={number}>
            <q>{sentence}</q>
            <CopyButton value={sentence} t={t} copy={copy} />
          </li>
        );
      })}
    </ul>
  );
}
