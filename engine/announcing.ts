// Which written words announce a phrase: the words of its anchor, with their forms.
import type { WordSets } from './unpack';

/** All written words that stand for a word of an anchor, each once. */
export class Announcing {
  /** Those of the anchor that was asked for last: the first so many of it. */
  readonly words: Uint16Array;
  /** Counts the anchors asked for; for each word the last one that it was taken for. */
  private round = 0;
  private readonly rounds: Int32Array;
  private count = 0;

  /** @param anchors those that searches name by number, without their forms; @param forms of each word, but for itself */
  constructor(
    private readonly anchors: WordSets,
    private readonly forms: WordSets,
  ) {
    this.words = new Uint16Array(forms.count);
    this.rounds = new Int32Array(forms.count);
  }

  /** Fills `words`; how many there are. */
  gather(anchor: number): number {
    const { anchors, forms } = this;
    this.round += 1;
    this.count = 0;
    const end = anchors.begins[anchor + 1] as number;
    for (let k = anchors.begins[anchor] as number; k < end; k += 1) {
      const word = anchors.ids[k] as number;
      this.take(word);
      const last = forms.begins[word + 1] as number;
      for (let f = forms.begins[word] as number; f < last; f += 1) this.take(forms.ids[f] as number);
    }
    return this.count;
  }

  private take(word: number): void {
    if (this.rounds[word] === this.round) return;
    this.rounds[word] = this.round;
    this.words[this.count] = word;
    this.count += 1;
  }
}
