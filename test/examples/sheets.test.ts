import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { IsoDay } from 'einzug'
import * as E from 'fp-ts/Either'
import { afterAll, describe, expect, test } from 'vitest'
import {
  decodeFlatColumns,
  decodeHouseholdColumns,
  type FlatColumns,
  type HouseholdColumns,
} from '../../examples/sheets/columns.ts'
import { readSheet } from '../../examples/sheets/csv.ts'
import { readFlats } from '../../examples/sheets/flats.ts'
import { readHouseholds } from '../../examples/sheets/households.ts'
import { sharedDataIsThere, sharedRows } from '../support/shared-data.ts'

const decoded = <A>(result: E.Either<unknown, A>): A => {
  if (E.isLeft(result)) throw new Error(JSON.stringify(result.left))
  return result.right
}

const german: FlatColumns = decoded(
  decodeFlatColumns({
    decimal: ',',
    flat: {
      id: { column: 'Nr' },
      district: { column: 'Ortsteil' },
      area: { column: 'Fläche' },
      rooms: { column: 'Zimmer' },
      coldRent: { column: 'Miete' },
      lift: { column: 'Aufzug' },
      availableFrom: { column: 'frei ab', date: 'DD.MM.YYYY' },
    },
  }),
)

describe('a sheet of flats', () => {
  const header = 'Nr;Ortsteil;Fläche;Zimmer;Miete;Aufzug;frei ab'
  const read = (...lines: ReadonlyArray<string>) =>
    readFlats(readSheet('flats.csv', `\uFEFF${[header, ...lines].join('\r\n')}\r\n`), german)

  test('is read with byte order mark, semicolons, quotes, CRLF and German numbers', () => {
    const { used, rejected } = read(
      '1;"Mitte; Nord";58,5 m²;2,5;"1.052,95 €";ja;01.03.2016',
      '',
      '2;Süd;40;1;320;;',
    )
    expect(rejected).toEqual([])
    expect(used).toEqual([
      {
        id: '1',
        district: 'Mitte; Nord',
        area: 58.5,
        rooms: 2.5,
        rent: { cold: 105_295 },
        lift: true,
        availableFrom: '2016-03-01',
      },
      { id: '2', district: 'Süd', area: 40, rooms: 1, rent: { cold: 32_000 } },
    ])
  })

  test('keeps the good rows beside the bad, and says where and what', () => {
    const { used, rejected } = read(
      '1;Mitte;58;2;400;ja;',
      '2;Mitte;58;2;1052.95;ja;', // the decimal sign of another town
      '3;Mitte;58;2;400;vielleicht;',
      '4;Mitte;-3;2;400;;',
      '1;Mitte;60;2;400;;',
      '5;;60;2;400;;',
      '6;Mitte;60;2;400;;31.02.2016',
      '7;Mitte;60;2',
      '8;Mitte;60;2;400;;',
    )
    expect(used.map(({ id }) => id)).toEqual(['1', '8'])
    expect(rejected).toMatchObject([
      {
        file: 'flats.csv',
        line: 3,
        column: 'Miete',
        expected: 'a number with decimal sign ","',
        found: '1052.95',
      },
      { file: 'flats.csv', line: 4, column: 'Aufzug', expected: 'yes or no', found: 'vielleicht' },
      { file: 'flats.csv', line: 5, column: 'Fläche', found: '-3' },
      { file: 'flats.csv', line: 6, column: 'Nr', expected: 'an id that occurs once', found: '1' },
      { file: 'flats.csv', line: 7, column: 'Ortsteil' },
      { file: 'flats.csv', line: 8, column: 'frei ab', found: '"2016-02-31"' },
      { file: 'flats.csv', line: 9, column: '', expected: 'a record of 7 cells' },
    ])
  })

  test('counts the lines of a file right where cells span several', () => {
    const { rejected } = read('1;"Mitte\r\nNord";58;2;400;;', '2;Mitte;x;2;400;;')
    expect(rejected).toMatchObject([{ line: 4, column: 'Fläche', found: 'x' }])
  })

  test('reads words by the values of its column file, and knows cents', () => {
    const columns = decoded(
      decodeFlatColumns({
        decimal: '.',
        flat: {
          id: { prefix: 'row-' },
          district: { column: 'd' },
          area: { column: 'a' },
          rooms: { column: 'r' },
          coldRent: { column: 'c', unit: 'cent' },
          floor: { column: 'f', values: { ground: 0, unknown: null } },
        },
      }),
    )
    const { used, rejected } = readFlats(
      readSheet('f', 'd,a,r,c,f\nM,50,2,41000,ground\nM,50,2,41000,unknown\nM,50,2,"41,000",attic'),
      columns,
    )
    expect(used).toEqual([
      { id: 'row-1', district: 'M', area: 50, rooms: 2, rent: { cold: 41_000 }, floor: 0 },
      { id: 'row-2', district: 'M', area: 50, rooms: 2, rent: { cold: 41_000 } },
    ])
    expect(rejected).toEqual([
      { file: 'f', line: 4, column: 'f', expected: 'one of ground, unknown', found: 'attic' },
    ])
  })
})

