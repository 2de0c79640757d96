import type { Either } from 'fp-ts/Either'
import * as E from 'fp-ts/Either'
import type { Matching } from '../matching/index.ts'
import type { AllocationFlaw } from './flaw.ts'
import type { Outcome } from './outcome.ts'
import type { Problem } from './problem.ts'

/** Households and homes by id: where each stands in the problem. */
export const indexOf = (problem: Problem) => ({
  rowOf: new Map(problem.seekers.map(({ household }, row) => [household.id, row])),
  columnOf: new Map(problem.homes.map(({ flat, room }, column) => [`${room} ${flat.id}`, column])),
})

/** An allocation as a matching of rows and columns, if it accounts for each household once and names homes on offer. */
export const matchingOf = (problem: Problem, allocation: Outcome): Either<AllocationFlaw, Matching> => {
  const index = indexOf(problem)
  const columnOf = new Int32Array(problem.seekers.length).fill(-1)
  const rowOf = new Int32Array(problem.homes.length).fill(-1)
  const seen = new Set<string>()

  for (const { householdId, flatId, room } of allocation.placements) {
    const row = index.rowOf.get(householdId)
    const column = index.columnOf.get(`${room} ${flatId}`)
    if (row === undefined) return E.left({ _tag: 'UnknownHousehold', householdId })
    if (column === undefined) return E.left({ _tag: 'UnknownFlat', flatId, room })
    if (seen.has(householdId)) return E.left({ _tag: 'NotOnce', householdId })
    seen.add(householdId)
    columnOf[row] = column
    rowOf[column] = row
  }
  for (const householdId of allocation.unplaced) {
    if (!index.rowOf.has(householdId)) return E.left({ _tag: 'UnknownHousehold', householdId })
    if (seen.has(householdId)) return E.left({ _tag: 'NotOnce', householdId })
    seen.add(householdId)
  }
  const missing = problem.seekers.find(({ household }) => !seen.has(household.id))
  return missing === undefined
    ? E.right({ columnOf, rowOf })
    : E.left({ _tag: 'NotOnce', householdId: missing.household.id })
}
