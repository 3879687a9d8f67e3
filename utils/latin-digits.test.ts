import { expect, test } from 'vitest';
import { latinDigits } from './latin-digits';

test.each([
  ['០១២៣៤៥៦៧៨៩', '0123456789'],
  ['٠١٢٣٤٥٦٧٨٩', '0123456789'],
  ['๐๑๒๓๔๕๖๗๘๙', '0123456789'],
  ['４２', '42'],
  ['𝟎𝟗𝟘𝟙𝟡𝟶𝟿', '0901909'], // sets that stand end to end
  ['4a ៤ក ½', '4a 4ក ½'],
])('%s', (typed, read) => expect(latinDigits(typed)).toBe(read));
