import type { Either } from 'fp-ts/Either'
import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import type { Cents, Flat } from '../../domain/flat.ts'
import type { FlatId } from '../../domain/id.ts'
import type { ArraysError, Flaw } from '../../matching/index.ts'
import type { Candidate, LiveError } from '../../matching/live/index.ts'
import type { Procedure } from '../../rule/policy.ts'
import { pairsByColumn } from '../explain/solution-of.ts'
import { graphOf } from '../graph.ts'
import type { Problem } from '../problem.ts'

/**
 * Why no advice can be given. `RepeatedFlat`: a candidate is on offer already, or named twice. `OtherProcedure`: the policy does not ask for the best allocation, which advice is about. `BadCount`: `k` is not a whole number from 0; `BadBudget`: the budget is not whole cents from 0.
 * `SolverFailed`: what the solver for budgets gave is no choice within the budget, or not worth what it says.
 *
 * @category errors
 */
export type AdviceError =
  | { readonly _tag: 'RepeatedFlat'; readonly flatId: FlatId }
  | { readonly _tag: 'OtherProcedure'; readonly procedure: Procedure }
  | { readonly _tag: 'BadCount' | 'BadBudget'; readonly found: number }
  | {
      readonly _tag: 'SolverFailed'
      readonly by: string
      readonly stated: number | null
      readonly found: number
    }
  | ArraysError
  | Flaw
  | LiveError

/**
 * Who may live in each of the flats, with fit, as columns to add to the problem: one for each unit, all alike. Time
 * O(households × flats × rules).
 */
export const candidatesOf = (
  problem: Problem,
  flats: ReadonlyArray<Flat>,
): Either<AdviceError, ReadonlyArray<Candidate>> => {
  const { procedure } = problem.policy
  if (procedure !== undefined) return E.left({ _tag: 'OtherProcedure', procedure })
  const taken = new Set(problem.homes.map(({ flat }) => flat.id))
  for (const flat of flats) {
    if (taken.has(flat.id)) return E.left({ _tag: 'RepeatedFlat', flatId: flat.id })
    taken.add(flat.id)
  }
  const { policy, seekers, on, predicates } = problem
  const homes = flats.map(flat => ({ flat, room: 0 }))
  return pipe(graphOf(policy, seekers, homes, on, predicates), E.map(pairsByColumn))
}

/**
 * What a flat costs a month: the gross cold rent where service charges are stated, else the cold rent.
 *
 * @example
 * ```ts
 * import { type Flat, monthlyRent } from 'einzug'
 * const flat = { id: 'F1', district: 'Mitte', area: 40, rooms: 1, rent: { cold: 35_000 } } as unknown as Flat
 * monthlyRent(flat) // => 35000
 * monthlyRent({ ...flat, rent: { cold: 35_000, serviceCharges: 6000 } }) // => 41000
 * ```
 * @category advice
 */
export const monthlyRent = ({ rent }: Flat): Cents => rent.cold + (rent.serviceCharges ?? 0)
