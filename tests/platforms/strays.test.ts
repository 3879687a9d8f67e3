// @vitest-environment happy-dom
// Rows and people that stand in a chat's list and are no part of it, and lists of other chats beside it.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Adapter } from '../../page/adapter';
import discord from '../../platforms/discord';
import googleChat from '../../platforms/google-chat';
import instagram from '../../platforms/instagram';
import messengerDocked from '../../platforms/messenger-docked';
import redditChat from '../../platforms/reddit-chat';
import roblox from '../../platforms/roblox';
import snapchat from '../../platforms/snapchat';
import teams from '../../platforms/teams';
import telegramA from '../../platforms/telegram-a';
import telegramK from '../../platforms/telegram-k';
import tiktok from '../../platforms/tiktok';
import whatsapp from '../../platforms/whatsapp';
import x from '../../platforms/x';
import { cloneDeep, deep, readRows } from './mutate';
import { showPage } from './page';

/** What is read of a page after a change: "author: text" of each row. */
function readAfter(adapter: Adapter, page: string, change: () => void, address?: string): string[] {
  const fixture = join(import.meta.dirname, '../fixtures', adapter.id, page);
  showPage(readFileSync(`${fixture}.html`, 'utf8'));
  change();
  const { url } = JSON.parse(readFileSync(`${fixture}.expected.json`, 'utf8')) as { url: string };
  const chat = adapter.open(document, new URL(address ?? url));
  if (!chat) throw new Error('no chat is open');
  return readRows(adapter, chat).readings.map(({ author, text }) => `${author}: ${text}`);
}

const find = (selector: string): Element => document.querySelector(selector) as Element;

/** Gives ids of another channel to a list and all that is in it. */
function ofAnotherChannel(element: Element): void {
  for (const each of [element, ...element.querySelectorAll('[id]')])
    if (each.id) each.id = each.id.replace('1551597200998400003', '1551597200998400999');
}

test('Discord: a row that still stands there from another channel is not read', () => {
  const all = readAfter(discord, 'direct', () => {});
  const read = readAfter(discord, 'direct', () => ofAnotherChannel(find('li[id^="chat-messages-"]')));
  expect(read).toEqual(all.slice(1));
});

test('Discord: the list of a thread that is open beside its channel is another chat', () => {
  const all = readAfter(discord, 'direct', () => {});
  const read = readAfter(discord, 'direct', () => {
    const list = find('ol[data-list-id="chat-messages"]');
    const thread = list.cloneNode(true) as Element;
    ofAnotherChannel(thread);
    list.before(thread);
  });
  expect(read).toEqual(all);
});

test('Google Chat: of two chats the address tells which is open; in a frame without one it is the first', () => {
  const all = readAfter(googleChat, 'thread', () => {});
  const besideAnother = () => {
    const chat = find('c-wiz[data-group-id]');
    const other = chat.cloneNode(true) as Element;
    other.setAttribute('data-group-id', 'dm/another');
    chat.before(other);
  };
  expect(readAfter(googleChat, 'thread', besideAnother)).toEqual(all);
  const inFrame = 'https://chat.google.com/u/0/frame';
  expect(readAfter(googleChat, 'thread', () => {}, inFrame)).toEqual(all);
});

test('Google Chat: a space is the chat that its page names, under an address that calls it a room', () => {
  const asSpace = () => find('c-wiz[data-group-id]').setAttribute('data-group-id', 'space/AAAAfixture');
  const read = readAfter(googleChat, 'thread', asSpace, 'https://chat.google.com/room/AAAAfixture');
  expect(read.length).toBeGreaterThan(0);
});

test('Instagram: bubbles of the inbox or of a hidden part before the chat do not hide its rows', () => {
  const all = readAfter(instagram, 'build-2026', () => {});
  const read = readAfter(instagram, 'build-2026', () => {
    find('.inbox').insertAdjacentHTML('afterbegin', '<div role="none">a preview</div>');
    find('main').insertAdjacentHTML(
      'afterbegin',
      '<div hidden><div role="none">a chat that was left</div></div>',
    );
  });
  expect(read).toEqual(all);
});

test.each(['request', 'read-only', 'build-2026'])(
  'Instagram: where the header leads to no profile, one’s own in the navigation is none of the peer’s (%s)',
  (page) => {
    const fixture = join(import.meta.dirname, '../fixtures/instagram', page);
    const { url } = JSON.parse(readFileSync(`${fixture}.expected.json`, 'utf8')) as { url: string };
    showPage(readFileSync(`${fixture}.html`, 'utf8'));
    const before = instagram.open(document, new URL(url));
    find('main a[href]:has(img)').removeAttribute('href');
    find('main').insertAdjacentHTML('beforebegin', '<nav><a href="/sam.tester/"><img alt="">Sam</a></nav>');
    const { person, ...rest } = instagram.open(document, new URL(url)) ?? {};
    expect(person).toBe(undefined);
    expect(rest).toMatchObject({ title: '', request: before?.request, composer: before?.composer });
  },
);

