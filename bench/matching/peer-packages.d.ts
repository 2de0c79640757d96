// Packages that come without types, as far as they are used here.
declare module 'munkres-algorithm' {
  interface FlatMatrix {
    readonly data: Float64Array
    readonly shape: readonly [rows: number, columns: number]
  }
  export function minWeightAssign(matrix: FlatMatrix): { readonly assignments: ReadonlyArray<number | null> }
}

declare module 'edmonds-blossom-fixed' {
  type Edge = readonly [vertex: number, vertex: number, weight: number]
  export default function maxWeightMatching(
    edges: ReadonlyArray<Edge>,
    maxCardinality: boolean,
  ): ReadonlyArray<number>
}
