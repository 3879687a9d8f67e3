// For tests: changes (mutate.ts) that can be shown on no page of a site, and why.

const NO_CAPTURE = 'how the site shows a quoted reply is in no capture that we know';

export const EXCEPTIONS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'replies that quote': {
    'google-chat': NO_CAPTURE,
    roblox: 'the site has no replies',
    tiktok: NO_CAPTURE,
  },
};
