import type { Either } from 'fp-ts/Either'
import * as E from 'fp-ts/Either'
import type { Cents, Flat } from '../../domain/flat.ts'
import type { FlatId } from '../../domain/id.ts'
import { solve } from '../../matching/index.ts'
import { type Candidate, type LiveMatching, live } from '../../matching/live/index.ts'
import { newIds } from '../explain/new-ids.ts'
import type { Problem } from '../problem.ts'
import { type AdviceError, candidatesOf } from './candidates.ts'

/**
 * A kind of flat: rooms and bedrooms, area in square metres, cold rent, and whether it is step-free.
 *
 * @category model
 */
export interface Kind {
  readonly rooms: number
  readonly bedrooms: number
  readonly area: number
  readonly rent: Cents
  readonly stepFree: boolean
}

/**
 * How much a kind of flat is missing: the households and persons that one more of it would house in addition, and `k`
 * more of it.
 *
 * @category model
 */
export interface MissingKind {
  readonly kind: Kind
  readonly persons: number
  readonly ofMany: { readonly households: number; readonly persons: number }
}

/**
 * What {@link templates} looks at.
 *
 * @category model
 */
export interface TemplateOptions {
  /** How many more of a kind. Default: 5. */
  readonly k?: number
  /** The kinds. Default: {@link usualKinds}. */
  readonly kinds?: ReadonlyArray<Kind>
  /** Where they lie. Default: the district of the first flat on offer. */
  readonly district?: string
}

/**
 * 1 to 6 rooms, 30 to 130 m² and a cold rent of 300 to 1,200 EUR in steps of 10 m² and 100 EUR, step-free or not.
 *
 * @category advice
 */
export const usualKinds: ReadonlyArray<Kind> = /* @__PURE__ */ [1, 2, 3, 4, 5, 6].flatMap(rooms =>
  Array.from({ length: 11 }, (_, k) => 30 + 10 * k).flatMap(area =>
    Array.from({ length: 10 }, (_, k) => 30_000 + 10_000 * k).flatMap(rent =>
      [false, true].map(stepFree => ({ rooms, bedrooms: Math.max(1, rooms - 1), area, rent, stepFree })),
    ),
  ),
)

/**
 * What kind of flat is missing most: by the persons that one more of it would house, then by those that `k` more of it
 * would. Of kinds that the same households may live in, the one that asks least of the market stands for all: the
 * highest rent, then the smallest, not step-free. Kinds that would house nobody are left out.
 *
 * Exact: each kind is added to a live matching and taken away again. Time O(households × kinds × rules + pairs), and
 * 2 k changes for each kind that differs.
 *
 * @example
 * ```ts
 * import { either as E, function as F } from 'fp-ts'
 * import { pose, type Question, templates } from 'einzug'
 * const members = [{ id: 'P1', age: { known: 'group', group: 'adult' } }]
 * const seekers = ['H1', 'H2'].map(id => ({ household: { id, members }, regime: 'none', waitingSince: '2016-01-01' }))
 * const cap = { rule: 'atMost', name: 'cap', flat: 'coldRent', asks: { fixed: 450 }, unit: 'EUR' }
 * const policy = { name: 'capped', version: '1', rules: [cap], ranking: [], preferences: [] }
 * const problem = pose({ on: '2016-03-31', policy, seekers, flats: [] } as unknown as Question)
 * const missing = F.pipe(problem, E.chainW(each => templates(each)))
 * const kind = { rooms: 1, bedrooms: 1, area: 30, rent: 40_000, stepFree: false }
 * missing // => E.right([{ kind, persons: 1, ofMany: { households: 2, persons: 2 } }])
 * ```
 * @category advice
 */
export const templates = (
  problem: Problem,
  { k = 5, kinds = usualKinds, district = problem.homes[0]?.flat.district ?? '' }: TemplateOptions = {},
): Either<AdviceError, ReadonlyArray<MissingKind>> => {
  if (!Number.isSafeInteger(k) || k < 1) return E.left({ _tag: 'BadCount', found: k })
  const inOrder = [...kinds].sort(asksLess)
  const newId = newIds(problem)
  const flats = inOrder.map((kind, at): Flat => {
    const { rent: cold, ...rest } = kind
    return { id: newId(`kind ${at + 1}` as FlatId), district, rent: { cold }, ...rest }
  })
  const candidates = candidatesOf(problem, flats)
  if (E.isLeft(candidates)) return candidates
  const town = live(problem.ranked, solve(problem.ranked))
  if (town._tag === 'Left') return town
  const seen = new Set<string>()
  const missing: Array<MissingKind> = []
  for (const [at, candidate] of candidates.right.entries()) {
    const households = candidate.map(([row]) => row).join()
    if (seen.has(households)) continue
    seen.add(households)
    const housed = housedBy(problem, town.right, candidate, k)
    if (E.isLeft(housed)) return housed
    const [first, ...others] = housed.right
    if (first === undefined) continue
    const persons = others.reduce((sum, each) => sum + each, first)
    missing.push({
      kind: inOrder[at] as Kind,
      persons: first,
      ofMany: { households: housed.right.length, persons },
    })
  }
  return E.right(
    missing.sort(
      (a, b) =>
        b.persons - a.persons ||
        b.ofMany.persons - a.ofMany.persons ||
        b.ofMany.households - a.ofMany.households,
    ),
  )
}

const asksLess = (a: Kind, b: Kind): number =>
  b.rent - a.rent ||
  a.area - b.area ||
  a.rooms - b.rooms ||
  a.bedrooms - b.bedrooms ||
  Number(a.stepFree) - Number(b.stepFree)

/** The persons of each household that is housed in addition as up to `k` of a column are added; they are taken away again. */
const housedBy = (
  { seekers }: Problem,
  town: LiveMatching,
  candidate: Candidate,
  k: number,
): Either<AdviceError, ReadonlyArray<number>> => {
  const housed: Array<number> = []
  const columns: Array<number> = []
  while (columns.length < k) {
    const added = town.insertColumn(candidate)
    if (added._tag === 'Left') return added
    columns.push(added.right.column)
    const placed = added.right.moves.find(({ from }) => from === -1)
    if (placed === undefined) break
    housed.push(seekers[placed.row]?.household.members.length ?? 0)
  }
  for (const column of columns.reverse()) town.removeColumn(column)
  return E.right(housed)
}
