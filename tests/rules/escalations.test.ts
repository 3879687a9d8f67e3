// Combinations that raise a level by themselves, each with everyday talk that looks alike and must not. What the classifier
// makes of the same words is another matter (classifier.test.ts).
import { describe, expect, test } from 'vitest';
import { alertsByPhrases, loudestOf } from './replayed';

const levelOf = (lines: readonly string[]) => loudestOf(alertsByPhrases(lines));

describe('caution', () => {
  test.each([
    ['a picture, and nobody may know', 'send me a photo of yourself and dont tell anyone about us'],
    ['a picture, for money', 'i am a talent scout looking for new actors and models, send me photos of you'],
  ])('%s', (_, text) => expect(levelOf([text])).toBe('caution'));
  test.each([
    [
      'silence, and the family made small',
      ['your parents dont understand you like i do', 'dont tell your mum about our chats'],
    ],
    [
      'pictures held, by somebody who was blocked',
      ['why did you block me', 'i have the pictures from your party'],
    ],
    [
      'a job for a child, and where to write',
      ['easy job for girls age 14 to 17, 100 dollars a day, dm me on telegram'],
    ],
    ['sexual words to a child of 13', ['me: im 13', 'have you ever kissed anyone']],
    ['a talk that turns, to a child of 13', ['me: im 13', 'do you ever get in the mood']],
    ['another app, and silence', ['lets move to discord, dont tell ur parents']],
    [
      'another app, and soon after it silence',
      ['can we talk on whatsapp', 'me: sure', 'delete this chat after'],
    ],
    ['another app, and silence, in Khmer', ['តោះប្តូរទៅ Telegram កុំប្រាប់អ្នកណា']],
    [
      'kisses, and silence',
      ['have you ever kissed a boy', 'me: no', 'i could teach you. dont tell your mom'],
    ],
    [
      'nobody at home, and what one sleeps in',
      ['are your parents home', 'me: no', 'what do you wear in bed'],
    ],
    [
      'nobody at home, and a visit that nobody may hear of',
      ['are your parents home', 'me: no', 'can i come over? dont tell anyone'],
    ],
    [
      'modelling, and the body',
      [
        'what size bra do you wear',
        'me: why',
        'i work for a modelling agency and we pay well for new models',
      ],
    ],
    [
      'a meeting that is not said to be alone, and a story for the parents',
      ['tell mum practice is until 6', 'lets meet at the mall'],
    ],
    [
      'a picture that is owed for another',
      ['i sent you mine now its your turn', 'me: i dont feel comfortable', 'you owe me'],
    ],
  ])('%s', (_, texts) => expect(levelOf(texts)).toBe('caution'));
});

describe('danger', () => {
  test.each([
    [
      'two signs in one turn of phrase: a meeting by night, behind the family',
      ['slip out after your parents are asleep and i will be waiting at the end of your road'],
    ],
    [
      'a meeting alone, and a story for the parents',
      ['tell mum practice is until 6', 'come alone to the car park'],
    ],
    ['pictures held, and silence', ['i have your nudes', 'dont tell your parents']],
    ['blocking forbidden, and money', ['dont even think about blocking me', 'send me 200 dollars now']],
    ['money, and an intimate picture', ['send me 100 dollars', 'or send me a naked pic']],
    [
      'money, from somebody whose threat no list foresees, and a child that begs',
      [
        'big news day for your class tomorrow, hm?',
        'me: please dont, my dad cant see this',
        '250 on cashapp',
      ],
    ],
    [
      'money once more, and a promise to delete',
      ['me: you said you would delete it', 'another 100 on paypal'],
    ],
    ['money, and begging in Khmer', ['me: សូមកុំបង្ហោះអី បង', 'ផ្ញើលុយមក ៥០ ដុល្លារ']],
    ['telling forbidden, and ruin', ['if you tell anyone i will ruin your life']],
    ['a threat by condition', ['do what i say or your private pictures get shared with everyone']],
    ['a threat behind its condition', ["i'll share your private photos if you dont do what i say"]],
  ])('%s', (_, texts) => expect(levelOf(texts)).toBe('danger'));
});

test('every sign of a combination is shown, also where one turn of phrase holds them all', () => {
  const said = 'slip out after your parents are asleep and i will be waiting at the end of your road';
  expect(alertsByPhrases([said]).at(-1)?.signals).toEqual(['approach.alone', 'secrecy.hide', 'risk.parents']);
});

describe('calm', () => {
  test.each([
    ['an aunt on a video call', ['turn on your camera please. are you alone at home?']],
    ['a gift from far away', ['send me a pic of you in the dress i bought you, is mum home?']],
    [
      'a lift from the station',
      ["i'll buy you new shoes", 'get on the bus and i will meet you at the station'],
    ],
    ['a couple of one age', ['come over, just you and me', 'i got you a gift']],
    ['a best friend', ['nobody knows you like i do', 'you are very mature for your age']],
    ['best friends', ['have you ever kissed a boy', 'me: no', 'me neither, dont tell anyone lol']],
    ['another app, alone', ['lets move to discord, the voice is better there']],
    [
      'another app, and a surprise',
      ['switch to the other group chat on telegram, dont tell mia its her surprise party'],
    ],
    [
      'another app, and silence about something else much later',
      ['lets move to discord', 'me: ok', 'gg', 'me: gg', 'dont tell jake what i got him for his birthday'],
    ],
    ['a visit', ['are your parents home', 'me: no', 'can i come over?']],
    ['a party', ['are your parents home', 'me: no', 'what are you wearing to the party']],
    ['selfies of friends', ['i sent you mine, now send yours', 'me: haha ok']],
    ['a bra for sports', ['me: i need a sports bra', 'what size bra do you wear? i can lend you one']],
    [
      'a coach whose training ends late',
      ['tell your mum training finishes late today', 'meet me at the gate at 6'],
    ],
    ['a jacket', ['are you home alone', 'take off your jacket and hang it up please']],
    ['gossip', ['your parents are so unfair', 'dont tell your mum i said that']],
    [
      'siblings and a vase',
      ['you promised me you would help', 'it would be a shame if mum found out who broke the vase'],
    ],
    [
      'a bill, and a child without money',
      ['the pizza was 34, you owe me 8 on cashapp', 'me: i dont have money, please wait until friday'],
    ],
    ['a teasing cousin', ['me: delete that lol', 'pay me 5 dollars first haha']],
    ['a cake that nobody may see', ['50 each for the cake, by cashapp', 'me: dont post it before friday']],
    ['pictures held, and nothing else', ['i have the pictures from your party']],
    ['a job for grown-ups', ['easy job, 100 dollars a day, dm me on telegram']],
    ['a kiss among people of one age', ['me: im 13', 'im 13 too', 'have you ever kissed anyone']],
    ['a talk that turns among people of one age', ['me: im 13', 'im 13 too', 'do you ever get in the mood']],
    ['a game', ['new mission for you tonight', 'buy the steam card for the game']],
    ['a picture that goes out with somebody', ['i like your profile pic, go out with me']],
    ['what is sent to parents', ['i need to know before i send the installer to your parents']],
    ['a drawing for grandma', ['can i send your drawing to my grandma? she would love it']],
  ])('%s', (_, texts) => expect(levelOf(texts)).toBe('calm'));
});