test('Instagram: a message whose bubble is no button is read', () => {
  const all = readAfter(instagram, 'build-2026', () => {});
  const read = readAfter(instagram, 'build-2026', () => {
    for (const button of document.querySelectorAll('[role="none"] [role="button"]'))
      button.removeAttribute('role');
  });
  expect(read).toEqual(all);
});

const NAMES: readonly (readonly [Adapter, string, string])[] = [
  [snapchat, 'header .nonIntl', 'Robin Fielder'],
  [teams, '[data-tid="message-author-name"]', 'Robin Fielder'],
  [x, '[id$="-sender"]', 'Robin Fielder'],
  [redditChat, '.room-message-author', 'robin_fixture'],
];
const authorsIn = (read: readonly string[]) => new Set(read.map((line) => line.slice(0, line.indexOf(': '))));

test.each(NAMES)('$name: where a second person writes, each is an author', (adapter, selector, name) => {
  const read = readAfter(adapter, 'thread', () => {
    const names = deep(document.body).filter((each) => each.matches(selector) && each.textContent === name);
    names[1]?.replaceChildren('Kim');
  });
  expect(authorsIn(read)).toEqual(new Set([name, 'self', 'Kim']));
});

test('TikTok: in a group, whose picture stands beside a row is its author', () => {
  const read = readAfter(tiktok, 'thread', () => {
    for (const id of ['data-conversation-id', 'data-conv-id'])
      find('[aria-selected="true"]').setAttribute(id, '7');
    document
      .querySelectorAll('[data-e2e="chat-avatar"] a[href="/@robin.fixture"]')[1]
      ?.setAttribute('href', '/@kim');
  });
  expect(authorsIn(read)).toEqual(new Set(['robin.fixture', 'self', 'kim']));
});

test('Roblox: a chat that is folded away in the corner is not open', () => {
  const fold = () => find('.dialog-container').classList.add('collapsed');
  expect(() => readAfter(roblox, 'thread', fold)).toThrow('no chat is open');
});

/** An element around `row` with a picture of another person before it, as beside the runs of a group. */
function besidePicture(row: Element, run: string, picture: string): void {
  const around = Object.assign(document.createElement('div'), { className: run });
  const face = Object.assign(document.createElement('div'), { className: picture });
  face.setAttribute('data-peer-id', '77');
  row.replaceWith(around);
  around.append(face, row);
}

test('Telegram K: words that somebody else wrote, in saved messages or replies, are not the chat’s', () => {
  const read = readAfter(telegramK, 'username-in-address', () =>
    besidePicture(find('.chat.active [data-mid="1"]'), 'bubbles-group', 'bubbles-group-avatar'),
  );
  expect(read).toEqual(['77: hello']);
});

test('Telegram A: words that somebody else wrote, in saved messages or replies, are not the chat’s', () => {
  const read = readAfter(telegramA, 'version-z', () =>
    besidePicture(find('.Transition_slide-active #message-1'), 'sender-group-container', 'Avatar'),
  );
  expect(read).toEqual(['77: hello']);
});

test('Telegram A: a picture within a row, of somebody who reacted, is none of its author', () => {
  const all = readAfter(telegramA, 'group-parts', () => {});
  const read = readAfter(telegramA, 'group-parts', () => {
    for (const run of document.querySelectorAll('.sender-group-container')) {
      const face = Object.assign(document.createElement('div'), { className: 'Avatar' });
      face.setAttribute('data-peer-id', '77');
      run.querySelector('.content-inner')?.append(face);
      run.append(run.querySelector('.avatar-container') as Element); // the order of the two is not known
    }
  });
  expect(read).toEqual(all);
});

