import Table from 'cli-table3'
import { allocateByPolicy, explain, type Outcome, type Problem, pose, sentenceIn, verify } from 'einzug'
import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import * as O from 'fp-ts/Option'
import type { Rejection } from '../sheets/csv.ts'
import * as sheet from '../sheets/files.ts'

export interface Files extends sheet.Files {
  readonly policy: string
  readonly json: boolean
}

const run = (
  files: Files,
): sheet.Read<{
  readonly problem: Problem
  readonly allocation: Outcome
  readonly rejected: ReadonlyArray<Rejection>
}> =>
  pipe(
    E.Do,
    E.bind('policy', () => sheet.readPolicy(files.policy)),
    E.bind('town', () => sheet.readTown(files)),
    E.chain(({ policy, town: { rejected, ...question } }) =>
      pipe(
        pose({ ...question, policy }),
        E.mapLeft(error => `the problem cannot be posed: ${JSON.stringify(error)}`),
        E.map(problem => ({ problem, allocation: allocateByPolicy(problem), rejected })),
      ),
    ),
  )

/** Allocates from spreadsheets and prints what came of it. Returns the exit code. */
export const sheets = (files: Files): number => {
  const outcome = run(files)
  if (E.isLeft(outcome)) {
    console.error(outcome.left)
    return 1
  }
  const { problem, allocation, rejected } = outcome.right
  for (const rejection of rejected) console.error(sheet.rejectionSentence(rejection))

  const { household: reasonOf } = explain(problem, allocation)
  const unplaced = allocation.unplaced.map(household => {
    const reason = pipe(reasonOf(household), O.fromEither, O.toNullable)
    return {
      household,
      reason: reason?._tag ?? '',
      sentence: reason === null ? '' : sentenceIn('en')(reason),
    }
  })
  const checked = E.isRight(verify(problem, allocation)) ? 'verified' : 'refuted'
  const inTurn = problem.policy.procedure === 'in turn'
  if (files.json) {
    const { proof: _, placements, totals } = allocation
    console.log(
      JSON.stringify({
        on: problem.on,
        policy: problem.policy.name,
        ...totals,
        ...(inTurn ? { walk: checked } : { proof: checked }),
        allocated: placements,
        unplaced,
        rejected,
      }),
    )
  } else print(allocation, unplaced, `${inTurn ? 'allocated in turn, the walk' : 'proof'} ${checked}`)
  return rejected.length > 0 ? 2 : 0
}

const print = (
  { totals, placements }: Outcome,
  unplaced: ReadonlyArray<{ readonly household: string; readonly sentence: string }>,
  checked: string,
): void => {
  const placed = new Table({ head: ['household', 'flat', 'fit'], style: { head: [], border: [] } })
  for (const { householdId, flatId, fit } of placements) placed.push([householdId, flatId, fit])
  const waiting = new Table({
    head: ['household', 'why it has no flat'],
    colWidths: [14, 94],
    wordWrap: true,
    style: { head: [], border: [] },
  })
  for (const { household, sentence } of unplaced) waiting.push([household, sentence])
  console.log(placed.toString())
  if (unplaced.length > 0) console.log(waiting.toString())
  console.log(
    `${totals.placements} of ${totals.households} households (${totals.personsHoused} of ${totals.persons} persons) ` +
      `placed in ${totals.flats} flats; ${totals.compatiblePairs} pairs were possible; ${checked}`,
  )
}
