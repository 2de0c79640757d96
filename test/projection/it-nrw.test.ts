import { census, dwellings, fold, type HousingEvent, type IsoDay, percent, share } from 'einzug'
import { expect, test } from 'vitest'
import { fact } from './facts.ts'

/**
 * Households with benefits under the AsylbLG in North Rhine-Westphalia on 31 December 2015, by accommodation, as IT.NRW
 * published them.
 */
const published = { flat: 33_429, site: 76_598, reception: 19_521 }

/** One household after the other, each in the kind of accommodation that is next; all within the year. */
function* yearOf(households: typeof published): Generator<HousingEvent, void> {
  yield fact.opened(-365, 'S', households.site)
  yield fact.opened(-365, 'R', households.reception, 'reception')
  let n = 0
  for (const [kind, count] of Object.entries(households))
    for (let k = 0; k < count; k++) {
      const on = (n % 365) - 365
      yield fact.assigned(on, `H${n}`, [`P${n}`])
      if (kind === 'flat') yield fact.tenancy(on, `T${n}`, `H${n}`, `F${n}`)
      else yield fact.stay(on, `A${n}`, `H${n}`, kind === 'site' ? 'S' : 'R')
      n++
    }
}

test('the published table of 129,548 households, entered as a log of that size, gives its shares', () => {
  const table = dwellings('2015-12-31' as IsoDay, 'households')(fold(census)(yearOf(published)))
  expect(table.count).toBe(129_548)
  expect(table.parts).toEqual({ ...published, unknown: 0 })
  const shares = (['flat', 'site', 'reception'] as const).map(part => percent(share(part)(table), 1))
  expect(shares).toEqual(['25.8 %', '59.1 %', '15.1 %'])
})
