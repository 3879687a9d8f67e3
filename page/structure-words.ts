// Words that sites give to the parts of a page. They stay in a copy of its structure (page/structure.ts) even where a
// message on the page has the same word: without them nobody could tell what is a message and what is its time.
import { lazy } from '../utils/lazy';

const WORDS = `
accept action active add app article attach attachment attachments author avatar avatars away
badge banner bar block body bottom box bubble bubbles button buttons
call cancel card cell channel channels chat chatlist chats clear close collapsed column compose composer contact contacts
container content contents control conversation conversations count current
data date day default delete description details dialog direct discord div dm docked document
edit edited editor element embed emoji empty entry error event
facebook false feed field file fixed floating flex focus folder footer form forward forwarded frame friend friends from
grid group groups
handle has header heading height hidden hide history home host
icon id image img in inbound inbox incoming info inline inner input instagram is item items
join joined
jpg label last layer layout left link list listitem load loading log
main mark me media member menu mention message messages messenger meta mid middle modal more msg mutual
name nav navigation new next nickname notice number
of off on online open option out outer outgoing out overlay own
page pane panel panels peer people person photo picture pin pinned placeholder png popup post preview profile prompt public
quote quoted
react reaction reactions reactive read recent reddit reject reply report request requests right roblox role room root route row rows
save scope scroll scrollable scroller search section seen select selected self send sender sent separator server service
set settings side sidebar size slide snap snapchat space span spam spacer sponsored start state status sticker stranger sub
subheader submit
tab table tag target teams telegram test text thread threads tick tid tiktok time timeline timestamp tip title to toggle tool
topic top transcribed transcription tree treeitem true type typing
unknown unread user username users
verified video view viewport virtual visible voice
web webp whatsapp width window with wrap wrapper
you
`;

const words = lazy(() => new Set(WORDS.split(/\s+/).filter(Boolean)));

export const STRUCTURE_WORDS: Pick<ReadonlySet<string>, 'has'> = { has: (word) => words().has(word) };