describe('a sheet of households', () => {
  const on = '2016-12-31' as IsoDay
  const defaults = { regime: 'AsylbLG', waitingSince: '2016-01-01' }
  const counts: HouseholdColumns = decoded(
    decodeHouseholdColumns({
      decimal: '.',
      rows: 'household',
      household: {
        id: { column: 'case' },
        children: { column: 'c' },
        adults: { column: 'a' },
        seniors: { column: 's' },
        tier: { column: 't' },
      },
      defaults,
    }),
  )
  const members: HouseholdColumns = decoded(
    decodeHouseholdColumns({
      decimal: '.',
      rows: 'person',
      household: { id: { column: 'hh' }, regime: { column: 'law' } },
      person: {
        age: { column: 'age' },
        born: { column: 'born' },
        sex: { column: 'sex', values: { f: 'female', m: 'male' } },
        relation: { column: 'rel', values: { head: 'head', wife: 'partner', child: 'child' } },
      },
      defaults,
    }),
  )

  test('one row per household: counts become members of that age group', () => {
    const { used, rejected } = readHouseholds(
      readSheet('h', 'case,c,a,s,t\nA,2,1,1,1\nB,0,0,0,\nC,x,1,0,\nD,,1,,2'),
      counts,
      on,
    )
    expect(
      used.map(({ household, ...rest }) => [
        household.id,
        household.members.map(({ age }) => age),
        household.needs,
        rest,
      ]),
    ).toEqual([
      [
        'A',
        ['adult', 'senior', 'child', 'child'].map(group => ({ known: 'group', group })),
        { tier: 1 },
        { regime: 'AsylbLG', waitingSince: '2016-01-01' },
      ],
      [
        'D',
        [{ known: 'group', group: 'adult' }],
        { tier: 2 },
        { regime: 'AsylbLG', waitingSince: '2016-01-01' },
      ],
    ])
    expect(rejected).toMatchObject([
      { line: 3, column: 'a', expected: 'a household of at least one person' },
      { line: 4, column: 'c', expected: 'a whole number from 0', found: 'x' },
    ])
  })

  test('one row per person: ages, births, partners and parents', () => {
    const csv = 'hh,age,born,sex,rel,law\n1,37,,m,head,SGB II\n1,,1985-04-01,f,wife,\n1,5,,f,child,'
    const { used, rejected } = readHouseholds(readSheet('h', csv), members, on)
    expect(rejected).toEqual([])
    expect(used).toMatchObject([
      {
        regime: 'SGB II',
        household: {
          id: '1',
          members: [
            { id: '1/1', age: { known: 'years', years: 37, on }, sex: 'male', partner: '1/2' },
            { id: '1/2', age: { known: 'birth', born: '1985-04-01' }, sex: 'female', partner: '1/1' },
            { id: '1/3', age: { known: 'years', years: 5, on }, parents: ['1/1', '1/2'] },
          ],
        },
      },
    ])
  })

  test('a household with an unreadable member is held back whole', () => {
    const csv =
      'hh,age,born,sex,rel,law\n1,37,,m,head,\n1,old,,f,wife,\n2,20,,f,head,\n,3,,f,child,\n3,,,f,head,\n4,20,,f,head,XYZ'
    const { used, rejected } = readHouseholds(readSheet('h', csv), members, on)
    expect(used.map(({ household }) => household.id)).toEqual(['2'])
    expect(rejected).toMatchObject([
      { line: 3, column: 'age', expected: 'a whole number from 0', found: 'old' },
      { line: 5, column: 'hh', expected: 'the id of a household' },
      { line: 6 },
      { line: 7, column: 'law' },
    ])
  })

  test.skipIf(!sharedDataIsThere)('reads every member of a real survey', async () => {
    const { default: columns } = await import('../../examples/columns/household-members.json')
    const rows = sharedRows('households/glss_household_members_36970.csv')
    const csv = [
      'hhid,age,sex,relate',
      ...rows.map(row => [row['hhid'], row['age'], row['sex'], row['relate']].join(',')),
    ].join('\n')
    const { used, rejected } = readHouseholds(
      readSheet('glss', csv),
      decoded(decodeHouseholdColumns(columns)),
      on,
    )
    expect(rejected).toEqual([])
    expect(used.length).toBe(8700)
    expect(used.reduce((sum, { household }) => sum + household.members.length, 0)).toBe(36_970)
  })
})

