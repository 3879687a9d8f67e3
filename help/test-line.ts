// A line that tests change one thing of: sure, always open, for anyone, with no caveat. Its number is nobody's. Not shipped.
import type { HelpLine } from './types';

const PLAIN: HelpLine = {
  ...{ id: 'line', kind: 'helpline', name: 'Line', nativeName: null, phone: '000', press: null, sms: null },
  ...{ textKeyword: null, email: null, url: null, chatUrl: null, hours: 'always', hoursZone: null },
  ...{ languages: ['en'], forWhom: 'anyone', anonymous: null, free: null, confidence: 'high', asOf: null },
  ...{ dialled: null, unverifiedFields: [], limits: [], standsIn: null, emergency: false },
};

/** That line, but for what `change` says. */
export function testLine(change: Partial<HelpLine>): HelpLine {
  return { ...PLAIN, ...change };
}
