import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { splitWords } from './normalise';

describe('splitWords', () => {
  test.each([
    ['Don’t TELL', ['dont', 'tell']],
    ["don't tell", ['dont', 'tell']],
    ['ѕеnd mе', ['send', 'me']],
    ['se\u200bnd pic\u00adture', ['send', 'picture']],
    ['🅢🅔🅝🅓 𝓹𝓲𝓬𝓼', ['send', 'pics']],
    ['café', ['cafe']],
    ['$1,000?', ['$', '1000', '?']],
    ["im 5'4 or 6’10", ['im', "5'4", 'or', "6'10"]],
    ["the 80's, 1'000", ['the', '80s', '1000']],
    ['p@ss a$$', ['p@ss', 'a$$']],
    ['SEND it to İstanbul', ['send', 'it', 'to', 'istanbul']],
    ['1.000 on 14.10.26', ['1000', 'on', '141026']],
    ['im 13.5, not 6.2 or 1.5m', ['im', '13', 'not', '6.2', 'or', '1m']],
    ['ok 📷 now', ['ok', '📷', 'now']],
    ['កុំប្រាប់ម៉ាក់', ['កុំ', 'ប្រា', 'ប់', 'ម៉ា', 'ក់']],
    ['កុំ\u200bប្រាប់', ['កុំ', 'ប្រា', 'ប់']],
    ['អាយុ១៣', ['អា', 'យុ', '13']],
    ['a.b-c', ['a', 'b', 'c']],
    ['s€nd £20, 20€ ok', ['send', '$', '20', '20', '$', 'ok']],
    ['ｄｏｎ＇ｔ', ['dont']],
    ['', []],
  ])('cuts %j', (text, words) => {
    expect(splitWords(text).words).toEqual(words);
  });

  // As web pages for "fancy text" write them. Left out: letters of scripts that are read in letter groups (ค, 卂).
  test.each([
    'ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘqʀꜱᴛᴜᴠᴡxʏᴢ',
    'αвc∂єfgнιנкℓмησρqяѕтυνωχуz',
    '₳฿₵ĐɆ₣₲ⱧIJ₭Ⱡ₥₦Ø₱QⱤ₴₮ɄV₩ӾɎⱫ',
    'ᗩᗷᑕᗪEᖴGᕼIᒍKᒪᗰᑎOᑭᑫᖇᔕTᑌᐯᗯ᙭Yᘔ',
    'ǟɮƈɖɛʄɢɦɨʝӄʟʍռօքզʀֆȶʊʋաӼʏʐ',
    'ᏗᏰፈᎴᏋᎦᎶᏂᎥᏠᏦᏝᎷᏁᎧᎮᎤᏒᏕᏖᏬᏉᏇጀᎩፚ',
    'ĂβČĎĔFĞĤĨĴĶĹМŃŐРQŔŚŤÚVŴЖŶŹ',
    'ΛBᄃDΣFGΉIJKᄂMПӨPQЯƧTЦVЩXYZ',
    '⒜⒝⒞⒟⒠⒡⒢⒣⒤⒥⒦⒧⒨⒩⒪⒫⒬⒭⒮⒯⒰⒱⒲⒳⒴⒵',
    'ΑΒCDΕFGΗΙJΚLΜΝΟΡQRSΤUVWΧΥΖ',
  ])('reads %s as the alphabet', (letters) => {
    expect(splitWords(letters).words).toEqual(['abcdefghijklmnopqrstuvwxyz']);
  });

  test.each([
    ['សូុំុំ', 'សូុំ'],
    ['ភេាះ', 'ភោះ'],
    ['ភាេះ', 'ភោះ'],
    ['ផ្ញីេ', 'ផ្ញើ'],
    ['ម៉េេ', 'ម៉ែ'],
    ['\u17a3ត់', 'អត់'],
    ['\u17a4យុ', 'អាយុ'],
    ['កុ\u17d3', 'កុំ'],
  ])('reads %j, which is drawn alike, as %j', (written, drawn) => {
    expect(splitWords(written).words).toEqual(splitWords(drawn).words);
  });

  test.each([
    ['عــمــري', 'عمري'],
    ['عُمْرِي', 'عمري'],
    ['أنت', 'انت'],
    ['کیف', 'كيف'],
    ['صورة', 'صوره'],
    ['علی', 'على'],
    ['ﻋﻤﺮﻱ', 'عمري'],
  ])('reads %s, as Arabic is drawn out, marked or typed on other keyboards, as %s', (written, plain) => {
    expect(splitWords(written).words).toEqual(splitWords(plain).words);
  });

  test('reads several orders of the same Khmer marks alike', () => {
    expect(splitWords('ម៉ាក់').words).toEqual(splitWords('ម\u17b6\u17c9ក់').words);
    expect(splitWords('ផ្ញើ').words).toEqual(splitWords('ផ្ញេ\u17b8').words);
  });

  test('keeps, for any text, spans that lie in the text and in order', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        const { words, starts, ends } = splitWords(text);
        expect(starts.length).toBe(words.length);
        let last = 0;
        for (let i = 0; i < words.length; i += 1) {
          expect(starts[i]).toBeGreaterThanOrEqual(last);
          expect(ends[i]).toBeGreaterThan(starts[i] ?? 0);
          expect(ends[i]).toBeLessThanOrEqual(text.length);
          last = starts[i] ?? 0;
        }
      }),
    );
  });

  test('gives the same words for upper and lower case Latin', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'abcXYZ 0123.,!?') }), (text) => {
        expect(splitWords(text.toUpperCase()).words).toEqual(splitWords(text.toLowerCase()).words);
      }),
    );
  });
});