test.each([1, 2])(
  'Messenger: %i docked chats without a link are none of a profile that the page shows',
  (count) => {
    const page = readFileSync(
      join(import.meta.dirname, '../fixtures/messenger-docked/two-chats.html'),
      'utf8',
    );
    showPage(page.replaceAll(/<a role="link" href="[^"]*(fixture|42\/)"/g, '<a role="link"'));
    find('[role="feed"] [dir="auto"]').append(
      Object.assign(document.createElement('a'), { href: '/sam.tester' }),
    );
    if (count === 1) for (const each of [...document.querySelectorAll('.docks > *')].slice(1)) each.remove();
    const chats = messengerDocked.openAll?.(document, new URL('https://www.facebook.com/')) ?? [];
    const all = ['Robin Fielder', 'Lena Park'].map((peer) => ({ peer, weak: true }));
    expect(chats.map(({ peer, weak }) => ({ peer, weak }))).toEqual(all.slice(0, count));
  },
);

test('Teams: a chat that is named by nothing but its line in the list of chats is not read', () => {
  const { url } = JSON.parse(
    readFileSync(join(import.meta.dirname, '../fixtures/teams/thread.expected.json'), 'utf8'),
  ) as { url: string };
  const chatAfter = (last: string) => {
    find('[role="treeitem"] span').textContent = last;
    return teams.open(document, new URL(url))?.peer;
  };
  readAfter(teams, 'thread', () => {});
  find('[data-tid="chat-title"]').remove();
  expect(chatAfter('Robin Fielder: see you')).toBe('19:fixture');
  find('[role="treeitem"] span').removeAttribute('id');
  expect(chatAfter('Robin Fielder: see you')).toBe(undefined);
  expect(teams.expectsConversation(new URL(url), document)).toBe(true);
});

const findDeep = (selector: string): Element =>
  deep(document).find((element) => element.matches(selector)) as Element;

test('Reddit: name and words of whom a row answers are none of its author', () => {
  const all = readAfter(redditChat, 'thread', () => {});
  const read = readAfter(redditChat, 'thread', () => {
    const row = findDeep('[data-id="$evt003"]').shadowRoot as ShadowRoot;
    row.querySelector('.room-message-author')?.remove();
    const quote = Object.assign(document.createElement('div'), { className: 'reply-preview' });
    const part = (className: string, textContent: string) =>
      Object.assign(document.createElement('b'), { className, textContent });
    quote.append(part('user-name', 'kim'), part('room-message-text', 'who asked?'));
    row.querySelector('.room-message-text')?.before(quote);
  });
  expect(read).toEqual(all);
});

test('Reddit: the name of a room that is kept beside the open one is none of its own', () => {
  const all = readAfter(redditChat, 'thread', () => {});
  const read = readAfter(redditChat, 'thread', () => {
    const room = findDeep('rs-room');
    const kept = cloneDeep(room) as Element;
    for (const each of deep(kept.shadowRoot as ShadowRoot))
      if (each.matches('.room-name')) each.textContent = 'Football club';
      else if (each.matches('rs-timeline')) each.remove();
    room.before(kept);
  });
  expect(read).toEqual(all);
  const chat = redditChat.open(document, new URL('https://www.reddit.com/'));
  expect(chat).toMatchObject({ peer: 'robin_fixture', title: 'robin_fixture' });
});

test('Reddit: a chat that docks on another page of the site is read in the root that its host there has', () => {
  const all = readAfter(redditChat, 'thread', () => {}, 'https://www.reddit.com/r/fixture/');
  for (const inner of ['', '<div><div></div></div>'])
    expect(
      readAfter(
        redditChat,
        'thread',
        () => {
          const app = find('rs-app');
          const host = document.createElement('reddit-chat-host');
          host.innerHTML = inner;
          const element = host.querySelector('div > div') ?? host;
          find('faceplate-app').replaceWith(host);
          element.attachShadow({ mode: 'open' }).append(app);
        },
        'https://www.reddit.com/r/fixture/',
      ),
    ).toEqual(all);
});

test('WhatsApp: what a channel says is said by no one person', () => {
  const read = readAfter(whatsapp, 'build-2025', () => {
    for (const row of document.querySelectorAll('[data-id]')) {
      const id = row.getAttribute('data-id')?.replace(/^(true|false)_[^_]+/, 'false_120363000@newsletter');
      row.setAttribute('data-id', id ?? '');
      row.querySelector('[data-pre-plain-text]')?.setAttribute('data-pre-plain-text', '[12:00, 24/11/2026] ');
    }
  });
  expect(new Set(read.map((line) => line.slice(0, line.indexOf(':'))))).toEqual(new Set(['', 'self']));
});

test('X: a build without names for the words is read, without the hour, but not where a quote stands beside them', () => {
  const all = readAfter(x, 'thread', () => {});
  const read = readAfter(x, 'thread', () => {
    for (const text of deep(document.body).filter((each) => each.matches('[data-testid^="message-text-"]'))) {
      text.removeAttribute('data-testid');
      text.querySelector('span[dir="auto"]')?.removeAttribute('dir');
    }
  });
  expect(read).toEqual(all.filter((line) => line !== 'self: yes, the triangle')); // the row that quotes
});
