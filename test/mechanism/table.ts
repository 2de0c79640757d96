// What the table in the README speaks of: its mechanisms, each with what it goes by, and its properties.
import { type Graph, type Result, rankedProblem, solve } from 'einzug/matching'
import {
  augmentingPath,
  blockingPair,
  deferredAcceptance,
  firstComeFirstServed,
  individualLoss,
  justifiedEnvy,
  manipulation,
  maximumStable,
  type Outcome,
  type Priorities,
  paretoImprovement,
  serialDictatorship,
  topTradingCycles,
} from 'einzug/mechanism'
import { right } from '../matching/instances.ts'
import type { Instance } from './instances.ts'

export interface Mechanism {
  /** On the graph as told by its rows; `pairs` are the numbers that its pairs have in the true one. */
  readonly run: (instance: Instance, told: Graph, pairs: Int32Array) => Result<unknown, Outcome>
  /** Whom it puts first: what envy and stability are measured by. */
  readonly priorities: (instance: Instance) => Priorities
}

const byOrder = ({ order }: Instance): Priorities => ({ ofRows: order.map((_, row) => order.indexOf(row)) })

const largestFirst = ({ sizes }: Instance): Priorities => ({ ofRows: sizes.map(size => 100 - size) })

const proposing = (side: 'rows' | 'columns'): Mechanism => ({
  run: ({ priorities }, told, pairs) => {
    const ofPairs = Array.from(pairs, pair => priorities[pair] ?? -1)
    return deferredAcceptance(told, { ofPairs }, { proposing: side })
  },
  priorities: ({ priorities }) => ({ ofPairs: priorities }),
})

/** By the names in the first column of the table. */
export const mechanisms: Readonly<Record<string, Mechanism>> = {
  serialDictatorship: { run: ({ order }, told) => serialDictatorship(told, order), priorities: byOrder },
  firstComeFirstServed: { run: ({ order }, told) => firstComeFirstServed(told, order), priorities: byOrder },
  topTradingCycles: { run: (tenants, told) => topTradingCycles(told, tenants), priorities: byOrder },
  'deferredAcceptance, rows propose': proposing('rows'),
  'deferredAcceptance, columns propose': proposing('columns'),
  maximumStable: { run: ({ sizes }, told) => maximumStable(told, sizes), priorities: largestFirst },
  solve: {
    run: ({ order }, told) => {
      const problem = rankedProblem(
        told,
        order.map((_, row) => order.indexOf(row)),
      )
      return problem._tag === 'Left' ? problem : { _tag: 'Right', right: solve(problem.right) }
    },
    priorities: byOrder,
  },
}

/** By the names in the first line of the table: the audit, and the case in which it falls short, if there is one. */
export const properties: Readonly<Record<string, (mechanism: Mechanism, instance: Instance) => unknown>> = {
  'most placed': (mechanism, instance) =>
    right(augmentingPath(instance.graph, outcomeOf(mechanism, instance))),
  'no justified envy': (mechanism, instance) =>
    right(justifiedEnvy(instance.graph, mechanism.priorities(instance), outcomeOf(mechanism, instance))),
  'Pareto-efficient': (mechanism, instance) =>
    right(paretoImprovement(instance.graph, outcomeOf(mechanism, instance))),
  'no tenant loses': (mechanism, instance) =>
    right(individualLoss(instance.graph, instance.endowment, outcomeOf(mechanism, instance))),
  stable: (mechanism, instance) =>
    right(blockingPair(instance.graph, mechanism.priorities(instance), outcomeOf(mechanism, instance))),
  'strategy-proof': (mechanism, instance) =>
    right(manipulation(instance.graph, (told, pairs) => mechanism.run(instance, told, pairs))),
}

const outcomeOf = (mechanism: Mechanism, instance: Instance): Outcome =>
  right(
    mechanism.run(
      instance,
      instance.graph,
      instance.graph.heads.map((_, k) => k),
    ),
  )
