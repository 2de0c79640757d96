import Table from 'cli-table3'
import {
  advise,
  allocateByPolicy,
  type BudgetChoice,
  explain,
  type Flat,
  formatAmount,
  type PoseError,
  type Problem,
  pose,
  type Question,
  sentenceIn,
  templates,
  verify,
} from 'einzug'
import * as E from 'fp-ts/Either'
import { entrants } from './entrants.ts'
import { measure } from './measure.ts'

/** Allocates under all policies side by side, explains some decisions, and says what to rent next. */
export const report = (question: Question, listings: ReadonlyArray<Flat>): E.Either<PoseError, string> => {
  const problem = pose(question)
  if (E.isLeft(problem)) return problem
  const placed = entrants.map(({ name, place }) => ({ name, outcome: place(question) }))
  const table = new Table({
    head: ['', 'households', 'persons', 'rank regret', 'mean fit'],
    style: { head: [], border: [] },
  })
  const reference = placed[0]?.outcome
  for (const { name, outcome } of placed) {
    if (E.isLeft(outcome) || reference === undefined || E.isLeft(reference)) continue
    const { households, persons, regret, meanFit } = measure(outcome.right, reference.right)
    table.push([name, households, persons, regret, meanFit.toFixed(1)])
  }
  const { seekers, homes, policy } = problem.right
  const persons = seekers.reduce((sum, { household }) => sum + household.members.length, 0)
  return E.right(
    [
      `${seekers.length} households (${persons} persons), ${homes.length} homes, policy ${policy.name}`,
      table.toString(),
      'Rank regret: households that the policy would house and this leaves without a flat.',
      '',
      ...reasons(problem.right),
      ...advice(problem.right, listings),
      ...kinds(problem.right),
    ].join('\n'),
  )
}

/** One of each kind of reason, in both languages. */
const reasons = (problem: Problem): ReadonlyArray<string> => {
  const allocation = allocateByPolicy(problem)
  const { household, flat } = explain(problem, allocation)
  const told = new Map<string, string>()
  const tell = (name: string, reason: ReturnType<typeof household> | ReturnType<typeof flat>): void => {
    if (E.isLeft(reason) || told.has(reason.right._tag)) return
    const [english, german] = [sentenceIn('en')(reason.right), sentenceIn('de')(reason.right)]
    told.set(reason.right._tag, `${name}: ${english}\n${name}: ${german}\n`)
  }
  for (const { household: each } of problem.seekers.slice(0, 200)) tell(each.id, household(each.id))
  for (const { flat: each } of problem.homes.slice(0, 200)) tell(each.id, flat(each.id))
  return [
    `The allocation under the policy is ${E.isRight(verify(problem, allocation)) ? 'verified' : 'refuted'}. Some reasons:`,
    '',
    ...told.values(),
  ]
}

const advice = (problem: Problem, listings: ReadonlyArray<Flat>): ReadonlyArray<string> => {
  const monthlyBudget = 500_000
  const advised = advise(problem, listings, { k: 20, monthlyBudget })
  if (E.isLeft(advised)) return [`no advice: ${JSON.stringify(advised.left)}`]
  const { best, gap, budget } = advised.right
  const table = new Table({
    head: ['', 'flat', 'rent a month', 'houses', 'persons so far'],
    style: { head: [], border: [] },
  })
  let persons = 0
  for (const [at, { flatId, rent, houses, persons: more }] of best.entries()) {
    persons += more
    table.push([at + 1, flatId, formatAmount(rent, 'cent'), houses.join(', '), persons])
  }
  return [
    listings.every(({ roomsLet = 1 }) => roomsLet === 1)
      ? `Which of ${listings.length} listings to rent next; the first k of these are the best k:`
      : `Which of ${listings.length} listings to rent next; no others house more than ${gap} more:`,
    table.toString(),
    ...bought(budget),
    '',
  ]
}

const bought = (budget: BudgetChoice | null): ReadonlyArray<string> =>
  budget === null
    ? []
    : [
        `For ${formatAmount(budget.budget, 'cent')} a month: ${budget.steps.map(({ flatId }) => flatId).join(', ')} (${formatAmount(budget.spent, 'cent')}),`,
        `which house ${budget.value} more ${budget.counts}; no choice within it houses more than ${budget.bound}.`,
      ]

const kinds = (problem: Problem): ReadonlyArray<string> => {
  const missing = templates(problem, { k: 5 })
  if (E.isLeft(missing)) return [`no kinds: ${JSON.stringify(missing.left)}`]
  const table = new Table({
    head: ['bedrooms', 'm²', 'cold rent', 'step-free', 'one more houses', 'five more house'],
    style: { head: [], border: [] },
  })
  const seen = new Set<string>()
  for (const { kind, persons, ofMany } of missing.right) {
    const outcome = `${persons} ${ofMany.persons}`
    if (seen.has(outcome) || seen.size === 10) continue
    seen.add(outcome)
    const { bedrooms, area, rent, stepFree } = kind
    table.push([
      bedrooms,
      area,
      formatAmount(rent, 'cent'),
      stepFree ? 'yes' : 'no',
      `${persons} persons`,
      `${ofMany.persons} persons`,
    ])
  }
  return ['The kinds of flat that are missing most, one for each outcome:', table.toString()]
}
