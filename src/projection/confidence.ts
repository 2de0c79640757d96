/**
 * How sure an interval is to hold what it is about, over many figures: 0.95 means in 95 of 100.
 *
 * @category model
 */
export type Confidence = 0.8 | 0.9 | 0.95 | 0.99

const scores: Readonly<Record<Confidence, number>> = {
  0.8: 1.2815515655446004,
  0.9: 1.6448536269514722,
  0.95: 1.959963984540054,
  0.99: 2.5758293035489004,
}

/**
 * How many standard deviations a two-sided interval reaches to each side: the quantile (1 + confidence) / 2 of the
 * normal.
 */
export const standardScore = (confidence: Confidence): number => scores[confidence]
