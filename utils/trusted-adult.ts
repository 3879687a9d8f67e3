// An adult whom the teen may name, to be reminded of on the help page. Kept on this device, never exported.

/** Characters; longer ones are no name and no number. */
export const NAME_LENGTH = 60;
export const NUMBER_LENGTH = 40;

export type TrustedAdult = {
  readonly name: string;
  /** As the teen typed it; may be empty. */
  readonly number: string;
};
