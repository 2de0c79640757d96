import * as fc from 'fast-check'
import type { Blocked, BlockReason } from '../../domain/blocked.ts'
import { whole } from './plain.ts'

/** The same with some of its units or places blocked, one of them at least, where it may be; now and then. */
export const sometimesBlocked = <A extends object>(
  all: fc.Arbitrary<A>,
  there: (each: A) => number,
  mayBe: boolean,
): fc.Arbitrary<A & { readonly blocked?: Blocked }> =>
  mayBe
    ? all.chain(each =>
        fc.oneof(
          { withCrossShrink: true },
          { weight: 2, arbitrary: fc.constant(each) },
          {
            weight: 1,
            arbitrary: whole<Blocked>({
              count: fc.integer({ min: 1, max: there(each) }),
              reason: fc.constantFrom<BlockReason>('major works', 'repairs', 'infection', 'other'),
            }).map(blocked => ({ ...each, blocked })),
          },
        ),
      )
    : all
