import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import * as E from 'fp-ts/Either'
import { describe, expect, test } from 'vitest'
import { decodePolicy } from '../../src/codec/index.ts'
import { sharedDataIsThere, sharedRows } from '../support/shared-data.ts'

const run = (...flags: ReadonlyArray<string>) =>
  spawnSync(process.execPath, ['--import', 'tsx', 'examples/policies/main.ts', ...flags], {
    encoding: 'utf8',
  })

describe('policies side by side', () => {
  test('a seeded town: measures, reasons in both languages, advice and missing kinds; the same every time', () => {
    const [first, second] = [run('--most', '60'), run('--most', '60')]
    expect([first.status, first.stderr]).toEqual([0, ''])
    for (const text of [
      'the policy',
      'first come, first served',
      'verified',
      'Der Haushalt erhält',
      'Which of 41',
    ])
      expect(first.stdout).toContain(text)
    expect(second.stdout).toBe(first.stdout)
  })

  test('says what is wrong with its flags', () => {
    expect(run('--most', 'x')).toMatchObject({
      status: 1,
      stderr: '--most: expected a whole number, found x\n',
    })
    expect(run('--seed', '-')).toMatchObject({ status: 1 })
    expect(run('--flats', 'F.csv').stderr).toContain('belong together')
    expect(run('--policy', 'none.json').stderr).toContain('none.json')
    expect(run('--wrong').status).toBe(1)
  })
})

describe('policies of the examples', () => {
  const folder = 'examples/policies'
  const documentOf = (name: string): unknown => JSON.parse(readFileSync(`${folder}/${name}`, 'utf8'))

  test.each(readdirSync(folder).filter(name => name.endsWith('.json')))('%s is in order', name => {
    expect(decodePolicy(documentOf(name))).toEqual(E.right(documentOf(name)))
  })

  test.runIf(sharedDataIsThere)('the caps of Dülmen are those of the table', () => {
    const row = sharedRows('rentcaps/kdu_muensterland_2025_26.csv').find(
      cells => cells['gemeinde_name'] === 'Dülmen',
    )
    const eur = (persons: string) => Number(row?.[`max_bruttokaltmiete_eur_${persons}`])
    const asks = { byPersons: ['1p', '2p', '3p', '4p', '5p'].map(eur), eachFurther: eur('addl') }
    const read = decodePolicy(documentOf('duelmen-2025.json'))
    const document = E.isRight(read) ? read.right : { rules: [], preferences: [] }
    const capped = [...document.rules, ...document.preferences].flatMap(each =>
      'asks' in each && 'flat' in each && each.flat.includes('Rent') ? [each.asks] : [],
    )
    expect(capped).toEqual([asks, asks, asks])
  })
})
