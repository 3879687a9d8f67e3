import { beforeEach, describe, expect, it, vi } from 'vitest';
import { MAX_MESSAGE_LENGTH } from '../../utils/message-schemas';
import { createRouter, type Sender } from './router';

const CONVERSATION = '0123456789abcdef0123456789abcdef';
const MEMORY = {
  version: 1,
  signals: { 'secrecy.dont-tell': [[7, 20_000]] },
  days: { 20000: 3 },
  lastSeen: 20_000,
};
const TAB: Sender = { id: 'ours', url: 'https://web.telegram.org/k/#777', frameId: 0, tab: { id: 5 } };
const POPUP: Sender = { id: 'ours', url: 'chrome-extension://ours/popup.html' };
const HELLO = { type: 'hello', service: 'telegram' };

const fromTab = vi.fn(async () => 'tab');
const fromPage = vi.fn(async () => 'page');
const onRefused = vi.fn();
const route = createRouter({
  extensionId: 'ours',
  ownPages: 'chrome-extension://ours/',
  serviceOf: ({ hostname }, inFrame) =>
    hostname === (inFrame ? 'chat.google.com' : 'web.telegram.org') ? 'telegram' : null,
  fromTab,
  fromPage,
  onRefused,
});

beforeEach(() => {
  vi.clearAllMocks();
});

describe('messages that are let in', () => {
  it.each([
    HELLO,
    { type: 'open', conversation: CONVERSATION },
    { type: 'seen', conversation: CONVERSATION, memory: MEMORY, weak: false },
    { type: 'seen', conversation: CONVERSATION, keyId: '0123abcd', memory: MEMORY, weak: false },
    { type: 'state', state: 'reading', level: 'caution' },
    {
      type: 'warned',
      conversation: CONVERSATION,
      level: 'danger',
      card: 'danger money.over-images',
      stages: ['threat'],
    },
    { type: 'snooze', conversation: CONVERSATION, on: true },
    { type: 'open-help', place: 'threat' },
  ])('from a content script: %j', async (message) => {
    await expect(route(message, TAB)).resolves.toEqual({ answer: 'tab' });
    expect(fromTab).toHaveBeenCalledWith(message, { tab: 5, incognito: false, service: 'telegram' });
    expect(onRefused).not.toHaveBeenCalled();
  });

  it('is answered with a failure where the handler fails', async () => {
    fromTab.mockRejectedValueOnce(new Error('quota'));
    await expect(route(HELLO, TAB)).resolves.toEqual({ failed: true });
  });

  it.each([
    { type: 'get-settings' },
    { type: 'get-policy' },
    { type: 'set-settings', change: { country: 'KH', language: 'km' } },
    { type: 'storage-health' },
    { type: 'forget' },
    { type: 'forget', everything: true },
    { type: 'export-settings' },
    { type: 'import-settings', text: 'anything' },
    { type: 'stored-overview' },
    { type: 'snoozes' },
    { type: 'end-snoozes' },
    { type: 'get-trusted-adult' },
    { type: 'set-trusted-adult', adult: { name: 'អ៊ំស្រី', number: '' } },
    { type: 'set-trusted-adult', adult: null },
    { type: 'finish-welcome', audience: 'teen', family: null },
    { type: 'finish-welcome', audience: 'parent', family: { pin: '314159' } },
    { type: 'family-status' },
    { type: 'take-help-place' },
    { type: 'family-open', pin: '314159' },
    { type: 'acknowledge', pin: '314159' },
    { type: 'set-pin', pin: '314159', old: null },
    { type: 'family-off', pin: '314159' },
    { type: 'reset-family' },
  ])('from a page of ours: %j', async (message) => {
    await expect(route(message, POPUP)).resolves.toBe('page');
    expect(fromPage).toHaveBeenCalledWith(message);
  });
});

it('tells whether a tab is in a private window', async () => {
  await route(HELLO, { ...TAB, tab: { id: 5, incognito: true } });
  expect(fromTab).toHaveBeenCalledWith(HELLO, { tab: 5, incognito: true, service: 'telegram' });
});

it("lets in a frame that is a site's own chat", async () => {
  const frame = { ...TAB, url: 'https://chat.google.com/u/0/frame', frameId: 3 };
  await expect(route(HELLO, frame)).resolves.toEqual({ answer: 'tab' });
  expect(route(HELLO, { ...frame, frameId: 0 })).toBeUndefined();
  expect(route(HELLO, { ...frame, frameId: undefined })).toBeUndefined();
});

describe('senders that are refused', () => {
  it.each<[string, Sender]>([
    ['another extension', { ...TAB, id: 'theirs' }],
    ['nobody', {}],
    ['a site that is not ours to read', { ...TAB, url: 'https://example.org/' }],
    ['a site whose name only begins the same', { ...TAB, url: 'https://web.telegram.org.example/k/' }],
    ['a frame inside a page', { ...TAB, frameId: 3 }],
    ['a frame that nobody names', { ...TAB, frameId: undefined }],
    ['no tab', { id: 'ours', url: 'https://web.telegram.org/k/' }],
    ['an address that is none', { ...TAB, url: 'nonsense' }],
    ['another extension whose address begins like ours', { ...POPUP, id: 'theirs' }],
  ])('%s', (_, sender) => {
    expect(route(HELLO, sender)).toBeUndefined();
    expect(fromTab).not.toHaveBeenCalled();
    expect(onRefused).toHaveBeenCalledWith('sender');
  });

  it('a site that asks for the key of another service', () => {
    expect(route({ type: 'hello', service: 'facebook' }, TAB)).toBeUndefined();
    expect(onRefused).toHaveBeenCalledWith('sender');
  });
});

