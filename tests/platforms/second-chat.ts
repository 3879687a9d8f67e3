// For tests: another chat of each site, to be opened after its first one without a reload. Where no page of a site is of
// another peer, the second chat is its page with another person, other words and other ids in it, as the site changes them.
import { chatPages, type FixturePage } from './fixture-pages';

/** What is written in another way, from first to last. */
type Changes = readonly (readonly [from: string, to: string])[];

/** Another person, who says other things but for the last words: those end both chats. */
const TALK: Changes = [
  ['Robin', 'Jamie'],
  ['robin', 'jamie'],
  ['Fielder', 'Baker'],
  ['fielder', 'baker'],
  ['hey, did you finish the maths homework?', 'is the art club open on Friday?'],
  ['almost, question 7 is hard', 'I think so, from three'],
  ['which one is question 7?', 'who has the paint?'],
  ['the triangle one?', 'the teacher?'],
  ['yes, the triangle', 'yes, the teacher'],
  ['use the sine rule', 'bring the big brushes'],
  ['oh right, thanks!', 'sure, I will!'],
  ['football practice at 5 today?', 'do we paint the door too?'],
  ['yes, bring the blue shirts', 'yes, with the green one'],
];

/** A page of a site, and the ids in its address and in its parts that are others in another chat. */
const IDS: Readonly<Record<string, { readonly page: string; readonly ids: Changes }>> = {
  // Address, heading of the list and every row name the chat; the person's id stands in pictures.
  discord: {
    page: 'discord/direct',
    ids: [
      ['1551597200998400003', '1551597200998400004'],
      ['1560215656857600007', '1560215656857600008'],
      ['157474', '157475'],
    ],
  },
  'google-chat': {
    page: 'google-chat/thread',
    ids: [
      ['dm/fixture01', 'dm/fixture02'],
      ['users/2002', 'users/2003'],
      ['"topic', '"subject'],
      ['"msg', '"note'],
    ],
  },
  // The address alone names the chat; the person's account is a link in the header and beside the rows.
  instagram: {
    page: 'instagram/build-2026',
    ids: [
      ['110000000000000042', '110000000000000043'],
      ['mid.$cAD', 'mid.$cAE'],
    ],
  },
  // Address and the list of chats; rows have no ids.
  messenger: { page: 'messenger/thread', ids: [['100000000000042', '100000000000043']] },
  'reddit-chat': {
    page: 'reddit-chat/thread',
    ids: [
      ['!fixture', '!another'],
      ['$evt', '$row'],
    ],
  },
  // The address stays; the name in the header leads to the person's page. Rows have no ids.
  roblox: { page: 'roblox/thread', ids: [['4200000042', '4200000043']] },
  snapchat: {
    page: 'snapchat/thread',
    ids: [['aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee', 'ffffffff-bbbb-4ccc-8ddd-eeeeeeeeeeee']],
  },
  // The address stays; another row of the list is selected, and the header has another account.
  tiktok: { page: 'tiktok/thread', ids: [[':7000000000000000002', ':7000000000000000003']] },
  // The address alone names the chat; the header leads to another account.
  x: {
    page: 'x/thread',
    ids: [
      ['11-22', '11-33'],
      ['11:22', '11:33'],
      ['-1111-4222-8333-444444444444', '-5555-4666-8777-888888888888'],
    ],
  },
};

export type TwoChats = { readonly site: string; readonly first: FixturePage; readonly second: FixturePage };

const peerOf = ({ expected }: FixturePage): unknown => expected.conversation?.peer;

/** Two chats of every site that shows chats. */
export function twoChatsEach(): readonly TwoChats[] {
  const sites = new Set(chatPages().map(({ expected }) => expected.adapter));
  return [...sites].map((site) => {
    const pages = chatPages().filter(({ expected }) => expected.adapter === site);
    const first = pages.find(({ title }) => title === IDS[site]?.page) ?? longestOf(pages);
    const second = IDS[site]
      ? changed(first, [...TALK, ...IDS[site].ids])
      : pages.find((each) => peerOf(each) !== undefined && peerOf(each) !== peerOf(first));
    if (!second) throw new Error(`${site}: make a page of a second chat, or name its ids in second-chat.ts`);
    return { site, first, second };
  });
}

function longestOf(pages: readonly FixturePage[]): FixturePage {
  const lengthOf = ({ expected }: FixturePage) => expected.messages?.length ?? 0;
  return pages.toSorted((a, b) => lengthOf(a) - lengthOf(b)).at(-1) as FixturePage;
}

/** The page as another chat, with what must be read from it. */
function changed({ title, html, expected }: FixturePage, changes: Changes): FixturePage {
  const written = (text: string) => changes.reduce((all, [from, to]) => all.replaceAll(from, to), text);
  return {
    title: `${title}, another chat`,
    html: written(html),
    expected: JSON.parse(written(JSON.stringify(expected))),
  };
}
