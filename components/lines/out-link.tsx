// A link out: a new tab that learns neither where it was opened from nor anything else of us.

export type OutLinkProps = {
  readonly href: string;
  readonly text: string;
  /** Whose page it is, so that links of one text can be told apart by ear. */
  readonly about: string;
  /** Of `about`, where it is not the reader's. */
  readonly aboutLang?: string | undefined;
};

/** Id of the sentence that says what opening a page leaves behind. */
export const HISTORY_NOTE = 'history-note';

export function OutLink({ href, text, about, aboutLang }: OutLinkProps) {
  return (
    <a href={href} target="_blank" rel="noreferrer noopener" aria-describedby={HISTORY_NOTE}>
      {text}
      <span class="only-read">
        : <span lang={aboutLang}>{about}</span>
      </span>
    </a>
  );
}
