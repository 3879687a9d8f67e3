import { expect, it } from 'vitest';
import { requireSigned, withUpdateUrl } from './xpi';
import { readZip, textOf, writeZip } from './zips';

const bytes = (text: string) => new Uint8Array(Buffer.from(text));
const MANIFEST = {
  version: '1.2.3',
  browser_specific_settings: { gecko: { id: 'a@b' }, gecko_android: { strict_min_version: '142.0' } },
};
const zip = (more = {}) => writeZip({ 'manifest.json': bytes(JSON.stringify(MANIFEST)), ...more });

it('adds the address of the updates and changes nothing else', () => {
  const files = readZip(withUpdateUrl(zip({ 'a.js': bytes('1') }), 'https://a.example/updates.json'));
  expect(textOf(files, 'a.js')).toBe('1');
  expect(JSON.parse(textOf(files, 'manifest.json'))).toEqual({
    ...MANIFEST,
    browser_specific_settings: {
      ...MANIFEST.browser_specific_settings,
      gecko: { id: 'a@b', update_url: 'https://a.example/updates.json' },
    },
  });
});

it('takes a signed file of the right version alone', () => {
  const signed = zip({ 'META-INF/mozilla.rsa': bytes('signature') });
  expect(() => requireSigned(signed, 'a@b', '1.2.3')).not.toThrow();
  expect(() => requireSigned(zip(), 'a@b', '1.2.3')).toThrow('not signed');
  expect(() => requireSigned(signed, 'a@b', '1.2.4')).toThrow('a@b 1.2.3, not a@b 1.2.4');
  expect(() => requireSigned(signed, 'c@d', '1.2.3')).toThrow('not c@d 1.2.3');
});
