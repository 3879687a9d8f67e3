// How much evidence it takes, by the person's own choice.

/** Sum of log-likelihood ratios from which the weights alone reach `caution`. */
export const SENSITIVITY = { fewer: 5.9, standard: 4.5, more: 3.6 } as const;
/** What the choice adds to the bar of a look: a share of what it adds to that of the weights. */
const LOOK_SHARE = 0.4;

/** What is added to the bar of a look (look-bars.ts), in log-odds. @param cautionFrom one of SENSITIVITY */
export function lookExtra(cautionFrom: number): number {
  return LOOK_SHARE * (cautionFrom - SENSITIVITY.standard);
}
