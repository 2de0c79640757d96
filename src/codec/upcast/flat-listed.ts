import type { Either } from 'fp-ts/Either'
import * as E from 'fp-ts/Either'
import { decode } from '../decode.ts'
import { Cents } from '../flat.ts'
import type { Issues } from '../issue.ts'
import { object } from '../structure.ts'

interface RentInOne {
  readonly flat: { readonly rent: number; readonly serviceCharges?: number }
}

const RentInOne = /* @__PURE__ */ object<RentInOne>('the data of FlatListed, schema 1', {
  flat: /* @__PURE__ */ object<RentInOne['flat']>('a flat', { rent: Cents }, { serviceCharges: Cents }),
})

/**
 * Schema 1 → 2. At first a flat had one `rent`, the cold rent in cents, and perhaps `serviceCharges` beside it;
 * since schema 2 the rent holds its parts.
 */
export const flatListed2 = (data: unknown): Either<Issues, unknown> =>
  E.map(({ flat: { rent, serviceCharges } }: RentInOne) => {
    const known = data as { readonly flat: object }
    const rest = Object.entries(known.flat).filter(([key]) => key !== 'serviceCharges')
    const parts = serviceCharges === undefined ? { cold: rent } : { cold: rent, serviceCharges }
    return { ...known, flat: { ...Object.fromEntries(rest), rent: parts } }
  })(decode(RentInOne)(data))
