import fc from 'fast-check'
import { expect } from 'vitest'
import { equalTables } from './support/equal-tables.ts'

expect.addEqualityTesters([equalTables])

/** `FC_SEED` repeats a run; `FC_RUNS` makes every property look harder. */
fc.configureGlobal({
  ...(process.env['FC_SEED'] === undefined ? {} : { seed: Number(process.env['FC_SEED']) }),
  ...(process.env['FC_RUNS'] === undefined ? {} : { numRuns: Number(process.env['FC_RUNS']) }),
})