const days = (count: number) =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [20_000 + index, 1]));
const cycle: Record<string, unknown> = { type: 'hello', service: 'telegram' };
cycle.self = cycle;

describe('shapes that are refused', () => {
  it.each<[string, unknown]>([
    ['nothing', undefined],
    ['null', null],
    ['a word', 'hello'],
    ['a list', [HELLO]],
    ['an unknown type', { type: 'dump' }],
    ['a type that only pages may send', { type: 'get-settings' }],
    ['the place that another card asked for', { type: 'take-help-place' }],
    ['the trusted adult, asked for by a page of a site', { type: 'get-trusted-adult' }],
    ['a guess of the PIN, from a page of a site', { type: 'family-open', pin: '314159' }],
    ['a field too many, which could carry text', { ...HELLO, text: 'words of a chat' }],
    ['a key that is no HMAC', { type: 'open', conversation: 'Dara' }],
    ['an id of a key that is a name', { type: 'open', conversation: CONVERSATION, keyId: 'Dara' }],
    ['a signal that is a sentence', seen({ signals: { 'meet me at the mall': [[1, 20_000]] } })],
    ['a text in place of a fingerprint', seen({ signals: { 'threat.images': [['words', 20_000]] } })],
    ['a fingerprint beyond 32 bits', seen({ signals: { 'threat.images': [[2 ** 32, 20_000]] } })],
    ['more sightings than are kept', seen({ signals: { 'a.b': Array.from({ length: 17 }, () => [1, 2]) } })],
    ['more days than are kept', seen({ days: days(91) })],
    ['a day that is no number', seen({ days: { monday: 3 } })],
    ['memory of a newer version', seen({ version: 2 })],
    ['a place that is not of the help page', { type: 'open-help', place: 'https://elsewhere.example/' }],
    ['an address beside a place', { type: 'open-help', place: 'threat', url: 'https://elsewhere.example/' }],
    ['an unknown level', { type: 'state', state: 'reading', level: 'panic' }],
    ['a stage that is a name', warned({ stages: ['Dara'] })],
    ['a card that is a sentence', warned({ card: 'danger meet me at the mall tonight' })],
    ['a card with other letters', warned({ card: 'danger ជួបខ្ញុំ' })],
    ['an oversize message', { ...HELLO, pad: 'x'.repeat(MAX_MESSAGE_LENGTH) }],
    ['a cycle', cycle],
  ])('%s', (_, message) => {
    expect(route(message, TAB)).toBeUndefined();
    expect(fromTab).not.toHaveBeenCalled();
    expect(onRefused).toHaveBeenCalledWith('shape');
  });

  it.each<[string, unknown]>([
    ['a message of a content script', HELLO],
    ['a setting that does not exist', { type: 'set-settings', change: { hidden: true } }],
    ['a version to set', { type: 'set-settings', change: { version: 2 } }],
    ['a country that is none', { type: 'set-settings', change: { country: 'Cambodia' } }],
    ['an audience by the back door', { type: 'set-settings', change: { audience: 'parent' } }],
    ['a file without end', { type: 'import-settings', text: 'x'.repeat(20_002) }],
    ['half a deletion', { type: 'forget', everything: false }],
    ['an adult without a name', { type: 'set-trusted-adult', adult: { name: '', number: '1' } }],
    ['an adult of several lines', { type: 'set-trusted-adult', adult: { name: 'a\nb', number: '' } }],
    [
      'an adult as long as a chat',
      { type: 'set-trusted-adult', adult: { name: 'a'.repeat(61), number: '' } },
    ],
    ['a field beside the adult', { type: 'set-trusted-adult', adult: { name: 'a', number: '', note: 'x' } }],
    ['nobody who uses the browser', { type: 'finish-welcome', audience: null, family: null }],
    ['a family view without a PIN', { type: 'finish-welcome', audience: 'parent', family: {} }],
    ['a short PIN', { type: 'family-open', pin: '31415' }],
    ['a PIN of letters', { type: 'acknowledge', pin: 'secret' }],
    ['no PIN', { type: 'family-off' }],
    ['a new PIN that does not say which was the old one', { type: 'set-pin', pin: '314159' }],
    ['memory for ever', { type: 'set-settings', change: { retentionDays: 100_000 } }],
  ])('from a page of ours: %s', (_, message) => {
    expect(route(message, POPUP)).toBeUndefined();
    expect(fromPage).not.toHaveBeenCalled();
    expect(onRefused).toHaveBeenCalledWith('shape');
  });
});

it('drops a key that would reach a prototype', () => {
  route(seen({ signals: JSON.parse('{"__proto__": [[1, 20000]]}') }), TAB);
  expect(fromTab).toHaveBeenCalledWith(seen({ signals: {} }), expect.anything());
});

function warned(change: object) {
  const card = { level: 'danger', card: 'danger threat', stages: ['threat'] };
  return { type: 'warned', conversation: CONVERSATION, ...card, ...change };
}

function seen(change: object) {
  return { type: 'seen', conversation: CONVERSATION, memory: { ...MEMORY, ...change }, weak: false };
}
