// When the next step comes: after the time it takes to read, when a person taps, or at once.

/** Silent reading, in milliseconds a character: 200 words of 6 characters a minute, the pace of a ten-year-old. */
const PER_CHARACTER = 50;
/** Khmer writes more sound into a character and no spaces between words. */
const PER_KHMER_CHARACTER = 70;
/** To look up and find the new line. */
const TO_NOTICE = 900;
/** No line needs longer. */
const LONGEST = 9_000;

/** Milliseconds to read a text. */
export function timeToRead(text: string): number {
  const khmer = /[\u1780-\u17ff]/.test(text);
  return Math.min(LONGEST, TO_NOTICE + [...text].length * (khmer ? PER_KHMER_CHARACTER : PER_CHARACTER));
}

/** The tour's clock: `wait` ends after its time; while paused, only at a `step` or when the tour goes on. */
export class Pace {
  #paused: boolean;
  #timer: NodeJS.Timeout | undefined;
  #go: (() => void) | null = null;
  readonly #fast: boolean;

  constructor(options: { readonly fast: boolean; readonly paused: boolean }) {
    this.#fast = options.fast;
    this.#paused = options.paused;
  }

  get paused(): boolean {
    return this.#paused;
  }

  /** Pauses (a running wait then has no end of its own), or goes on at once. */
  toggle(): void {
    this.#paused = !this.#paused;
    if (this.#paused) clearTimeout(this.#timer);
    else this.#go?.();
  }

  /** Ends the present wait, paused or not. */
  step(): void {
    this.#go?.();
  }

  /** Waits `milliseconds`, or, where the tour is paused, for a tap. */
  async wait(milliseconds: number): Promise<void> {
    if (this.#fast && !this.#paused) return;
    await new Promise<void>((resolve) => {
      this.#go = resolve;
      if (!this.#paused) this.#timer = setTimeout(resolve, milliseconds);
    });
    clearTimeout(this.#timer);
    this.#go = null;
  }
}
