// Fills in what was seen in a chat that is open in another tab: asked for by the teen, looked through by the teen.
import { formatDate } from '../../utils/dates';
import { formatSite } from '../../utils/names';
import type { NoteProps } from './note-types';

export function OpenChats({ chats, context, actions }: Pick<NoteProps, 'chats' | 'context' | 'actions'>) {
  const { t, language } = context;
  const found = typeof chats === 'object';
  return (
    <section class="block" aria-labelledby="seen-title">
      <h2 id="seen-title">{t('note.seen.title')}</h2>
      <p>{t('note.seen.text')}</p>
      <button type="button" class="button-quiet" onClick={() => void actions.find()}>
        {t('note.seen.find')}
      </button>
      <div role="status">
        {chats === 'asking' && t('page.loading')}
        {chats === 'taken' && t('note.seen.taken')}
        {found && chats.length === 0 && t('note.seen.none')}
        {found && chats.length > 0 && t('note.seen.found')}
      </div>
      {found && chats.length > 0 && (
        <ul class="plain-list open-chats">
          {chats.map((chat, index) => (
            <li key={`${index} ${chat.site.id}`} class="plain">
              <p id={`chat-${index}`}>
                {t('note.seen.chat', {
                  site: formatSite(chat.site, t),
                  date: formatDate(chat.lastDay, t, language).replaceAll(' ', '\u00a0'), // no month on a line of its own
                })}
              </p>
              <ul class="points">
                {chat.kinds.map((kind) => (
                  <li key={kind}>{t(`note.option.signs.${kind}`)}</li>
                ))}
              </ul>
              <button
                type="button"
                class="button-quiet"
                id={`take-${index}`}
                aria-labelledby={`take-${index} chat-${index}`}
                onClick={() => actions.take(chat)}
              >
                {t('note.seen.take')}
              </button>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
