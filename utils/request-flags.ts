// What of a request's facts is kept for the chat that follows: flags alone, no number and no name.

export const REQUEST_FLAGS = [
  'no-mutual-friends',
  'new-account',
  'new-with-many-friends',
  'other-account-name',
] as const;

export type RequestFlag = (typeof REQUEST_FLAGS)[number];
