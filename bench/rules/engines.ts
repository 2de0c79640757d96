import { type Flat, fitOf, judge, type Question, type Seeker } from 'einzug'
import type { Graph } from 'einzug/matching'
import { graphOf } from '../../src/allocation/graph.ts'
import { preferences, rules } from './predicates.ts'

/** Everyone builds the same arrays: who may have what, and how well it fits. */
export type Pairs = Pick<Graph, 'offsets' | 'heads' | 'fit'>

/** Asks about every pair, one after the other. */
const doubleLoop =
  (
    allowed: (question: Question, seeker: Seeker, flat: Flat) => boolean,
    pointsOf: (question: Question, seeker: Seeker, flat: Flat) => number,
  ) =>
  (question: Question): Pairs => {
    const { seekers, flats = [] } = question
    const offsets = new Int32Array(seekers.length + 1)
    const heads: Array<number> = []
    const fits: Array<number> = []
    for (const [row, seeker] of seekers.entries()) {
      for (const [column, flat] of flats.entries()) {
        if (!allowed(question, seeker, flat)) continue
        heads.push(column)
        fits.push(pointsOf(question, seeker, flat))
      }
      offsets[row + 1] = heads.length
    }
    return { offsets, heads: Int32Array.from(heads), fit: Int32Array.from(fits) }
  }

/** How the pairs are found, einzug first. */
export const engines = {
  /** What `pose` does with them: the policy compiled to columns. */
  columns: ({ policy, seekers, flats = [], on }: Question): Pairs => {
    const graph = graphOf(
      policy,
      seekers,
      flats.map(flat => ({ flat, room: 0 })),
      on,
      {},
    )
    if (graph._tag === 'Left') throw new Error(graph.left._tag)
    return graph.right
  },
  /** The same rules and preferences as plain functions. */
  predicates: doubleLoop(
    (_, seeker, flat) => rules.every(rule => rule(seeker, flat)),
    (_, seeker, flat) => preferences.reduce((sum, preference) => sum + preference(seeker, flat), 0),
  ),
  /** einzug's own verdict on each pair, the law that columns must keep. */
  judge: doubleLoop(
    ({ policy, on }, seeker, flat) =>
      policy.rules.every(rule => judge(rule, seeker, flat, on)._tag !== 'Fails'),
    ({ policy, on }, seeker, flat) => fitOf(policy.preferences, seeker, flat, on).total,
  ),
} satisfies Readonly<Record<string, (question: Question) => Pairs>>

export type EngineName = keyof typeof engines

/** The greatest size an engine is asked for: a double loop over 50,000 × 50,000 takes minutes. */
export const most: Readonly<Record<EngineName, number>> = { columns: 1e6, predicates: 10_000, judge: 1_000 }
