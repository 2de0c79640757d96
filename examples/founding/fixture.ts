import {
  type Command,
  dayOf,
  found,
  type IsoDay,
  isoOf,
  type Municipality,
  type MunicipalityId,
  tell,
} from 'einzug'
import * as E from 'fp-ts/Either'

/**
 * Households of the fixture: how many of which size were housed in a flat (206 households, 568 persons) or not
 * (452 persons), and how many of the housed ones changed from AsylbLG to SGB II (459 persons).
 */
const housed = [
  { size: 7, households: 2, changed: 0 },
  { size: 6, households: 14, changed: 0 },
  { size: 5, households: 20, changed: 20 },
  { size: 4, households: 30, changed: 30 },
  { size: 3, households: 30, changed: 30 },
  { size: 2, households: 50, changed: 50 },
  { size: 1, households: 60, changed: 49 },
] as const
const unhoused = [
  { size: 4, households: 18, changed: 0 },
  { size: 3, households: 20, changed: 0 },
  { size: 2, households: 60, changed: 0 },
  { size: 1, households: 200, changed: 0 },
] as const

const begin = dayOf('2015-01-01' as IsoDay)

/** A log, made by hand, that reproduces the published totals of Dülmen, 2015 to 2017, exactly. */
export const fixture = (): Municipality => {
  const commands: Array<Command> = []
  const say = (type: Command['type'], data: object): void => {
    commands.push({ type, id: `${commands.length + 1}`, data } as Command)
  }
  const families = [
    ...housed.flatMap(row => copies(row).map(changed => ({ size: row.size, changed, inFlat: true }))),
    ...unhoused.flatMap(row => copies(row).map(changed => ({ size: row.size, changed, inFlat: false }))),
  ]
  families.forEach(({ size, changed, inFlat }, k) => {
    const householdId = `H${k + 1}`
    const members = Array.from({ length: size }, (_, m) => ({
      id: `${householdId}/${m + 1}`,
      age: { known: 'group', group: m < 2 ? 'adult' : 'child' },
    }))
    const assigned = begin + Math.floor((k * 900) / families.length)
    say('AssignHousehold', {
      on: isoOf(assigned),
      household: { id: householdId, members },
      regime: 'AsylbLG',
    })
    if (inFlat) {
      const flat = {
        id: `F${k + 1}`,
        district: 'Dülmen',
        area: 25 + 15 * size,
        rooms: size,
        rent: { cold: 25_000 + 9_000 * size },
      }
      say('ListFlat', { on: isoOf(assigned), flat })
      say('StartTenancy', { on: isoOf(assigned + 60), tenancyId: `T${k + 1}`, householdId, flatId: flat.id })
    }
    if (changed) say('ChangeRegime', { on: isoOf(assigned + 150), householdId, regime: 'SGB II' })
  })
  const told = tell(commands, { recordedAt: '2018-01-02T08:00:00.000Z', actor: 'by hand' })(
    found('duelmen-fixture' as MunicipalityId),
  )
  if (E.isLeft(told)) throw new Error(`the fixture was refused: ${JSON.stringify(told.left.refusal)}`)
  return told.right
}

/** One entry per household: whether its regime changed. */
const copies = ({
  households,
  changed,
}: {
  readonly households: number
  readonly changed: number
}): ReadonlyArray<boolean> => Array.from({ length: households }, (_, k) => k < changed)
