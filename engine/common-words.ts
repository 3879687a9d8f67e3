// Made by scripts/common-words.ts from our own benign conversations; do not edit.

/** Words of everyday talk, by how many times they stand in 1,000 words of their language at least. */
export const COMMON_WORDS: readonly (readonly [perThousand: number, words: string])[] = [
  [32, 'the ង យ'],
  [16, 'i u you ក ន ប ម រ អ'],
  [8, '<minor> <num> a and at for hery in is it me my ok on te to your ក់ ច ត ត់ នៅ ប់ ម៉ា ល ហា ហើ'],
  [
    4,
    '<adult> are ban bong can do dont eng have he her if im its mak mk mum no of one or ot oy photo send she so tell ur we what with yes កា ជា ញ ញ៉ុ ណា ទៅ បា ប្រា មា មួ រូ វ ស អា អូ អោ ឯ',
  ],
  [
    2,
    '$ 1 2 anh ask back be but by call come dad did from get good got haha hi him home how ill jea just kom like lol mean merl muoy na need ng not nov now only pa parents pay prab rub said says school see thank that thats then this time too tov up w was when will កុំ ខ គា គុ គេ គ្នា គ្រូ ង់ ដឹ ដែ ណ តា តែ ថ ថា ថ្ងៃ ទេ ធ្វើ និ បើ ប៉ា ប្អូ ផ្ញើ ផ្ទះ ព ពិ ភា មិ មុ មើ យា លា លុ លេ ល់ សា សិ ស់ ហ្នឹ អី អ្ន ៗ 😂',
  ],
];
