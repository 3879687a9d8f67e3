// Buttons and links of the cards. Each is at least 44 x 44 px and acts on what a person did, never on a script's event.
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { digitByDigit } from '../utils/digit-by-digit';
import type { Translate } from '../utils/i18n';
import { pressed } from './trusted';

type ButtonProps = {
  readonly children: ComponentChildren;
  readonly onPress: () => void;
  /** Lets the card give the focus back to the button that opened a panel. */
  readonly name?: string;
};

/** The one main thing to do; a card has at most one. */
export function MainButton({ children, onPress, name }: ButtonProps) {
  return (
    <button type="button" class="button-main" data-name={name} onClick={pressed(onPress)}>
      {children}
    </button>
  );
}

/** Everything else that can be pressed: looks like a link. */
export function QuietButton({ children, onPress, name }: ButtonProps) {
  return (
    <button type="button" class="button-quiet" data-name={name} onClick={pressed(onPress)}>
      {children}
    </button>
  );
}

type CopyProps = {
  readonly text: string;
  readonly t: Translate;
  /** Resolves to false where the page or the browser refused. */
  readonly onCopy: (text: string) => Promise<boolean>;
};

/**
 * Copies a number, and says whether it worked: text in cards can't be selected. On the button for eyes, in a live region
 * beside it for screen readers: what stands inside a button is part of its name, and no region of its own.
 */
export function CardCopyButton({ text, t, onCopy }: CopyProps) {
  const [outcome, setOutcome] = useState<'copy' | 'copied' | 'not-copied'>('copy');
  const copy = () => {
    const copying = onCopy(text);
    setOutcome('copy'); // or a second time would not be said
    copying.catch(() => false).then((copied) => setOutcome(copied ? 'copied' : 'not-copied'));
  };
  return (
    <>
      <button
        type="button"
        class="button-copy"
        aria-label={t('card.help.copy-of', { value: digitByDigit(text) })}
        onClick={pressed(copy)}
      >
        {t(`card.help.${outcome}`)}
      </button>
      <span class="only-read" aria-live="polite">
        {outcome !== 'copy' && t(`card.help.${outcome}`)}
      </span>
    </>
  );
}

type CardLinkProps = {
  readonly href: string;
  readonly text: string;
  /** Whose page it is, so that links of one text can be told apart by ear. */
  readonly about: string;
  /** Of `about`, where it is not the reader's. */
  readonly aboutLang?: string | undefined;
};

/**
 * A hotline's own page: new tab, no referrer. Its address stands nowhere in the page: what a link leads to the browser looks up
 * and fetches before anybody pressed it, where a page asks for that. Anything but https shows nothing at all.
 */
export function CardLink({ href, text, about, aboutLang }: CardLinkProps) {
  if (!href.startsWith('https://')) return null;
  const go = () => {
    open(href, '_blank', 'noreferrer'); // no opener either
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: an <a> would hold the address
    <button type="button" role="link" class="link-out" onClick={pressed(go)}>
      {text}
      <span class="only-read">
        : <span lang={aboutLang}>{about}</span>
      </span>
    </button>
  );
}
