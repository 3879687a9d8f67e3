// What the classifier adds to the phrases as they ship, both ways, on chats as they came to mind: no corpus holds them.
import held from 'virtual:rules';
import { describe, expect, test } from 'vitest';
import { createHearer } from '../../scripts/evaluation/cries';
import { shippedReader } from '../shipped-rules';
import { alertsByPhrases, alertsIn, loudestOf } from './replayed';

test('it ships', () => expect(held.packs[0]).toContain('"classifier":{'));

describe('warns where no combination of phrases does', () => {
  test.each([
    [
      'a stranger who wants proof of her looks',
      'caution',
      [
        ...['hey cutie, you up', 'me: yeah who r u', 'friend of zoe. shes asleep lol. she said ur single'],
        ...['me: haha maybe', 'prove it. show me what u got on', 'me: no', 'relax its snap it goes away'],
      ],
    ],
    [
      'a friend whose account was taken',
      'danger',
      [
        ...['bro i got hacked, i need 200 in steam cards or they post my stuff', 'me: what stuff'],
        'the ones you sent me too. they have all of it',
      ],
    ],
    [
      'somebody who comes between a child and its parents',
      'caution',
      [
        ...['did you tell your parents about me', 'me: no'],
        ...['good. they would take your phone. you and me have something they dont get', 'me: yeah'],
        'call me when they sleep',
      ],
    ],
    [
      'a threat that is put as a question',
      'danger',
      [
        ...['what would your class say if they saw our chat', 'me: please dont'],
        'then do the same as yesterday. camera on at 9',
      ],
    ],
  ] as const)('%s', (_, level, lines) => {
    expect(loudestOf(alertsByPhrases(lines))).not.toBe(level);
    expect(alertsIn(lines).some((alert) => alert.level === level)).toBe(true);
  });
});

test('holds back what phrases alone would warn of: a coach who wants a picture for a form', () => {
  const lines = [
    'Hi Mia, this is coach Dan. Can you ask your mum to send the consent form and a passport photo by Friday? Otherwise I cannot register you.',
    'me: ok i tell her',
  ];
  expect(loudestOf(alertsByPhrases(lines))).toBe('caution');
  expect(alertsIn(lines)).toEqual([]);
});

describe('stays calm', () => {
  test.each([
    [
      'a debt between brothers',
      ['u owe me a tenner', 'me: ik', 'pay by friday or i tell mum u broke the window lol'],
    ],
    [
      'an uncle who asks the age',
      ['how old are you now?', 'me: 13 on monday', 'are your parents home? i want to call about the party'],
    ],
    [
      'a couple',
      ['miss you babe', 'me: miss u too', 'send me a pic', 'me: from work? lol', 'yes you look cute in it'],
    ],
    [
      'a picture from the bus',
      ['i am going to post the picture of you asleep on the bus', 'haha pay me in crisps'],
    ],
    ['a mother, in Khmer', ['កូន ម៉ាក់មកដល់ម៉ោង៥ នៅផ្ទះចាំណា', 'me: ចាស៎', 'ផ្ញើរូបសៀវភៅសិក្ខាមកម៉ាក់មើល']],
    ['a debt, in Khmer', ['ជំពាក់លុយអញ ១០០០០ ថ្ងៃសៅរ៍មកសងផង', 'me: អូខេ', 'បើមិនសង អញប្រាប់ម៉ាក់ឯង ហាហា']],
  ])('%s', (_, lines) => expect(alertsIn(lines)).toEqual([]));
});

describe('what a child says of itself', () => {
  const hears = createHearer(shippedReader);
  test.each([
    'they all have the pics now. i dont want to see tomorrow',
    'my family deserves a better daughter than me, i want to be gone',
    'everyone would have it easier if i wasnt around anymore',
    'nothing matters anymore and im so tired of being alive',
    'ខ្ញុំមិនចង់ឃើញថ្ងៃស្អែកទេ',
  ])('is heard as despair: %s', (text) => expect(hears(text)).toBe(true));
  test.each([
    'my phone died and the bus is late',
    'tomorrow is my last day at this school',
    'i am so tired of maths i could sleep for a week',
    'the ending of that film killed me',
    'ហត់ណាស់ ចង់គេង',
  ])('is no despair: %s', (text) => expect(hears(text)).toBe(false));
});
