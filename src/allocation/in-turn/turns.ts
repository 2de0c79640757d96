import type { Problem } from '../problem.ts'

/** The rows in the order of their turns: by rank, those of one rank as they stand, by id. */
export const turnsOf = ({ ranked: { rank } }: Problem): Int32Array =>
  Int32Array.from(rank.keys()).sort((a, b) => (rank[a] as number) - (rank[b] as number) || a - b)
