// Wires the report note. What is written lives in this page alone: it is never sent, never stored, and gone with the page.
import { render } from 'preact';
import { browser } from 'wxt/browser';
import { type OpenChat, openChatOf, withChat } from '../../components/note/from-tab';
import { Note } from '../../components/note/note';
import { type NoteValues, withoutOtherCountry } from '../../components/note/note-fields';
import { clockName, type NoteFrame, type NoteLanguage } from '../../components/note/note-rows';
import type { FoundChats, NoteActions } from '../../components/note/note-types';
import { languageOf, recipientsFor } from '../../components/note/recipients';
import { contextIn, createPageContext, type PageContext } from '../../components/page-context';
import { HELP } from '../../help/data';
import { suggestedCountry } from '../../help/suggest-country';
import { ask, askTab } from '../../utils/ask';
import { onEscapeTwice } from '../../utils/escape-twice';
import { createTranslator, LANGUAGES, loadCatalogue } from '../../utils/i18n';
import { leavePage } from '../../utils/leave-page';
import { formatSite } from '../../utils/names';
import { offerFile } from '../../utils/offer-file';
import { followFamily, followSettings } from '../../utils/on-settings-changed';
import type { Language } from '../../utils/settings';
import { pageLanguage } from '../../utils/storage-language';
import { isTabReport } from '../popup/tab-report';

/** Its name says nothing of what is in it: it lies among other files, where others look. */
const FILE = { name: 'note.txt', type: 'text/plain;charset=utf-8' };
/** Editors on Windows know by it that the file is not in an old encoding. */
const BYTE_ORDER_MARK = '\ufeff';

type State = {
  readonly values: NoteValues;
  readonly chats: FoundChats;
  readonly recipient: string | null;
  /** 'of-the-line' until the teen chooses one. */
  readonly wanted: Language | null | 'of-the-line';
  readonly second: NoteLanguage | null;
  readonly country: string | null;
  readonly familyOn: boolean;
  readonly context: PageContext;
};

let state: State;

const suggested = () => suggestedCountry(state.context.language);

function update(change: Partial<State>): void {
  state = { ...state, ...change };
  render(
    <Note
      {...state}
      {...{ actions }}
      suggested={suggested()}
      frame={frameNow()}
      help={HELP}
      languages={LANGUAGES}
    />,
    document.getElementById('app') as HTMLElement,
  );
}

/** Today by this device's clock. */
function frameNow(): NoteFrame {
  const now = new Date();
  const day = new Date(now.getTime() - now.getTimezoneOffset() * 60_000);
  return { written: day.toISOString().slice(0, 10), clock: clockName(now.getTimezoneOffset()) };
}

/** As `update`, and then the second language that fits. */
async function updateLanguages(change: Partial<State>): Promise<void> {
  update(change);
  const { wanted, country, recipient, context, second } = state;
  const values = withoutOtherCountry(state.values, country ?? suggested());
  if (values !== state.values) update({ values });
  const lines = recipientsFor(HELP, country ?? suggested());
  const line = lines.find(({ id }) => id === recipient) ?? lines[0];
  const ofLine = line === undefined ? null : languageOf(line, context.language);
  const language = wanted === 'of-the-line' ? ofLine : wanted;
  if (language === null || language === context.language) return update({ second: null });
  if (language !== second?.language)
    update({ second: { language, t: createTranslator(await loadCatalogue(language), language) } });
}

const actions: NoteActions = {
  fill: (change) => update({ values: { ...state.values, ...change } }),
  async find() {
    update({ chats: 'asking' });
    update({ chats: await openChats() });
  },
  take: (chat) =>
    update({
      values: withChat(state.values, chat, formatSite(chat.site, state.context.t)),
      chats: 'taken',
    }),
  clear: () => update({ values: {}, chats: 'not-asked' }),
  choose: (recipient) => void updateLanguages({ recipient, wanted: 'of-the-line' }),
  setSecond: (wanted) => void updateLanguages({ wanted }),
  setCountry(country) {
    void updateLanguages({ country, recipient: null });
    void ask({ type: 'set-settings', change: { country } });
  },
  async setLanguage(language) {
    void ask({ type: 'set-settings', change: { language } });
    await updateLanguages({ context: await createPageContext('note', language), wanted: 'of-the-line' });
  },
  print: () => window.print(),
  save: (text) => offerFile(BYTE_ORDER_MARK + text, FILE),
  leave() {
    update({ values: {}, chats: 'not-asked' });
    void leavePage();
  },
};

/** Every chat that is open now, as its own tab tells of it: kinds of signs and a day, no text. */
async function openChats(): Promise<readonly OpenChat[]> {
  const tabs = await browser.tabs.query({}).catch(() => []);
  const reports = await Promise.all(
    tabs.map(({ id }) => (id === undefined ? null : askTab(id, { type: 'report' }))),
  );
  return reports.flatMap((report) => (isTabReport(report) ? (openChatOf(report) ?? []) : []));
}

async function start(): Promise<void> {
  const settings = await ask({ type: 'get-settings' });
  const language = await pageLanguage(settings);
  state = {
    ...{ values: {}, chats: 'not-asked', recipient: null, wanted: 'of-the-line', second: null },
    country: settings?.country ?? null,
    familyOn: false,
    context: await createPageContext('note', language),
  };
  await updateLanguages({});
  // A page that the browser keeps for "back" comes back empty.
  addEventListener('pagehide', actions.clear);
  onEscapeTwice(window, actions.leave);
  followFamily((familyOn) => update({ familyOn }));
  followSettings(async ({ country: chosen }, language) => {
    const context = await contextIn('note', state.context, language);
    const country = chosen ?? state.country;
    await updateLanguages({ context, country, ...(country === state.country ? {} : { recipient: null }) });
  });
}

void start();
