// Words that sites give to the parts of a page. They stay in a copy of its structure (page/structure.ts) even where a
// message on the page has the same word: without them nobody could tell what is a message and what is its time. The page that
// asks for a copy sends them along: no other page has to carry them.
import type { StructureWords } from '../utils/tab-messages';

const SITES = `
accept accessories action active add app article attach attachment attachments author avatar avatars away
badge banner bar bgck block body bottom box btn bubble bubbles button buttons
call cancel caption card cell center channel channels chat chatbox chatlist chats check ckeditor clear close collapsed
column commands compose composer contact contacts container content contents context control conv conversation
conversations copy count current cv
data date day dblcheck default delete deleted delivered description details dialog direct discord div divider dm
docked document down dropdown
e2e edit editable edited editor element embed emoji emojis empty entry error event expanded
facebook failed false feed field file fixed flex floating fmx focus folder footer form forward forwarded frame friend
friends from
grid gridcell group groups
handle has header heading height hidden hide history home host
icon id image img in inbound inbox incoming indicator info inline inner input instagram is item items
join joined jpg
kind
label labelledby last layer layout left link list listbox listitem load loader loading log
main me media member mention menu menuitem message messages messenger meta mid middle modal more mount msg msgs
muted mutual
name nav navigation new next nickname notice number
of off on online open option options out outer outgoing outline overlay own
page pane panel panels peer pending people person photo picture pin pinned placeholder plus png popup portal post
preview private profile progress prompt ptt public
quote quoted
react reaction reactions reactive read recalled recent reddit reject reply report request requests right roblox role
room root rounded route row rows
save scope scroll scrollable scroller search section seen select selectable selected self send sender sent separator
server service set settings side sidebar signals size slide snap snapchat space spacer spam span spinner sponsored
start state status sticker stranger sub subheader submit subtitle
tab table tag tail target teams telegram test text textarea thread threads tick tid tiktok time timeline timestamp tip
title to toggle tool toolbar tooltip top topic transcribed transcription tree treeitem true trust type typing
uid uniqueid unknown unread up us user username users
verified video view viewport virtual visible voice
wa web webp whatsapp width window with wrap wrapper
xchat
you
`;

/** What else sites and the browser name elements and attributes by. In a class or an id they are no more than any word. */
const NAMES = `
absolute app aria audio class colcount colindex colspan creator datetime dynamic ellipsis faceplate focus ignore index invalid key lang level lexical
manager module note one paste plain poll posinset pre required revision rowcount rowindex rowspan rs scrolltracepolicy setsize slate
source style tabindex testid timeago track valuemax valuemin valuenow viewer virtualized visualcompletion wiz
`;

/** Words of three letters that everybody says, and that addresses hold: at the edge of a longer one they tell of nobody. */
const FREQUENT = `
all and any are ask but can com did for get got had has her him his how let lol net not now org our out put say see set she
the too try two use was way who why www yes yet you
`;

export const STRUCTURE_WORDS: StructureWords = { sites: SITES, names: NAMES, frequent: FREQUENT };
