import type { IsoDay, Seeker } from 'einzug'
import { decode, Seeker as SeekerCodec } from 'einzug/codec'
import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import { fields, type Misread, reader, type Value } from './cell.ts'
import type { Cell, CountColumns, HouseholdColumns, MemberColumns } from './columns.ts'
import type { Line, Sheet } from './csv.ts'
import { idOf, misreadOf, type Outcome, readRows, rejections } from './row.ts'

/** The households of a sheet, as seekers on a day: one row per household, or one per person. */
export const readHouseholds = (sheet: Sheet, columns: HouseholdColumns, on: IsoDay): Outcome<Seeker> =>
  columns.rows === 'household' ? readCounts(sheet, columns) : readMembers(sheet, columns, on)

/** What a line says of the household itself. */
const householdFields = (
  line: Line,
  { decimal, defaults, household }: Pick<MemberColumns, 'decimal' | 'defaults' | 'household'>,
): E.Either<ReadonlyArray<Misread>, Readonly<Record<string, unknown>>> => {
  const read = reader(line, decimal)
  return pipe(
    fields({
      regime: read.text(household.regime),
      waitingSince: read.day(household.waitingSince),
      tier: read.count(household.tier),
      stepFree: read.flag(household.stepFree),
      pets: read.flag(household.pets),
    }),
    E.map(({ regime, waitingSince, ...needs }) => ({
      regime: regime ?? defaults.regime,
      waitingSince: waitingSince ?? defaults.waitingSince,
      needs,
    })),
  )
}

const decodeRow = (
  id: string,
  members: ReadonlyArray<unknown>,
  { needs, ...rest }: Readonly<Record<string, unknown>>,
  cells: Readonly<Record<string, Cell | { readonly prefix: string } | undefined>>,
): E.Either<ReadonlyArray<Misread>, Seeker & { readonly id: string }> =>
  pipe(
    decode(SeekerCodec)({ ...rest, household: { id, members, needs } }),
    E.mapLeft(
      misreadOf(path => {
        const field = path.split('.').find(each => each in cells) ?? 'id'
        const cell = cells[field]
        return cell !== undefined && 'column' in cell ? cell.column : path
      }),
    ),
    E.map(seeker => ({ ...seeker, id })),
  )

const readCounts = (sheet: Sheet, columns: CountColumns): Outcome<Seeker> => {
  const { id: idCell, children, adults, seniors } = columns.household
  return withoutIds(
    readRows(sheet, 'column' in idCell ? idCell.column : 'id', (line, at) => {
      const read = reader(line, columns.decimal)
      const id = idOf(idCell, line, at)
      const group = (name: 'child' | 'adult' | 'senior', count: unknown): ReadonlyArray<unknown> =>
        Array.from({ length: Number(count ?? 0) }, (_, k) => ({
          id: `${id}/${name}-${k + 1}`,
          age: { known: 'group', group: name },
        }))
      return pipe(
        E.Do,
        E.bind('counts', () =>
          fields({
            children: read.count(children),
            adults: read.count(adults),
            seniors: read.count(seniors),
          }),
        ),
        E.bind('household', () =>
          householdFields(line, { ...columns, household: { ...columns.household, id: children } }),
        ),
        E.chain(({ counts, household }) => {
          const members = [
            ...group('adult', counts.adults),
            ...group('senior', counts.seniors),
            ...group('child', counts.children),
          ]
          if (members.length > 0) return decodeRow(id, members, household, columns.household)
          return E.left([
            { column: adults.column, expected: 'a household of at least one person', found: '0' },
          ])
        }),
      )
    }),
  )
}

interface Member {
  readonly line: Line
  readonly person: E.Either<
    ReadonlyArray<Misread>,
    Partial<Record<'born' | 'years' | 'sex' | 'relation', unknown>>
  >
}

/** A household with an unreadable member is held back whole: it must not be housed as if it were smaller. */
const readMembers = (sheet: Sheet, columns: MemberColumns, on: IsoDay): Outcome<Seeker> => {
  const { decimal, household, person } = columns
  const members = new Map<string, Array<Member>>()
  const nameless: Array<Line> = []
  for (const line of sheet.lines) {
    const id = line.cells[household.id.column] ?? ''
    const read = reader(line, decimal)
    const member: Member = {
      line,
      person: fields({
        born: read.day(person.born),
        years: read.count(person.age),
        sex: read.text(person.sex),
        relation: read.text(person.relation),
      }),
    }
    const others = members.get(id)
    if (id === '') nameless.push(line)
    else if (others === undefined) members.set(id, [member])
    else others.push(member)
  }

  const used: Array<Seeker> = []
  const rejected = [
    ...sheet.rejected,
    ...nameless.flatMap(({ line }) =>
      rejections(sheet.file, line, [
        { column: household.id.column, expected: 'the id of a household', found: '' },
      ]),
    ),
  ]
  for (const [id, all] of members) {
    const [first] = all
    if (first === undefined) continue
    const misread = all.flatMap(({ line, person: each }) =>
      E.isLeft(each) ? rejections(sheet.file, line.line, each.left) : [],
    )
    const seeker = pipe(
      householdFields(first.line, columns),
      E.chain(fieldsOf => decodeRow(id, personsOf(id, all, on), fieldsOf, { ...person, ...household })),
    )
    if (misread.length > 0) rejected.push(...misread)
    else if (E.isLeft(seeker)) rejected.push(...rejections(sheet.file, first.line.line, seeker.left))
    else {
      const { id: _, ...rest } = seeker.right
      used.push(rest)
    }
  }
  return { used, rejected: rejected.sort((a, b) => a.line - b.line) }
}

/** Members as the codec wants them: the head's partner and children are named as such. */
const personsOf = (id: string, all: ReadonlyArray<Member>, on: IsoDay): ReadonlyArray<unknown> => {
  const people = all.map(({ person }, k) => ({
    id: `${id}/${k + 1}`,
    fields: E.isRight(person) ? person.right : {},
  }))
  const withRelation = (relation: Value) => people.filter(each => each.fields.relation === relation)
  const [head] = withRelation('head')
  const [partner] = withRelation('partner')
  const parents = [head, partner].flatMap(each => (each === undefined ? [] : [each.id]))
  return people.map(each => {
    const { born, years, sex, relation } = each.fields
    const spouse = each === head ? partner : each === partner ? head : undefined
    return {
      id: each.id,
      age: born !== undefined ? { known: 'birth', born } : { known: 'years', years, on },
      ...(sex === undefined ? {} : { sex }),
      ...(spouse === undefined ? {} : { partner: spouse.id }),
      ...(relation === 'child' && parents.length > 0 ? { parents } : {}),
    }
  })
}

const withoutIds = ({ used, rejected }: Outcome<Seeker & { readonly id?: string }>): Outcome<Seeker> => ({
  used: used.map(({ household, regime, waitingSince }) => ({ household, regime, waitingSince })),
  rejected,
})