describe('npm run demo', () => {
  const folder = mkdtempSync(join(tmpdir(), 'einzug-'))
  afterAll(() => {
    rmSync(folder, { recursive: true })
  })
  const root = new URL('../..', import.meta.url).pathname
  const file = (name: string, content: string): string => {
    const path = join(folder, name)
    writeFileSync(path, content)
    return path
  }
  const demo = (...args: ReadonlyArray<string>) => {
    const { status, stdout, stderr } = spawnSync('npx', ['tsx', 'examples/demo/main.ts', ...args], {
      cwd: root,
      encoding: 'utf8',
    })
    return { status, stdout, stderr }
  }
  const households = file(
    'h.csv',
    'case,number of children,number of adults,number of seniors\nA,1,1,0\nB,0,1,0\n',
  )
  const flats = (rent: string): string =>
    file(
      `f${rent}.csv`,
      `roomCount,livingSpace,rent,houseType,hasElevator,stadt\n2,50,400,apartment,false,D\n2,50,${rent},apartment,false,D\n`,
    )
  const files = (flatsFile: string) => [
    ...[
      '--flats',
      flatsFile,
      '--flat-columns',
      'examples/columns/immoscout.json',
      '--households',
      households,
    ],
    ...[
      '--household-columns',
      'examples/columns/case-counts.json',
      '--policy',
      'examples/policies/nrw-2016-level-2.json',
    ],
  ]

  test('exits with 0 when every row was used', () => {
    const { status, stdout } = demo(...files(flats('380')), '--on', '2016-12-31', '--json')
    expect(status).toBe(0)
    expect(JSON.parse(stdout)).toMatchObject({
      flats: 2,
      households: 2,
      persons: 3,
      placements: 2,
      personsHoused: 3,
      proof: 'verified',
      rejected: [],
    })
  })

  test('a policy that allocates in turn is followed, and no proof is claimed', () => {
    const policy = { name: 'P', version: '1', procedure: 'in turn', rules: [], ranking: [], preferences: [] }
    const inTurn = file('in-turn.json', JSON.stringify(policy))
    const { stdout } = demo(...files(flats('much')), '--policy', inTurn, '--json')
    const said: unknown = JSON.parse(stdout)
    expect(said).toMatchObject({ policy: 'P', walk: 'verified', unplaced: [{ reason: 'AllTaken' }] })
    expect(said).not.toHaveProperty('proof')
  })

  test('exits with 2 when rows were rejected but an allocation was made', () => {
    const { status, stdout, stderr } = demo(...files(flats('much')))
    expect(status).toBe(2)
    expect(stdout).toContain('1 of 2 households (2 of 3 persons) placed in 1 flats')
    expect(stderr).toContain(
      'fmuch.csv:3: column "rent": expected a number with decimal sign ".", found much',
    )
  })

  test('exits with 1 when nothing could be done', () => {
    const { status, stderr } = demo('--flats', 'nowhere.csv')
    expect(status).toBe(1)
    expect(stderr).toContain('belong together')
    const missing = demo(...files(file('other.csv', 'a,b\n1,2\n')))
    expect(missing.status).toBe(1)
    expect(missing.stderr).toContain(
      'no column "stadt", "livingSpace", "roomCount", "rent", "hasElevator", "houseType"',
    )
  })
})
