// One line that a person can call, text or write to.
import type { CrisisKind } from '../../help/choose';
import type { HelpLine } from '../../help/types';
import { type LineNames, lineNames } from '../line-names';
import type { PageContext } from '../page-context';
import { CopyButton } from './copy-button';
import { lineCheck, lineFacts, lineHistory } from './line-facts';
import { OutLink } from './out-link';

/** A line, and what a crisis route really is. */
export type ShownLine = { readonly line: HelpLine; readonly as: CrisisKind | null };

export type PageLineProps = {
  readonly line: HelpLine;
  /** What a crisis route really is; null for other lines. */
  readonly as?: CrisisKind | null;
  /** Level of the heading: 3 below a section, 4 below a group. */
  readonly heading: 'h3' | 'h4';
  readonly context: PageContext;
};

export function PageLine({ line, as = null, heading: Heading, context }: PageLineProps) {
  const { t, language } = context;
  const names = lineNames(line, t, language);
  const check = lineCheck(line, t);
  return (
    <li class="line">
      <Heading lang={names.nameLang}>{names.name}</Heading>
      {names.other !== null && (
        <p class="line-native">
          <bdi lang={names.otherLang}>{names.other}</bdi>
        </p>
      )}
      {as !== null && <p class="line-as">{t(`help.as.${as}`)}</p>}
      <Numbers line={line} context={context} />
      <Links line={line} names={names} context={context} />
      <ul class="line-facts">
        {lineFacts(line, t, language).map((fact) => (
          <li key={fact}>{fact}</li>
        ))}
      </ul>
      {check !== null && <p class="line-check">{check}</p>}
      <p class="line-history">{lineHistory(line, t, language).join(' · ')}</p>
    </li>
  );
}

function Numbers({ line, context: { t, copy } }: { readonly line: HelpLine; readonly context: PageContext }) {
  return (
    <>
      {line.phone !== null && (
        <p class="line-number">
          <bdi dir="ltr">{line.phone}</bdi>
          <CopyButton value={line.phone} t={t} copy={copy} />
        </p>
      )}
      {line.press !== null && <p>{t('help.press', { key: line.press })}</p>}
      {line.sms !== null && (
        <p class="line-text">
          {textSentence(line, t)}
          {line.sms !== line.phone && <CopyButton value={line.sms} t={t} copy={copy} />}
        </p>
      )}
    </>
  );
}

/** Whether to text instead of calling, or because there is no other way. */
function textSentence({ phone, sms, textKeyword }: HelpLine, t: PageContext['t']): string {
  const values = { number: sms ?? '', word: textKeyword ?? '' };
  if (phone === null) return t(textKeyword === null ? 'help.text' : 'help.text-word', values);
  return t(textKeyword === null ? 'help.or-text' : 'help.or-text-word', values);
}

type LinksProps = { readonly line: HelpLine; readonly names: LineNames; readonly context: PageContext };

/** A form and a chat may be one address: it is offered once. */
function Links({ line, names, context: { t } }: LinksProps) {
  const form = line.kind === 'report' || line.kind === 'takedown';
  const chat = line.chatUrl === line.url ? null : line.chatUrl;
  const about = { about: names.name, aboutLang: names.nameLang };
  return (
    <p class="line-links">
      {line.url !== null && <OutLink href={line.url} text={t(form ? 'help.form' : 'help.site')} {...about} />}
      {chat !== null && <OutLink href={chat} text={t('help.chat')} {...about} />}
    </p>
  );
}
