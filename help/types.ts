// The shape of help that is shipped: who to call or write to, and what is known of each line. Types alone, no code.
import type { SituationId } from '../utils/situations';

/** What a line is for. Several kinds in one country are normal. */
export type LineKind = 'report' | 'helpline' | 'crisis' | 'police' | 'takedown';

export type Weekday = 'mon' | 'tue' | 'wed' | 'thu' | 'fri' | 'sat' | 'sun';

/** A run of days with the same hours, in the line's own time; `to` before `from` runs past midnight. */
export type Opening = {
  readonly first: Weekday;
  readonly last: Weekday;
  /** 24-hour clock, e.g. '08:00'. */
  readonly from: string;
  /** 24-hour clock, '24:00' for midnight. */
  readonly to: string;
};

/** Day and night, the office's hours (not told which), or the hours themselves. */
export type Hours = 'always' | 'office' | readonly Opening[];

/** What a line can't do, or who it is not for; the sentences are in locales under `help.limit.*`. */
export type Limit =
  | 'no-images' // can't take pictures or videos
  | 'url-required' // its form needs a link
  | 'under-18-images' // only for pictures of people under 18
  | 'adults-only'
  | 'maybe-not-children' // made for all, but may send children elsewhere
  | 'not-a-suicide-line'
  | 'inside-country-only' // the number may work only inside its country
  | 'residents-only'
  | 'not-for-emergencies'
  | 'not-encrypted-apps' // can't reach end-to-end encrypted chats
  | 'missing-child' // for a child who is missing, not for content
  | 'directory' // a list of lines; opening it tells that site that help is sought
  | 'only-some-places'
  | 'may-wait' // often busy
  | 'call-costs'
  | 'channel-not-chat' // can be read, not written to
  | 'no-public-line'; // no number or form is known: not shown as a line

/** What stands in for a crisis line where there is none. */
export type StandIn = 'child-helpline' | 'emergency' | 'youth-line';

/** A field whose value is not backed by a source that was read. */
export type UnverifiedField = 'languages' | 'url' | 'hours' | 'free' | 'anonymous' | 'textKeyword';

export type Confidence = 'high' | 'medium';

/** One line. Null is "not known" for `anonymous`, `free` and `hours`, and "has none" elsewhere. */
export type HelpLine = {
  /** Stable; never reused for another line. */
  readonly id: string;
  readonly kind: LineKind;
  readonly name: string;
  readonly nativeName: string | null;
  /** As people in the country write it. */
  readonly phone: string | null;
  /** What to press after the call was answered. */
  readonly press: string | null;
  readonly sms: string | null;
  /** The word to send to `sms`. */
  readonly textKeyword: string | null;
  readonly email: string | null;
  /** Form (report, takedown) or website (others). */
  readonly url: string | null;
  readonly chatUrl: string | null;
  readonly hours: Hours | null;
  /** IANA zone of `hours` where the country has several; else null. */
  readonly hoursZone: string | null;
  /** BCP 47; 'mul' for many. */
  readonly languages: readonly string[];
  readonly forWhom: 'child' | 'anyone' | 'parent';
  readonly anonymous: boolean | null;
  readonly free: boolean | null;
  readonly confidence: Confidence;
  /** Date of the source, as exact as it is known: '2025', '2025-11' or '2025-11-04'. */
  readonly asOf: string | null;
  /** The day on which one of us called or opened it, or null. */
  readonly dialled: string | null;
  readonly unverifiedFields: readonly UnverifiedField[];
  readonly limits: readonly Limit[];
  readonly standsIn: StandIn | null;
  /** Of a takedown: the picture never leaves the device, a code that is made from it does. */
  readonly staysOnDevice?: true | undefined;
  /** The number for danger to life, right now. */
  readonly emergency: boolean;
};

/** The lines of one country ('KH'), of Europe ('EU') or of everywhere ('INT'), in the order to show them. */
export type HelpCountry = {
  readonly country: string;
  /** Id of the line to offer first on a danger card, or null: chosen by rule (choose.ts). */
  readonly first: string | null;
  /** For 'EU': the member states. */
  readonly members: readonly string[];
  readonly lines: readonly HelpLine[];
};

/** How to report to a service itself. */
export type PlatformRoute = {
  readonly id: string;
  /** Services it is for, as adapters name them: ['telegram']. */
  readonly services: readonly string[];
  /** The service as people call it: 'Telegram'. */
  readonly name: string;
  readonly url: string | null;
  readonly email: string | null;
  /** Key in locales under `help.taps` of the taps inside the app, or null. */
  readonly taps: string | null;
  readonly anonymous: boolean | null;
  readonly confidence: Confidence;
  readonly asOf: string | null;
  readonly dialled: string | null;
  readonly limits: readonly Limit[];
};

/** All help that ships. */
export type HelpData = {
  readonly countries: readonly HelpCountry[];
  readonly international: HelpCountry;
  readonly europe: HelpCountry;
  readonly routes: readonly PlatformRoute[];
};

/** Kinds of help that a situation offers, in the order to show them. */
export type ReachKind = 'talk' | 'report' | 'police' | 'pictures' | 'platforms';

/** What to do in a situation, as keys: the sentences stand in locales under `help-page`. */
export type Situation = {
  readonly id: SituationId;
  /** Whether the crisis line stands above the steps. */
  readonly crisis: 'first' | 'after';
  /** True where the number for danger to life is named too. */
  readonly emergency: boolean;
  /** True where the hotline to name first is one that asks for no name. */
  readonly noName: boolean;
  readonly comfort: 'fault' | 'friend' | 'shared' | 'parent';
  /** Whose opening sentences are offered; `outside` are the teen's, to somebody who lives elsewhere. */
  readonly say: 'teen' | 'outside' | 'friend' | 'parent';
  /** In the next ten minutes, in order: `help-page.do.*`. */
  readonly do: readonly string[];
  /** `help-page.dont.*`. */
  readonly dont: readonly string[];
  readonly reach: readonly ReachKind[];
  /** Situations that often come with this one. */
  readonly next: readonly SituationId[];
};
